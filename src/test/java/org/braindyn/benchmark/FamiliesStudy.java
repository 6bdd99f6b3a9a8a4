package org.braindyn.benchmark;

import java.util.List;

/**
 * The cheap families on every data set (docs/families.md). Arguments: parts to run, of hcp1 (one
 * step, 1 to 11 people), hcp10 (ten steps, choice, intervals), few (the choice on 1, 2 and 4
 * people), adapt, files (adapting as the command does), network (the same from first halves with
 * the group's network), network16 (the same of all people, four folds), coverage (intervals of
 * model files), transfer, atlas (from one atlas to another), hopf, hopf2 (other frequencies),
 * hopfnetwork (hopf with BrainDyn beside a network AR), rates, npi, spikes, haxby, null; none for
 * all. By seed 1, hopf2 by 2.
 */
public final class FamiliesStudy {
  private static final List<String> ALL =
      List.of(
          "hcp1",
          "hcp10",
          "few",
          "adapt",
          "files",
          "coverage",
          "transfer",
          "atlas",
          "hopf",
          "rates",
          "npi",
          "spikes",
          "haxby",
          "null");

  private FamiliesStudy() {}

  public static void main(String[] args) throws Exception {
    for (String part : args.length == 0 ? ALL : List.of(args)) {
      switch (part) {
        case "hcp1" -> new FamiliesOnHcp().oneStep();
        case "hcp10" -> new FamiliesOnHcp().tenSteps();
        case "few" -> new FamiliesOnHcp().fewPeople();
        case "adapt" -> new FamiliesOnHcp().adaptation();
        case "files" -> new AdaptOnHcp().files();
        case "network" -> new AdaptOnHcp().network(0);
        case "network16" -> new AdaptOnHcp().network(4);
        case "coverage" -> new AdaptOnHcp().coverage();
        case "transfer" -> new FamiliesOnHcp().transfer();
        case "atlas" ->
            FamiliesOnAtlases.run(
                "atlas_aal2/AAL2.nii", "atlas_xcp/schaefer200x7/schaefer200x7MNI.nii.gz");
        case "hopf" -> FamiliesOnSimulations.hopf(1, false);
        case "hopfnetwork" -> FamiliesOnSimulations.hopf(1, true);
        case "hopf2" -> FamiliesOnSimulations.hopf(2, false);
        case "rates" -> FamiliesOnSimulations.rates();
        case "npi" -> FamiliesElsewhere.npi();
        case "spikes" -> FamiliesElsewhere.spikes();
        case "haxby" -> FamiliesElsewhere.haxby();
        case "null" -> FamiliesElsewhere.nothing();
        default -> throw new IllegalArgumentException(part + " is none of " + ALL);
      }
    }
  }
}

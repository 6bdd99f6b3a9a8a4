package org.braindyn.benchmark;

import java.util.List;

/**
 * The cheap families on every data set (docs/families.md). Arguments: parts to run, of hcp1 (one
 * step, 1 to 11 people), hcp10 (ten steps, choice, intervals), adapt, transfer, hopf, rates, npi,
 * spikes, haxby, null; none for all. All by seed 1.
 */
public final class FamiliesStudy {
  private static final List<String> ALL =
      List.of(
          "hcp1", "hcp10", "adapt", "transfer", "hopf", "rates", "npi", "spikes", "haxby", "null");

  private FamiliesStudy() {}

  public static void main(String[] args) throws Exception {
    for (String part : args.length == 0 ? ALL : List.of(args)) {
      switch (part) {
        case "hcp1" -> new FamiliesOnHcp().oneStep();
        case "hcp10" -> new FamiliesOnHcp().tenSteps();
        case "adapt" -> new FamiliesOnHcp().adaptation();
        case "transfer" -> new FamiliesOnHcp().transfer();
        case "hopf" -> FamiliesOnSimulations.hopf();
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

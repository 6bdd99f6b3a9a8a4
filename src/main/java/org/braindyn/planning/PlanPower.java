package org.braindyn.planning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.text.ResultTable;
import org.braindyn.planning.PlanningLaw.Assumption;

/**
 * Which regions to drive with noise, and how strongly, so that one recording's covariance comes
 * nearest to another's.
 *
 * @param regions names of rows
 * @param plan powers per site, by the law fitted to the recording
 * @param again powers by laws fitted to the recording drawn again, [refit][site]
 * @param law what was assumed about links
 */
public record PlanPower(
    Regions regions, AddedPower plan, double[][] again, PlanningLaw.Assumption law) {
  private static final int FOLLOWED = 30;
  private static final int STRETCH = 40;
  private static final int REFITS = 10;
  private static final int SHOWN = 3;

  /**
   * Plans. Both covariances are in units of the first recording's regions, so both recordings must
   * be in one unit.
   *
   * @param now the recording as it is
   * @param wanted a recording whose covariance shall be reached
   * @param links anatomical graph, [source][target]; null for none
   * @param sites rows that may be driven
   * @param cap largest sum of powers, in squared sd; infinite for none
   * @param seed of the refits
   * @param progress told and asked before every refit
   * @throws BadInput if the recordings are of other regions, or z-scored each by itself
   */
  public static PlanPower of(
      RegionSignals now,
      RegionSignals wanted,
      double[][] links,
      int[] sites,
      double cap,
      Seed seed,
      Progress progress) {
    if (!now.regions().sameAs(wanted.regions())) {
      throw new BadInput(
          String.format(
              "towards=%s has other regions (%s) than the recording (%s). Give both of the same"
                  + " parcellation.",
              wanted.source(), wanted.regions().summary(), now.regions().summary()));
    }
    Assumption assumption = links == null ? Assumption.EVERY_LINK : Assumption.GIVEN_LINKS;
    List<RegionSignals> one = List.of(now);
    PlanningLaw law = PlanningLaw.of(one, assumption, links, seed);
    double[] sd = sd(now);
    double[][] before = covariance(now, sd);
    double[][] after = covariance(wanted, sd);
    AddedPower plan =
        AddedPower.of(law.fit(law.sums(one)).responses(sites, FOLLOWED, 1), before, after, cap);
    double[][] again =
        IntStream.range(0, REFITS)
            .mapToObj(
                k -> {
                  Cancelled.check(progress, "Planning");
                  progress.report((double) k / REFITS, "Refit " + (k + 1) + " of " + REFITS);
                  return law.drawnAgain(one, STRETCH, seed.derive("refit", k));
                })
            .map(sums -> law.fit(sums).responses(sites, FOLLOWED, 1))
            .map(responses -> AddedPower.of(responses, before, after, cap).power())
            .toArray(double[][]::new);
    return new PlanPower(now.regions(), plan, again, assumption);
  }

  private static double[] sd(RegionSignals signals) {
    double[] sd = new double[signals.size()];
    for (int r = 0; r < sd.length; r++) {
      double[] row = signals.values()[r];
      double mean = Arrays.stream(row).average().orElse(0);
      sd[r] = Math.sqrt(Arrays.stream(row).map(v -> (v - mean) * (v - mean)).average().orElse(0));
      if (!(sd[r] > 0) || Double.isInfinite(sd[r])) {
        throw new BadInput(
            signals.source()
                + ": region "
                + signals.regions().get(r).name()
                + " is constant or has values that are not finite. Clean the signals or leave the"
                + " region out.");
      }
    }
    return sd;
  }

  private static double[][] covariance(RegionSignals signals, double[] unit) {
    int n = signals.size();
    double[][] x = signals.values();
    double[] mean =
        Arrays.stream(x).mapToDouble(row -> Arrays.stream(row).average().orElse(0)).toArray();
    double[][] c = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        double sum = 0;
        for (int t = 0; t < x[i].length; t++) {
          sum += (x[i][t] - mean[i]) * (x[j][t] - mean[j]);
        }
        c[i][j] = sum / (x[i].length * unit[i] * unit[j]);
        c[j][i] = c[i][j];
      }
    }
    return c;
  }

  /** All sites, strongest first: power, and from where to where it lies over refits. */
  public ResultTable table() {
    ResultTable table = ResultTable.of("Site", "Power (sd2)", "Least of refits", "Most of refits");
    order()
        .forEach(
            s ->
                table.row(
                    regions.get(plan.sites()[s]).name(),
                    plan.power()[s],
                    Arrays.stream(again).mapToDouble(p -> p[s]).min().orElse(Double.NaN),
                    Arrays.stream(again).mapToDouble(p -> p[s]).max().orElse(Double.NaN)));
    return table;
  }

  private IntStream order() {
    return IntStream.range(0, plan.power().length)
        .boxed()
        .sorted(Comparator.comparingDouble(s -> -plan.power()[s]))
        .mapToInt(Integer::intValue);
  }

  /** What a user should know. */
  public String notes() {
    String names =
        order()
            .filter(s -> plan.power()[s] > 0)
            .limit(SHOWN)
            .mapToObj(s -> regions.get(plan.sites()[s]).name())
            .collect(Collectors.joining(", "));
    if (names.isEmpty()) {
      return "No added power brings the covariance nearer: it would have to be taken away.\n"
          + "A plan for the model, not for a patient.";
    }
    return String.format(
        Locale.ROOT,
        "Added power at %s (strongest first) would remove %.0f %% of the squared distance between the"
            + " covariances, says a law with %s. On simulated networks with known links such plans"
            + " kept most of the promise; without a graph nobody knows (docs/planning.md).%nA plan for"
            + " the model, not for a patient.",
        names,
        100 * plan.removed(),
        law);
  }
}

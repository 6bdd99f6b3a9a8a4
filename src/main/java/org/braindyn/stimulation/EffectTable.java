package org.braindyn.stimulation;

import static java.lang.Double.NaN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.text.ResultTable;
import org.braindyn.perturbation.EffectSummary;
import org.braindyn.perturbation.Intervention;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.perturbation.TargetRegions;

/** What a perturbation did to every region, one row each. */
public final class EffectTable {

  /** Largest q that counts as an answer. */
  public static final double LEVEL = 0.05;

  /** A spread smaller than this share of the effect is none: the region is held. */
  private static final double ROUNDING = 1e-9;

  private EffectTable() {}

  /**
   * One number per region, to be painted.
   *
   * @param value e.g. {@code EffectSummary::peak}
   */
  public static RegionSignals column(
      PerturbationMap map,
      List<EffectSummary> summaries,
      ToDoubleFunction<EffectSummary> value,
      String name) {
    double[][] values = new double[summaries.size()][1];
    for (int r = 0; r < values.length; r++) {
      values[r][0] = value.applyAsDouble(summaries.get(r));
    }
    return new RegionSignals(map.regions(), values, NaN, name);
  }

  /**
   * One row per region, in order; frames count from the first forecast frame.
   *
   * @param summaries confidence intervals and p-values, in the same order
   */
  public static ResultTable of(PerturbationMap map, List<EffectSummary> summaries) {
    double[][] mean = map.mean();
    double[][] sd = map.sd();
    ResultTable table =
        ResultTable.of(
            "Region",
            "Label",
            "Peak effect (sd)",
            "Peak frame",
            "Peak time (s)",
            "Latency from onset (s)",
            "First peak from onset (s)",
            "Sd over windows",
            "Standardised peak",
            "Mean |effect| (sd)",
            "95 % low",
            "95 % high",
            "p",
            "q (FDR)");
    for (int r = 0; r < mean.length; r++) {
      EffectSummary s = summaries.get(r);
      double size =
          Arrays.stream(mean[r]).filter(Double::isFinite).map(Math::abs).average().orElse(NaN);
      boolean spreads = sd[r][s.frame()] > ROUNDING * Math.abs(s.peak());
      double spread = spreads || Double.isNaN(sd[r][s.frame()]) ? sd[r][s.frame()] : 0;
      table.row(
          s.region(),
          map.regions().get(r).labelText(),
          s.peak(),
          s.frame(),
          s.frame() * map.interval(),
          s.latency(),
          s.firstPeak(),
          spread,
          spreads ? s.standardised() : NaN,
          size,
          s.low(),
          s.high(),
          s.p(),
          s.q());
    }
    return table;
  }

  /** How many regions answer above the null, in words; "" without refitted models. */
  public static String significance(List<EffectSummary> summaries, int surrogates) {
    long tested = summaries.stream().filter(s -> Double.isFinite(s.q())).count();
    if (surrogates == 0 || tested == 0) {
      return "";
    }
    long above = summaries.stream().filter(s -> s.q() <= LEVEL).count();
    return String.format(
        Locale.ROOT,
        "%d of %d other regions (%.0f %%) respond above the null of %d refitted models (q <= 0.05).",
        above,
        tested,
        100.0 * above / tested,
        surrogates);
  }

  /** Says so where starting windows cannot give an interval; else "". */
  public static String interval(PerturbationMap map, List<EffectSummary> summaries) {
    boolean none =
        map.windows() > 1
            && IntStream.range(0, summaries.size())
                .filter(r -> !map.perturbed(r))
                .mapToObj(summaries::get)
                .allMatch(s -> Double.isNaN(s.low()));
    if (!none) {
      return "";
    }
    boolean refitted = summaries.stream().anyMatch(s -> Double.isFinite(s.q()));
    return "No interval over windows: this model answers alike from every window."
        + (refitted ? "" : " Refitted models (surrogates=19) give p and q.");
  }

  /** What was done, what went wrong on the way, and notes more, each on its line if any. */
  public static String notes(PerturbationMap map, String... more) {
    List<String> all = new ArrayList<>(List.of(map.describe(), map.warning(), silent(map)));
    all.addAll(List.of(more));
    return String.join("\n", all.stream().filter(note -> !note.isEmpty()).toList());
  }

  /** A map that is 0 by construction must not be read as "this region does nothing". */
  private static String silent(PerturbationMap map) {
    Set<Integer> targets = new HashSet<>();
    for (Intervention part : map.perturbation().interventions()) {
      Arrays.stream(TargetRegions.rows(part.target(), map.regions())).forEach(targets::add);
    }
    double[][] mean = map.mean();
    for (int r = 0; r < mean.length; r++) {
      if (!targets.contains(r) && Arrays.stream(mean[r]).anyMatch(v -> v != 0)) {
        return "";
      }
    }
    return targets.size() == mean.length
        ? ""
        : "Note: every other region stays at exactly 0: in the model nothing reaches them from what"
            + " was perturbed (no link in its graph, or too few frames followed). This says nothing"
            + " about the brain.";
  }
}

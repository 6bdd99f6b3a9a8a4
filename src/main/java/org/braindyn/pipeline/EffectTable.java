package org.braindyn.pipeline;

import static java.lang.Double.NaN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.perturbation.EffectSummary;
import org.braindyn.perturbation.PerturbationMap;

/** What a perturbation did to every region, one row each. */
public final class EffectTable {
  /** Names of the columns. */
  public static final List<String> COLUMNS =
      List.of(
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

  private EffectTable() {}

  /**
   * One row per region, in order; frames count from the first forecast frame.
   *
   * @param summaries confidence intervals and p-values, in the same order
   */
  public static List<List<String>> rows(PerturbationMap map, List<EffectSummary> summaries) {
    double[][] mean = map.mean();
    double[][] sd = map.sd();
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < mean.length; r++) {
      EffectSummary s = summaries.get(r);
      double size =
          Arrays.stream(mean[r]).filter(Double::isFinite).map(Math::abs).average().orElse(NaN);
      double spread = sd[r][s.frame()];
      rows.add(
          List.of(
              s.region(),
              Integer.toString(map.regions().get(r).label()),
              Double.toString(s.peak()),
              Integer.toString(s.frame()),
              Double.toString(s.frame() * map.interval()),
              Double.toString(s.latency()),
              Double.toString(s.firstPeak()),
              Double.toString(spread),
              Double.toString(spread > 0 ? s.standardised() : NaN),
              Double.toString(size),
              Double.toString(s.low()),
              Double.toString(s.high()),
              Double.toString(s.p()),
              Double.toString(s.q())));
    }
    return rows;
  }

  /** What was done, what went wrong on the way, and one note more, each on its line if any. */
  public static String notes(PerturbationMap map, String more) {
    List<String> all = List.of(map.describe(), map.warning(), more);
    return String.join("\n", all.stream().filter(note -> !note.isEmpty()).toList());
  }
}

package org.braindyn.pipeline;

import java.util.ArrayList;
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
      int peak = 0;
      double sum = 0;
      int finite = 0;
      for (int t = 0; t < mean[r].length; t++) {
        if (Double.isFinite(mean[r][t])) {
          peak = Math.abs(mean[r][t]) > Math.abs(mean[r][peak]) ? t : peak;
          sum += Math.abs(mean[r][t]);
          finite++;
        }
      }
      double spread = sd[r][peak];
      rows.add(
          List.of(
              map.regions().get(r).name(),
              Integer.toString(map.regions().get(r).label()),
              Double.toString(mean[r][peak]),
              Integer.toString(peak),
              Double.toString(peak * map.interval()),
              Double.toString(spread),
              Double.toString(spread > 0 ? mean[r][peak] / spread : Double.NaN),
              Double.toString(finite > 0 ? sum / finite : Double.NaN),
              Double.toString(summaries.get(r).low()),
              Double.toString(summaries.get(r).high()),
              Double.toString(summaries.get(r).p()),
              Double.toString(summaries.get(r).q())));
    }
    return rows;
  }

  /** What was done, what went wrong on the way, and one note more, each on its line if any. */
  public static String notes(PerturbationMap map, String more) {
    List<String> all = List.of(map.describe(), map.warning(), more);
    return String.join("\n", all.stream().filter(note -> !note.isEmpty()).toList());
  }
}

package org.braindyn.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.GrangerCausality;
import org.braindyn.graph.LinearAutoregression;

/**
 * Who is wired to whom, from signals alone: scores of every ordered pair by several methods, and
 * how well they find a known wiring. No method sees the truth.
 *
 * @param method name of the method
 * @param score as many links as there truly are, chosen by the largest scores
 * @param auroc area under the ROC curve over ordered pairs
 * @param auprc area under the precision-recall curve
 * @param correlation of the signed scores with the signed wiring, off the diagonal
 */
public record WiringInference(
    String method, WiringScore score, double auroc, double auprc, double correlation) {
  /**
   * The comparators that need no model: correlation and partial correlation (symmetric), pairwise
   * Granger causality at lag 1, and the coefficients of a ridge VAR(1).
   *
   * @return signed scores, method name to [source][target]
   */
  public static Map<String, double[][]> comparators(RegionSignals signals) {
    double[][] z = standardised(signals);
    double[][] correlation = Correlation.of(z);
    LinearAutoregression sums = new LinearAutoregression(z.length, 1);
    sums.add(z);
    Map<String, double[][]> scores = new java.util.LinkedHashMap<>();
    scores.put("correlation", correlation);
    scores.put("partial correlation", Correlation.partial(correlation, 0.01));
    scores.put("Granger, lag 1", GrangerCausality.lagOne(z));
    scores.put("VAR(1)", sums.solve(1)[0]);
    return scores;
  }

  /**
   * Scores one method.
   *
   * @param estimate signed scores, [source][target]; their size ranks the pairs
   * @param wiring true weights, [source][target]
   */
  public static WiringInference of(String method, double[][] estimate, double[][] wiring) {
    if (estimate.length != wiring.length) {
      throw new BadInput(
          String.format(
              "%s scores %d regions, but the true wiring has %d.",
              method, estimate.length, wiring.length));
    }
    boolean[][] truth = WiringScore.links(wiring);
    double[][] size = sizes(estimate);
    boolean[] links = RankingCurves.pairs(truth);
    int count = 0;
    for (boolean link : links) {
      count += link ? 1 : 0;
    }
    return new WiringInference(
        method,
        WiringScore.of(WiringScore.strongest(size, count), truth),
        RankingCurves.auroc(links, RankingCurves.pairs(size)),
        RankingCurves.auprc(links, RankingCurves.pairs(size)),
        org.braindyn.perturbation.MatrixAgreement.pearson(estimate, wiring));
  }

  /** Every method in turn, best area under the precision-recall curve first. */
  public static List<WiringInference> all(Map<String, double[][]> estimates, double[][] wiring) {
    List<WiringInference> list = new ArrayList<>();
    estimates.forEach((method, estimate) -> list.add(of(method, estimate, wiring)));
    list.sort((a, b) -> Double.compare(b.auprc, a.auprc));
    return list;
  }

  /** One line of a table. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%-24s precision %.3f recall %.3f nGED %.3f AUROC %.3f AUPRC %.3f correlation %.3f",
        method,
        score.precision(),
        score.recall(),
        score.normalisedEditDistance(),
        auroc,
        auprc,
        correlation);
  }

  private static double[][] sizes(double[][] matrix) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.stream(row).map(Math::abs).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] standardised(RegionSignals signals) {
    double[][] scale = org.braindyn.simulation.BoldSimulation.scale(signals.values());
    double[][] z = new double[signals.size()][signals.frames()];
    for (int r = 0; r < z.length; r++) {
      for (int t = 0; t < z[r].length; t++) {
        z[r][t] = (signals.values()[r][t] - scale[r][0]) / scale[r][1];
      }
    }
    return z;
  }
}

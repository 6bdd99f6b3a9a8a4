package org.braindyn.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.graph.GraphEstimates;
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
  /** Share of the identity in partial correlations unless another is chosen. */
  public static final double SHRINKAGE = 0.01;

  /**
   * The comparators that need no model: correlation and partial correlation (symmetric), pairwise
   * Granger causality at lag 1, and the coefficients of a ridge VAR(1).
   *
   * @return signed scores, method name to [source][target]
   */
  public static Map<String, double[][]> comparators(RegionSignals signals) {
    return comparators(signals, new GraphEstimates(0, SHRINKAGE));
  }

  /**
   * As before.
   *
   * @param signals frames without a value are left out pair by pair, in VAR(1) for all regions
   * @param how windows of the correlation, shrinkage of the partial correlation
   */
  public static Map<String, double[][]> comparators(RegionSignals signals, GraphEstimates how) {
    RegionSignals z = signals.withValues(standardised(signals));
    Map<String, double[][]> scores = new java.util.LinkedHashMap<>();
    scores.put("correlation", how.correlation(z));
    scores.put("partial correlation", how.partial(z));
    scores.put("Granger, lag 1", how.granger(z));
    scores.put("VAR(1)", autoregression(z.values()));
    return scores;
  }

  /** Coefficients over the stretches in which every region that has values has one. */
  private static double[][] autoregression(double[][] z) {
    int[] kept =
        IntStream.range(0, z.length)
            .filter(r -> Arrays.stream(z[r]).anyMatch(Double::isFinite))
            .toArray();
    LinearAutoregression sums = new LinearAutoregression(kept.length, 1);
    int from = 0;
    int steps = 0;
    for (int t = 0; t <= z[0].length; t++) {
      int at = t;
      if (t == z[0].length || IntStream.of(kept).anyMatch(r -> !Double.isFinite(z[r][at]))) {
        if (t - from > 1) {
          int first = from;
          sums.add(
              IntStream.of(kept)
                  .mapToObj(r -> Arrays.copyOfRange(z[r], first, at))
                  .toArray(double[][]::new));
          steps += t - from - 1;
        }
        from = t + 1;
      }
    }
    if (steps == 0) {
      throw new BadInput(
          "No two frames after each other have a value in every region, so VAR(1) cannot be made."
              + " Leave regions with many missing frames out.");
    }
    double[][] among = sums.solve(1)[0];
    double[][] all = new double[z.length][z.length];
    for (int i = 0; i < kept.length; i++) {
      for (int j = 0; j < kept.length; j++) {
        all[kept[i]][kept[j]] = among[i][j];
      }
    }
    return all;
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

  /** Mean 0 and sd 1 over the frames that have a value; a constant region stays 0. */
  private static double[][] standardised(RegionSignals signals) {
    double[][] z = new double[signals.size()][];
    for (int r = 0; r < z.length; r++) {
      double[] row = signals.values()[r];
      double[] finite = Arrays.stream(row).filter(Double::isFinite).toArray();
      double mean = Arrays.stream(finite).average().orElse(Double.NaN);
      double sd =
          Math.sqrt(
              Arrays.stream(finite).map(v -> (v - mean) * (v - mean)).average().orElse(Double.NaN));
      z[r] =
          Arrays.stream(row)
              .map(v -> Double.isFinite(v) ? (v - mean) / (sd > 0 ? sd : 1) : Double.NaN)
              .toArray();
    }
    return z;
  }
}

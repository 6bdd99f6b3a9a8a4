package org.braindyn.graph;

/**
 * The estimators for signals with missing frames (NaN): every pair of regions uses the frames that
 * both have ("pairwise complete"). Slower than the estimators for complete signals, and equal to
 * them where nothing is missing.
 */
final class PairwiseEstimates {
  /** Fewer frames than this tell nothing. */
  private static final int LEAST = 3;

  private PairwiseEstimates() {}

  /**
   * Pearson correlation.
   *
   * @param rows [region][frame], frames of windows laid end to end or one recording
   * @return [region][region], exactly symmetric, 1 on the diagonal; 0 where a pair shares fewer
   *     than three frames or a region does not vary in them
   */
  static double[][] correlation(double[][] rows) {
    int n = rows.length;
    double[][] r = new double[n][n];
    for (int i = 0; i < n; i++) {
      r[i][i] = 1;
      for (int j = 0; j < i; j++) {
        r[i][j] = correlation(rows[i], rows[j]);
        r[j][i] = r[i][j];
      }
    }
    return r;
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = 0;
    double meanB = 0;
    int count = 0;
    for (int t = 0; t < a.length; t++) {
      if (Double.isFinite(a[t]) && Double.isFinite(b[t])) {
        count++;
        meanA += a[t];
        meanB += b[t];
      }
    }
    if (count < LEAST) {
      return 0;
    }
    meanA /= count;
    meanB /= count;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int t = 0; t < a.length; t++) {
      if (Double.isFinite(a[t]) && Double.isFinite(b[t])) {
        aa += (a[t] - meanA) * (a[t] - meanA);
        bb += (b[t] - meanB) * (b[t] - meanB);
        ab += (a[t] - meanA) * (b[t] - meanB);
      }
    }
    double scale = Math.sqrt(aa * bb);
    return scale > 0 ? Math.max(-1, Math.min(1, ab / scale)) : 0;
  }

  /**
   * Granger causality at lag 1, see {@link GrangerCausality}, over the steps from one frame to the
   * next in which both regions have both values.
   *
   * @param signals [region][time]
   * @return [source][target], 0 on the diagonal and for pairs with too few steps
   */
  static double[][] granger(double[][] signals) {
    int n = signals.length;
    double[][] score = new double[n][n];
    for (int target = 0; target < n; target++) {
      for (int source = 0; source < n; source++) {
        if (source != target) {
          score[source][target] = granger(signals[source], signals[target]);
        }
      }
    }
    return score;
  }

  private static double granger(double[] source, double[] target) {
    double[] mean = new double[3];
    int count = 0;
    for (int t = 0; t + 1 < target.length; t++) {
      if (complete(source, target, t)) {
        count++;
        mean[0] += target[t];
        mean[1] += source[t];
        mean[2] += target[t + 1];
      }
    }
    if (count <= LEAST) {
      return 0;
    }
    double pp = 0;
    double ss = 0;
    double yy = 0;
    double ps = 0;
    double py = 0;
    double sy = 0;
    for (int t = 0; t + 1 < target.length; t++) {
      if (complete(source, target, t)) {
        double p = target[t] - mean[0] / count;
        double s = source[t] - mean[1] / count;
        double y = target[t + 1] - mean[2] / count;
        pp += p * p;
        ss += s * s;
        yy += y * y;
        ps += p * s;
        py += p * y;
        sy += s * y;
      }
    }
    double restricted = yy - (pp > 0 ? py * py / pp : 0);
    double rest = ss - (pp > 0 ? ps * ps / pp : 0);
    double gain = sy - (pp > 0 ? ps * py / pp : 0);
    double full = restricted - (rest > 1e-12 * count ? gain * gain / rest : 0);
    return full > 0 && restricted > 0 ? Math.max(0, Math.log(restricted / full)) : 0;
  }

  private static boolean complete(double[] source, double[] target, int t) {
    return Double.isFinite(source[t])
        && Double.isFinite(target[t])
        && Double.isFinite(target[t + 1]);
  }
}

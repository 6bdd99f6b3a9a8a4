package org.braindyn.cohort.predict;

import org.braindyn.cohort.predict.fit.ConfoundFit;
import org.braindyn.cohort.predict.fit.FoldKernel;
import org.braindyn.kernel.linalg.Matrix;

/**
 * Share of a score's variance that goes with how alike people are in their features, beyond
 * covariates: a variance component fitted by restricted maximum likelihood with its profile
 * interval (Yang et al. 2010, Nat. Genet. 42:565; of brains, Sabuncu et al. 2016, PNAS 113:E5749).
 * It says what could be foretold from many people, where the skill says what was foretold from
 * these.
 */
final class VarianceShare {
  private static final int STEPS = 400;
  private static final double HALF_CHI_SQUARE = 3.841459 / 2;
  private static final double NOTHING = 1e-9; // of the largest eigenvalue

  private VarianceShare() {}

  /**
   * The share with its 95 % interval.
   *
   * @param features [person][feature]
   */
  static Estimate of(double[][] features, Design design) {
    int n = design.people();
    int[] all = new int[n];
    java.util.Arrays.setAll(all, i -> i);
    ConfoundFit confounds = new ConfoundFit(design.confounds(), all);
    FoldKernel.Fold fold = new FoldKernel(features, all, new int[0]).with(confounds);
    double[] fitted = confounds.fitted(design.y());
    double[] squares = new double[n];
    Matrix vectors = fold.eigen().vectors();
    for (int k = 0; k < n; k++) {
      double z = 0;
      for (int i = 0; i < n; i++) {
        z += vectors.get(i, k) * (design.y()[i] - fitted[i]);
      }
      squares[k] = z * z;
    }
    double[] values = fold.eigen().values();
    int free = n - 1 - design.regressors();
    double unit = 0;
    for (double value : values) {
      unit += Math.max(0, value) / free;
    }
    double[] profile = new double[STEPS];
    int best = 0;
    for (int h = 0; h < STEPS; h++) {
      profile[h] = likelihood((double) h / STEPS, values, squares, unit, free);
      best = profile[h] > profile[best] ? h : best;
    }
    int low = best;
    int high = best;
    while (low > 0 && profile[low - 1] > profile[best] - HALF_CHI_SQUARE) {
      low--;
    }
    while (high < STEPS - 1 && profile[high + 1] > profile[best] - HALF_CHI_SQUARE) {
      high++;
    }
    return new Estimate((double) best / STEPS, (double) low / STEPS, (double) high / STEPS);
  }

  private static double likelihood(
      double share, double[] values, double[] squares, double unit, int free) {
    double largest = values[values.length - 1];
    double logs = 0;
    double sum = 0;
    int seen = 0;
    for (int k = values.length - 1; k >= 0; k--) {
      boolean flat = !(values[k] > NOTHING * largest);
      double variance = 1 - share + (flat ? 0 : share * values[k] / unit);
      sum += squares[k] / variance;
      if (seen < free) { // the directions of mean and confounds hold nothing and do not count
        logs += Math.log(variance);
        seen++;
      }
    }
    return -0.5 * (logs + free * Math.log(sum / free));
  }
}

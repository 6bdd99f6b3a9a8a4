package org.braindyn.cohort.predict;

import java.util.Arrays;

/** Correlation and spread of two rows of numbers. */
final class Associations {
  private Associations() {}

  /** Pearson's; NaN if one does not vary. */
  static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : Double.NaN;
  }

  /** Standard deviation. */
  static double sd(double[] a) {
    double mean = Arrays.stream(a).average().orElse(0);
    double sum = 0;
    for (double v : a) {
      sum += (v - mean) * (v - mean);
    }
    return Math.sqrt(sum / a.length);
  }
}

package org.braindyn.forecast.family.choice;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Errors of two forecasters on the same pieces of data: the mean difference and how sure it is
 * (Student's t over pieces).
 *
 * @param difference mean of error minus reference; negative is better
 * @param standardError of the mean
 * @param half half the width of the 95 % interval
 * @param better pieces with the smaller error
 * @param pieces number of pieces
 */
public record Paired(double difference, double standardError, double half, int better, int pieces) {
  /** Compares piece by piece; two pieces or more. */
  public static Paired of(double[] error, double[] reference) {
    int n = error.length;
    double mean = 0;
    int better = 0;
    for (int i = 0; i < n; i++) {
      mean += (error[i] - reference[i]) / n;
      better += error[i] < reference[i] ? 1 : 0;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += Math.pow(error[i] - reference[i] - mean, 2);
    }
    double se = n > 1 ? Math.sqrt(squares / (n - 1) / n) : Double.POSITIVE_INFINITY;
    double t = n > 1 ? new TDistribution(n - 1).inverseCumulativeProbability(0.975) : 1;
    return new Paired(mean, se, t * se, better, n);
  }

  /** True if 0 lies above the interval. */
  public boolean surelyBetter() {
    return difference + half < 0;
  }
}

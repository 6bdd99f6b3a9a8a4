package org.braindyn.forecast.residual;

import org.braindyn.data.SignalBatch;

/**
 * What a context tells about the recording it comes from, per region: autocorrelations of its own
 * and of all regions on average, how much of the variance is common to all, the largest value, and
 * how large the latest samples are. All follow from the normalised context alone.
 */
final class ContextDescriptors {
  static final int[] LAGS = {1, 2, 3, 5, 8};
  static final int[] COMMON_LAGS = {1, 3, 6};
  static final int LATEST = 5;

  /** Numbers per region. */
  static final int COUNT = 2 * LAGS.length + 1 + COMMON_LAGS.length + 4;

  private ContextDescriptors() {}

  /** [region][number] of one window. */
  static double[][] of(SignalBatch context, int window) {
    int n = context.regions();
    int steps = context.steps();
    double[][] result = new double[n][COUNT];
    double[] average = new double[steps];
    double[] common = new double[LAGS.length];
    double lateVariance = 0;
    for (int i = 0; i < n; i++) {
      double[] x = new double[steps];
      System.arraycopy(context.values(), context.index(window, i, 0), x, 0, steps);
      for (int t = 0; t < steps; t++) {
        average[t] += x[t] / n;
      }
      double[] own = result[i];
      for (int k = 0; k < LAGS.length; k++) {
        own[k] = product(x, LAGS[k]);
        common[k] += own[k] / n;
      }
      int at = 2 * LAGS.length + 1 + COMMON_LAGS.length;
      for (double v : x) {
        own[at] = Math.max(own[at], Math.abs(v));
      }
      for (int t = Math.max(0, steps - LATEST); t < steps; t++) {
        own[at + 1] += Math.abs(x[t]) / LATEST;
      }
      own[at + 2] = variance(x, steps / 2);
      lateVariance += own[at + 2] / n;
    }
    double spread = variance(average, 0);
    for (double[] own : result) {
      System.arraycopy(common, 0, own, LAGS.length, LAGS.length);
      own[2 * LAGS.length] = spread;
      for (int k = 0; k < COMMON_LAGS.length; k++) {
        own[2 * LAGS.length + 1 + k] = product(average, COMMON_LAGS[k]) / Math.max(spread, 1e-12);
      }
      own[COUNT - 1] = lateVariance;
    }
    return result;
  }

  /** Mean product of values a lag apart; 0 for a context that is too short. */
  static double product(double[] x, int lag) {
    double sum = 0;
    for (int t = lag; t < x.length; t++) {
      sum += x[t] * x[t - lag];
    }
    return x.length > lag ? sum / (x.length - lag) : 0;
  }

  static double variance(double[] x, int from) {
    double mean = 0;
    double squares = 0;
    int count = x.length - from;
    for (int t = from; t < x.length; t++) {
      mean += x[t] / count;
      squares += x[t] * x[t] / count;
    }
    return squares - mean * mean;
  }
}

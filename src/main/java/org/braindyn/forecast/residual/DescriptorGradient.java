package org.braindyn.forecast.residual;

import org.braindyn.data.SignalBatch;

/** The reverse of {@link ContextDescriptors}. */
final class DescriptorGradient {
  private static final int[] LAGS = ContextDescriptors.LAGS;
  private static final int[] COMMON_LAGS = ContextDescriptors.COMMON_LAGS;

  private DescriptorGradient() {}

  /**
   * @param gradient of every region's descriptors, [region][number]
   * @param sum gradients of the contexts are added here
   */
  static void add(SignalBatch context, int window, double[][] gradient, SignalBatch sum) {
    int n = context.regions();
    int steps = context.steps();
    int extremes = 2 * LAGS.length + 1 + COMMON_LAGS.length;
    double[] average = new double[steps];
    double[] all = new double[ContextDescriptors.COUNT];
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < steps; t++) {
        average[t] += context.get(window, i, t) / n;
      }
      for (int k = 0; k < all.length; k++) {
        all[k] += gradient[i][k];
      }
    }
    double[] common = common(average, all);
    for (int i = 0; i < n; i++) {
      double[] x = new double[steps];
      System.arraycopy(context.values(), context.index(window, i, 0), x, 0, steps);
      double[] g = new double[steps];
      for (int k = 0; k < LAGS.length; k++) {
        product(x, LAGS[k], gradient[i][k] + all[LAGS.length + k] / n, g);
      }
      int peak = 0;
      for (int t = 0; t < steps; t++) {
        peak = Math.abs(x[t]) > Math.abs(x[peak]) ? t : peak;
        g[t] += common[t] / n;
      }
      g[peak] += Math.signum(x[peak]) * gradient[i][extremes];
      for (int t = Math.max(0, steps - ContextDescriptors.LATEST); t < steps; t++) {
        g[t] += Math.signum(x[t]) * gradient[i][extremes + 1] / ContextDescriptors.LATEST;
      }
      double late = gradient[i][extremes + 2] + all[ContextDescriptors.COUNT - 1] / n;
      variance(x, steps / 2, late, g);
      for (int t = 0; t < steps; t++) {
        sum.values()[sum.index(window, i, t)] += g[t];
      }
    }
  }

  /** Gradient of the average of all regions by what is common to all. */
  private static double[] common(double[] average, double[] all) {
    double[] g = new double[average.length];
    double spread = ContextDescriptors.variance(average, 0);
    double divisor = Math.max(spread, 1e-12);
    double bySpread = all[2 * LAGS.length];
    for (int k = 0; k < COMMON_LAGS.length; k++) {
      double by = all[2 * LAGS.length + 1 + k];
      product(average, COMMON_LAGS[k], by / divisor, g);
      if (spread > 1e-12) {
        double ratio = ContextDescriptors.product(average, COMMON_LAGS[k]) / divisor;
        bySpread -= by * ratio / divisor;
      }
    }
    variance(average, 0, bySpread, g);
    return g;
  }

  private static void product(double[] x, int lag, double by, double[] g) {
    for (int t = lag; t < x.length; t++) {
      g[t] += by * x[t - lag] / (x.length - lag);
      g[t - lag] += by * x[t] / (x.length - lag);
    }
  }

  private static void variance(double[] x, int from, double by, double[] g) {
    int count = x.length - from;
    double mean = 0;
    for (int t = from; t < x.length; t++) {
      mean += x[t] / count;
    }
    for (int t = from; t < x.length; t++) {
      g[t] += by * 2 * (x[t] - mean) / count;
    }
  }
}

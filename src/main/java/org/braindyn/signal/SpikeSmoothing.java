package org.braindyn.signal;

import org.braindyn.data.BadInput;

/**
 * Gaussian smoothing of spike counts.
 *
 * @param sigma ms
 * @param causal true: only the past is used (half a Gaussian), fit for forecasting; false: the
 *     symmetric kernel, which looks 4 sigma into the future and so leaks targets into contexts
 */
public record SpikeSmoothing(double sigma, boolean causal) {
  /** Checks sigma. */
  public SpikeSmoothing {
    if (!(sigma > 0) || sigma > 1e5) {
      throw new BadInput("A smoothing of " + sigma + " ms is not possible; give 0.1 to 100000.");
    }
  }

  /**
   * Kernel of radius int(4 sigma + 0.5) bins with unit sum; entry [radius] is the bin itself,
   * entries above it weigh the past. The causal kernel is 0 for the future.
   */
  double[] kernel(double width) {
    double bins = sigma / width;
    int radius = Math.max(1, (int) (4 * bins + 0.5));
    double[] kernel = new double[2 * radius + 1];
    double sum = 0;
    for (int k = -radius; k <= radius; k++) {
      double weight = causal && k < 0 ? 0 : Math.exp(-0.5 * (k / bins) * (k / bins));
      kernel[k + radius] = weight;
      sum += weight;
    }
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] /= sum;
    }
    return kernel;
  }

  /**
   * Smooths one row; outside the record there are no spikes.
   *
   * @param counts per bin
   * @param width of a bin, ms
   */
  public double[] apply(double[] counts, double width) {
    double[] kernel = kernel(width);
    int radius = kernel.length / 2;
    double[] smooth = new double[counts.length];
    for (int t = 0; t < counts.length; t++) {
      if (counts[t] != 0) {
        int last = Math.min(counts.length - 1, t + radius);
        for (int u = Math.max(0, t - radius); u <= last; u++) {
          smooth[u] += kernel[u - t + radius] * counts[t];
        }
      }
    }
    return smooth;
  }
}

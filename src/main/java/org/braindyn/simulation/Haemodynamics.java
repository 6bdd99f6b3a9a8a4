package org.braindyn.simulation;

import org.apache.commons.math3.special.Gamma;

/**
 * From neural activity to BOLD: convolution with the canonical double-gamma response.
 *
 * <p>The response is SPM's default (Friston et al. 1998, NeuroImage 7:30; spm_hrf): a gamma density
 * of shape 6 minus one sixth of a gamma density of shape 16, unit scale 1 s, 32 s long, divided by
 * its sum so that a constant input gives the same constant.
 */
public final class Haemodynamics {
  private static final double LENGTH = 32;

  private Haemodynamics() {}

  /**
   * The response, sampled.
   *
   * @param step time between samples in s
   * @return the kernel; its sum is 1
   */
  public static double[] kernel(double step) {
    int n = (int) Math.ceil(LENGTH / step);
    double[] kernel = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double t = i * step;
      kernel[i] = gammaDensity(t, 6) - gammaDensity(t, 16) / 6;
      sum += kernel[i];
    }
    for (int i = 0; i < n; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }

  /**
   * BOLD at every {@code every}-th neural sample.
   *
   * @param neural activity, [region][sample]
   * @param step time between the neural samples in s
   * @param first neural sample of the first frame; what lies before it is the history
   * @param every neural samples per frame
   * @param frames frames wanted
   * @return BOLD, [region][frame], in the unit of the activity
   */
  public static double[][] bold(double[][] neural, double step, int first, int every, int frames) {
    double[] kernel = kernel(step);
    double[][] bold = new double[neural.length][frames];
    for (int r = 0; r < neural.length; r++) {
      for (int f = 0; f < frames; f++) {
        int now = first + f * every;
        double sum = 0;
        for (int k = Math.min(kernel.length - 1, now); k >= 0; k--) {
          sum += kernel[k] * neural[r][now - k];
        }
        bold[r][f] = sum;
      }
    }
    return bold;
  }

  private static double gammaDensity(double t, int shape) {
    return t <= 0 ? 0 : Math.exp((shape - 1) * Math.log(t) - t - Gamma.logGamma(shape));
  }
}

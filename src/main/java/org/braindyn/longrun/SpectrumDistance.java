package org.braindyn.longrun;

import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * Hellinger distance of power spectra, averaged over regions (Mikhaeil et al. 2022, NeurIPS, eq.
 * 13): 0 for the same spectra, 1 for spectra that share no frequency. Periodograms are smoothed by
 * a Gaussian of 2 % of the frequencies and have total power 1.
 */
public final class SpectrumDistance {
  private static final double SMOOTHING = 0.02; // of all frequencies
  private static final double REACH = 3; // standard deviations of the Gaussian

  private SpectrumDistance() {}

  /**
   * Measures; the longer run is cut to the shorter.
   *
   * @param real [region][time]
   * @param made the same regions and sampling
   * @return 0 to 1; NaN if the made run is not finite
   */
  public static double of(double[][] real, double[][] made) {
    int frames = Math.min(real[0].length, made[0].length);
    double sum = 0;
    for (int n = 0; n < real.length; n++) {
      double[] a = spectrum(Arrays.copyOf(real[n], frames));
      double[] b = spectrum(Arrays.copyOf(made[n], frames));
      double overlap = 0;
      for (int k = 0; k < a.length; k++) {
        overlap += Math.sqrt(a[k] * b[k]);
      }
      sum += Math.sqrt(Math.max(0, 1 - overlap));
    }
    return sum / real.length;
  }

  /** Smoothed power above 0 Hz, sum 1; even for a constant. */
  private static double[] spectrum(double[] x) {
    double mean = Arrays.stream(x).average().orElse(0);
    int size = Math.max(4, Integer.highestOneBit(Math.max(2, x.length - 1)) << 1);
    double[] padded = new double[size];
    for (int t = 0; t < x.length; t++) {
      padded[t] = x[t] - mean;
    }
    Complex[] f =
        new FastFourierTransformer(DftNormalization.STANDARD)
            .transform(padded, TransformType.FORWARD);
    double[] power = new double[size / 2];
    double all = 0;
    for (int k = 0; k < power.length; k++) {
      double own = f[k + 1].abs();
      power[k] = own * own;
      all += power[k];
    }
    if (all == 0) {
      Arrays.fill(power, 1.0 / power.length);
      return power;
    }
    return smoothed(power);
  }

  private static double[] smoothed(double[] power) {
    double width = Math.max(1, SMOOTHING * power.length);
    int reach = (int) Math.ceil(REACH * width);
    double[] weight = new double[reach + 1];
    for (int j = 0; j <= reach; j++) {
      weight[j] = Math.exp(-0.5 * j * j / (width * width));
    }
    double[] made = new double[power.length];
    double all = 0;
    for (int k = 0; k < power.length; k++) {
      double sum = 0;
      double weights = 0;
      for (int j = Math.max(-reach, -k); j <= Math.min(reach, power.length - 1 - k); j++) {
        sum += weight[Math.abs(j)] * power[k + j];
        weights += weight[Math.abs(j)];
      }
      made[k] = sum / weights;
      all += made[k];
    }
    for (int k = 0; k < made.length; k++) {
      made[k] /= all;
    }
    return made;
  }
}

package org.braindyn.task;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * What engineers have long measured in EEG: the logarithm of the power in the clinical bands (Hann
 * window, periodogram) and of the line length (Esteller et al. 2001, EMBC 23), per channel.
 */
final class EegFeatures {
  /** Edges in Hz of delta, theta, alpha, beta and gamma. */
  public static final double[] BANDS = {0.5, 4, 8, 13, 30, 45};

  private EegFeatures() {}

  /** Number of features per channel. */
  public static int perChannel() {
    return BANDS.length;
  }

  /**
   * Features of one window.
   *
   * @param values [channel][time]
   * @param from first sample
   * @param length samples
   * @param rate samples per second
   * @return channel by channel: log power of each band, then log line length
   */
  public static double[] of(double[][] values, int from, int length, double rate) {
    double[] features = new double[values.length * BANDS.length];
    int size = Integer.highestOneBit(Math.max(1, length - 1)) * 2;
    FastFourierTransformer fourier = new FastFourierTransformer(DftNormalization.STANDARD);
    for (int c = 0; c < values.length; c++) {
      double[] x = values[c];
      double mean = 0;
      double line = 0;
      for (int k = 0; k < length; k++) {
        mean += x[from + k] / length;
        line += k == 0 ? 0 : Math.abs(x[from + k] - x[from + k - 1]);
      }
      double[] windowed = new double[size];
      double weight = 0;
      for (int k = 0; k < length; k++) {
        double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * (k + 0.5) / length);
        windowed[k] = (x[from + k] - mean) * hann;
        weight += hann * hann;
      }
      Complex[] spectrum = fourier.transform(windowed, TransformType.FORWARD);
      for (int b = 0; b + 1 < BANDS.length; b++) {
        double power = 0;
        for (int k = 1; k <= size / 2; k++) {
          double frequency = k * rate / size;
          if (frequency >= BANDS[b] && frequency < BANDS[b + 1]) {
            double a = spectrum[k].abs();
            power += 2 * a * a / (weight * size);
          }
        }
        features[c * BANDS.length + b] = Math.log(power + 1e-12);
      }
      features[c * BANDS.length + BANDS.length - 1] = Math.log(line / length + 1e-12);
    }
    return features;
  }
}

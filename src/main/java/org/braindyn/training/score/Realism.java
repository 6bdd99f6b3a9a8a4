package org.braindyn.training.score;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.braindyn.data.BadInput;
import org.braindyn.graph.Correlation;

/**
 * How much generated signals look like real ones in what survives a free run.
 *
 * @param fcCorrelation correlation of the two functional connectivity matrices above the diagonal
 * @param spectralDistance mean over regions and frequencies of the absolute difference of log10
 *     power, each spectrum with total power 1
 * @param realLagOne mean lag-1 autocorrelation of the real signals
 * @param generatedLagOne the same of the generated signals
 * @param largest largest absolute value of the generated signals
 */
public record Realism(
    double fcCorrelation,
    double spectralDistance,
    double realLagOne,
    double generatedLagOne,
    double largest) {
  /** Samples below which nothing can be said. */
  public static final int FEWEST = 32;

  private static final int SEGMENT = 128;

  /**
   * Compares.
   *
   * @param real [region][time], at least 32 samples
   * @param generated the same regions and sampling, at least 32 samples
   */
  public static Realism of(double[][] real, double[][] generated) {
    if (real.length != generated.length || Math.min(real[0].length, generated[0].length) < FEWEST) {
      throw new BadInput(
          "Real and generated signals need the same regions and at least "
              + FEWEST
              + " samples each.");
    }
    int segment = segment(Math.min(real[0].length, generated[0].length));
    double largest = 0;
    double distance = 0;
    double realLag = 0;
    double generatedLag = 0;
    int regions = real.length;
    for (int n = 0; n < regions; n++) {
      double[] a = spectrum(real[n], segment);
      double[] b = spectrum(generated[n], segment);
      for (int k = 0; k < a.length; k++) {
        distance += Math.abs(Math.log10(a[k] / b[k])) / (a.length * regions);
      }
      realLag += lagOne(real[n]) / regions;
      generatedLag += lagOne(generated[n]) / regions;
      for (double v : generated[n]) {
        largest = Math.max(largest, Math.abs(v));
      }
    }
    return new Realism(
        fcCorrelation(Correlation.of(real), Correlation.of(generated)),
        distance,
        realLag,
        generatedLag,
        largest);
  }

  /** Pearson correlation of two matrices' entries above the diagonal. */
  public static double fcCorrelation(double[][] a, double[][] b) {
    ErrorSums sums = new ErrorSums();
    for (int i = 0; i < a.length; i++) {
      for (int j = i + 1; j < a.length; j++) {
        sums.add(a[i][j], b[i][j]);
      }
    }
    return sums.pcc();
  }

  /** Samples of a segment whose spectrum is taken: 128, or less for shorter signals. */
  public static int segment(int frames) {
    int segment = SEGMENT;
    while (segment > frames) {
      segment /= 2;
    }
    return segment;
  }

  /**
   * Mean over regions of the power spectrum, total power 1.
   *
   * @param segment samples of a segment; entry k is the frequency (k + 1) / (segment x interval)
   */
  public static double[] meanSpectrum(double[][] signals, int segment) {
    double[] mean = new double[segment / 2];
    for (double[] row : signals) {
      double[] own = spectrum(row, segment);
      for (int k = 0; k < mean.length; k++) {
        mean[k] += own[k] / signals.length;
      }
    }
    return mean;
  }

  /** Welch's power spectrum (1967): half-overlapping Hann segments, total power 1, without 0 Hz. */
  static double[] spectrum(double[] x, int length) {
    double[] power = new double[length / 2];
    FastFourierTransformer fft = new FastFourierTransformer(DftNormalization.STANDARD);
    for (int from = 0; from + length <= x.length; from += length / 2) {
      double mean = 0;
      for (int t = 0; t < length; t++) {
        mean += x[from + t] / length;
      }
      double[] segment = new double[length];
      for (int t = 0; t < length; t++) {
        double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * t / length);
        segment[t] = hann * (x[from + t] - mean);
      }
      Complex[] transformed = fft.transform(segment, TransformType.FORWARD);
      for (int k = 0; k < power.length; k++) {
        double size = transformed[k + 1].abs();
        power[k] += size * size;
      }
    }
    double total = 0;
    for (double p : power) {
      total += p;
    }
    for (int k = 0; k < power.length; k++) {
      power[k] = Math.max(power[k] / Math.max(total, 1e-300), 1e-12);
    }
    return power;
  }

  private static double lagOne(double[] x) {
    double mean = 0;
    for (double v : x) {
      mean += v / x.length;
    }
    double product = 0;
    double square = 0;
    for (int t = 0; t < x.length; t++) {
      square += (x[t] - mean) * (x[t] - mean);
      product += t == 0 ? 0 : (x[t] - mean) * (x[t - 1] - mean);
    }
    return product / Math.max(square, 1e-300);
  }
}

package org.braindyn.signal;

import java.util.Arrays;
import org.braindyn.data.BadInput;

/**
 * Changes the sampling rate by a ratio of whole numbers, with a linear-phase low-pass at the lower
 * of the two Nyquist frequencies (windowed sinc, Kaiser beta 5, 10 periods each side) against
 * aliasing. Sample k stays at time k / rate.
 */
public final class Resampler {
  private static final int PERIODS = 10;
  private static final double BETA = 5;
  private static final int LARGEST = 5000;

  private final int up;
  private final int down;
  private final double[] kernel;

  /**
   * @param from samples per second of what comes in
   * @param to samples per second wanted
   */
  public Resampler(double from, double to) {
    int[] ratio = ratio(from, to);
    up = ratio[0];
    down = ratio[1];
    int larger = Math.max(up, down);
    int half = PERIODS * larger;
    kernel = new double[2 * half + 1];
    double sum = 0;
    for (int k = -half; k <= half; k++) {
      double x = (double) k / larger;
      double sinc = k == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
      double edge = (double) k / half;
      kernel[k + half] = sinc * bessel(BETA * Math.sqrt(1 - edge * edge));
      sum += kernel[k + half];
    }
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] *= up / sum;
    }
  }

  /** Resamples; stretches between NaN are resampled alone. */
  public double[] apply(double[] values) {
    int length = (int) (((long) values.length * up + down - 1) / down);
    double[] out = new double[length];
    if (up == 1 && down == 1) {
      return values.clone();
    }
    Arrays.fill(out, Double.NaN);
    for (int from = 0; from < values.length; from++) {
      if (Double.isFinite(values[from])) {
        int to = from;
        while (to < values.length && Double.isFinite(values[to])) {
          to++;
        }
        stretch(values, from, to, out);
        from = to;
      }
    }
    return out;
  }

  /** Fills the outputs whose time lies within inputs from to to (exclusive). */
  private void stretch(double[] x, int from, int to, double[] out) {
    // Electrodes drift by thousands of times the signal; the kernel's ripple must not see that.
    double mean = Arrays.stream(x, from, to).average().orElseThrow();
    int half = kernel.length / 2;
    long first = ((long) from * up + down - 1) / down;
    for (long m = first; m < out.length && m * down < (long) to * up; m++) {
      long centre = m * down;
      long lowest = Math.floorDiv(centre - half + up - 1, up);
      double sum = 0;
      for (long i = lowest; i * up <= centre + half; i++) {
        sum += kernel[(int) (centre - i * up) + half] * (mirrored(x, from, to, i) - mean);
      }
      out[(int) m] = sum + mean;
    }
  }

  /** The stretch continued by point reflection at its ends, so that no step arises there. */
  private static double mirrored(double[] x, int from, int to, long i) {
    if (i >= from && i < to) {
      return x[(int) i];
    }
    int end = i < from ? from : to - 1;
    long other = 2L * end - i;
    return other >= from && other < to ? 2 * x[end] - x[(int) other] : x[end];
  }

  /** Best fraction to/from by continued fractions. */
  private static int[] ratio(double from, double to) {
    if (!(from > 0) || !(to > 0) || from > 1e7 || to > 1e7) {
      throw new BadInput("Resampling from " + from + " to " + to + " Hz is not possible.");
    }
    double wanted = to / from;
    long a0 = 0;
    long b0 = 1;
    long a1 = 1;
    long b1 = 0;
    double rest = wanted;
    while (true) {
      long whole = (long) Math.floor(rest);
      long a = whole * a1 + a0;
      long b = whole * b1 + b0;
      if (a > LARGEST || b > LARGEST) {
        throw new BadInput(
            String.format(
                "%s Hz to %s Hz is no ratio of whole numbers up to %d. Choose another rate.",
                from, to, LARGEST));
      }
      if (Math.abs((double) a / b - wanted) <= 1e-9 * wanted) {
        return new int[] {(int) a, (int) b};
      }
      a0 = a1;
      b0 = b1;
      a1 = a;
      b1 = b;
      rest = 1 / (rest - whole);
    }
  }

  /** Modified Bessel function of the first kind, order 0. */
  private static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > 1e-17 * sum; k++) {
      term *= x / (2 * k) * x / (2 * k);
      sum += term;
    }
    return sum;
  }
}

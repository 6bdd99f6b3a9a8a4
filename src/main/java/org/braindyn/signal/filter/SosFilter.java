package org.braindyn.signal.filter;

import org.braindyn.signal.FiniteStretches;

/**
 * A recursive filter as second-order sections, applied forwards and backwards so that nothing is
 * shifted in time (and, seen from any sample, the future is used: filter before cutting windows of
 * a forecast only with {@link #forward}).
 */
public final class SosFilter {
  /** Per section b0, b1, b2, a1, a2 (a0 = 1). */
  private final double[][] sections;

  private final int padding;

  /**
   * @param sections b0, b1, b2, a1, a2 each
   * @param padding samples by which a record is continued at both ends, by its mirror image: the
   *     usual point reflection ties both ends of a high-passed record to zero (docs/adr/0021)
   */
  SosFilter(double[][] sections, int padding) {
    this.sections = sections;
    this.padding = padding;
  }

  /** This filter, then another. */
  public SosFilter then(SosFilter next) {
    double[][] all = new double[sections.length + next.sections.length][];
    System.arraycopy(sections, 0, all, 0, sections.length);
    System.arraycopy(next.sections, 0, all, sections.length, next.sections.length);
    return new SosFilter(all, Math.max(padding, next.padding));
  }

  /**
   * Forwards and backwards: no delay, squared gain. NaN stays NaN; stretches are filtered alone.
   */
  public double[] zeroPhase(double[] values) {
    return FiniteStretches.map(values, stretch -> both(stretch));
  }

  /** Forwards only: uses the past alone, delays. Starts as if the first value had always been. */
  public double[] forward(double[] values) {
    return FiniteStretches.map(
        values,
        stretch -> {
          double[] out = stretch.clone();
          pass(out);
          return out;
        });
  }

  /** Gain of one pass at a frequency. */
  public double gain(double frequency, double rate) {
    double w = 2 * Math.PI * frequency / rate;
    double gain = 1;
    for (double[] s : sections) {
      double above =
          Math.hypot(
              s[0] + s[1] * Math.cos(w) + s[2] * Math.cos(2 * w),
              s[1] * Math.sin(w) + s[2] * Math.sin(2 * w));
      double below =
          Math.hypot(
              1 + s[3] * Math.cos(w) + s[4] * Math.cos(2 * w),
              s[3] * Math.sin(w) + s[4] * Math.sin(2 * w));
      gain *= above / below;
    }
    return gain;
  }

  private double[] both(double[] values) {
    int n = values.length;
    int pad = Math.min(padding, n - 1);
    double[] work = new double[n + 2 * pad];
    System.arraycopy(values, 0, work, pad, n);
    for (int k = 1; k <= pad; k++) {
      work[pad - k] = values[k];
      work[pad + n - 1 + k] = values[n - 1 - k];
    }
    pass(work);
    reverse(work);
    pass(work);
    reverse(work);
    double[] out = new double[n];
    System.arraycopy(work, pad, out, 0, n);
    return out;
  }

  /** In place, direct form II transposed, started in the steady state of the first value. */
  private void pass(double[] x) {
    double steady = x[0];
    for (double[] s : sections) {
      double rest = steady * (s[0] + s[1] + s[2]) / (1 + s[3] + s[4]);
      double z2 = s[2] * steady - s[4] * rest;
      double z1 = s[1] * steady - s[3] * rest + z2;
      for (int i = 0; i < x.length; i++) {
        double in = x[i];
        double out = s[0] * in + z1;
        z1 = s[1] * in - s[3] * out + z2;
        z2 = s[2] * in - s[4] * out;
        x[i] = out;
      }
      steady = rest;
    }
  }

  private static void reverse(double[] x) {
    for (int i = 0, j = x.length - 1; i < j; i++, j--) {
      double kept = x[i];
      x[i] = x[j];
      x[j] = kept;
    }
  }
}

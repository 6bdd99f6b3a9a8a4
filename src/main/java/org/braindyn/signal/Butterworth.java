package org.braindyn.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;

/**
 * Butterworth high-pass and low-pass, each of the given order, run forward and backward (no shift
 * in time). Sections by the bilinear transform with the cut-off prewarped (Oppenheim &amp; Schafer,
 * Discrete-Time Signal Processing, 7.1). The gain at frequency f of a low-pass at c is 1 / (1 +
 * (tan(pi f dt) / tan(pi c dt))^(2 order)): one half at the cut-off.
 */
public final class Butterworth {
  /** One section: b0, b1, b2, a1, a2. */
  private final List<double[]> sections = new ArrayList<>();

  private final int padding;

  /**
   * @param low frequencies below are removed, Hz; 0 for none
   * @param high frequencies above are removed, Hz; 0 for none
   * @param order poles of each of the two filters, 1 to 10
   * @param interval time between samples in s
   */
  public Butterworth(double low, double high, int order, double interval) {
    double nyquist = 0.5 / interval;
    if (!(low >= 0 && high >= 0)
        || low >= nyquist
        || high >= nyquist
        || (high > 0 && low >= high)) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "The band %g to %g Hz is not possible: with %g s between frames both must lie below"
                  + " %.4g Hz, and the lower one below the higher one (0 for none).",
              low,
              high,
              interval,
              nyquist));
    }
    if (order < 1 || order > 10) {
      throw new BadInput("The filter's order is " + order + "; 1 to 10 are possible.");
    }
    if (low > 0) {
      design(Math.tan(Math.PI * low * interval), order, true);
    }
    if (high > 0) {
      design(Math.tan(Math.PI * high * interval), order, false);
    }
    double slowest = low > 0 ? low : Math.max(high, 1e-9);
    padding = (int) Math.min(1 << 20, Math.ceil(1 / (slowest * interval)) + 3 * order);
  }

  private void design(double k, int order, boolean highPass) {
    for (int pair = 0; pair < order / 2; pair++) {
      double q = 1 / (2 * Math.sin(Math.PI * (2 * pair + 1) / (2 * order)));
      double norm = 1 / (1 + k / q + k * k);
      double b0 = highPass ? norm : k * k * norm;
      double sign = highPass ? -2 : 2;
      sections.add(
          new double[] {b0, sign * b0, b0, 2 * (k * k - 1) * norm, (1 - k / q + k * k) * norm});
    }
    if (order % 2 == 1) {
      double b0 = (highPass ? 1 : k) / (k + 1);
      sections.add(new double[] {b0, highPass ? -b0 : b0, 0, (k - 1) / (k + 1), 0});
    }
  }

  /**
   * Filters one time course in place. The ends are continued by their point reflection.
   *
   * @param signal no NaN
   */
  public void apply(double[] signal) {
    int n = signal.length;
    if (n < 2 || sections.isEmpty()) {
      return;
    }
    int pad = Math.min(padding, n - 1);
    double[] x = new double[n + 2 * pad];
    for (int i = 0; i < x.length; i++) {
      int t = i - pad;
      x[i] =
          t < 0
              ? 2 * signal[0] - signal[-t]
              : t >= n ? 2 * signal[n - 1] - signal[2 * (n - 1) - t] : signal[t];
    }
    forward(x);
    reverse(x);
    forward(x);
    reverse(x);
    System.arraycopy(x, pad, signal, 0, n);
  }

  private void forward(double[] x) {
    for (double[] s : sections) {
      // Start as if the first value had always been there.
      double y = x[0] * (s[0] + s[1] + s[2]) / (1 + s[3] + s[4]);
      double z2 = s[2] * x[0] - s[4] * y;
      double z1 = s[1] * x[0] - s[3] * y + z2;
      for (int i = 0; i < x.length; i++) {
        double in = x[i];
        double out = s[0] * in + z1;
        z1 = s[1] * in - s[3] * out + z2;
        z2 = s[2] * in - s[4] * out;
        x[i] = out;
      }
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

package org.braindyn.signal;

import java.util.Locale;
import org.braindyn.data.BadInput;

/**
 * Butterworth high-pass and low-pass, each of the given order, run forward and backward (no shift
 * in time), as {@link Filters} designs them. The gain at frequency f of a low-pass at c is 1 / (1 +
 * (tan(pi f dt) / tan(pi c dt))^(2 order)): one half at the cut-off.
 */
public final class Butterworth {
  private final SosFilter filter;

  /** Frames in one period of the slowest cut-off. */
  private final int period;

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
    double rate = 1 / interval;
    period = (int) Math.min(1 << 20, Math.ceil(rate / (low > 0 ? low : Math.max(high, 1e-6))));
    SosFilter above = low > 0 ? Filters.highPass(order, low, rate) : null;
    SosFilter below = high > 0 ? Filters.lowPass(order, high, rate) : null;
    filter = above == null ? below : below == null ? above : above.then(below);
  }

  /**
   * Filters one time course in place. The ends are continued by their mirror image over three
   * periods of the slowest cut-off: the usual point reflection alone ties both ends of a
   * high-passed signal to zero.
   *
   * @param signal no NaN
   */
  public void apply(double[] signal) {
    int n = signal.length;
    if (filter == null || n < 2) {
      return;
    }
    int pad = Math.min(3 * period, n - 1);
    double[] x = new double[n + 2 * pad];
    for (int i = 0; i < x.length; i++) {
      int t = i - pad;
      x[i] = signal[t < 0 ? -t : t >= n ? 2 * (n - 1) - t : t];
    }
    System.arraycopy(filter.zeroPhase(x), pad, signal, 0, n);
  }
}

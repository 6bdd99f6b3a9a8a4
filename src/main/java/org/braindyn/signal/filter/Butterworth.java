package org.braindyn.signal.filter;

import java.util.Locale;
import org.braindyn.data.BadInput;

/**
 * Butterworth high-pass and low-pass, each of the given order, run forward and backward (no shift
 * in time), as {@link Filters} designs them. The gain at frequency f of a low-pass at c is 1 / (1 +
 * (tan(pi f dt) / tan(pi c dt))^(2 order)): one half at the cut-off.
 */
public final class Butterworth {
  private final SosFilter filter;

  /**
   * @param low frequencies below are removed, Hz; 0 for none
   * @param high frequencies above are removed, Hz; 0 for none
   * @param order poles of each of the two filters, 1 to 10
   * @param interval time between samples in s
   */
  public Butterworth(double low, double high, int order, double interval) {
    checkBand(low, high, interval);
    double rate = 1 / interval;
    SosFilter above = low > 0 ? Filters.highPass(order, low, rate) : null;
    SosFilter below = high > 0 ? Filters.lowPass(order, high, rate) : null;
    filter = above == null ? below : below == null ? above : above.then(below);
  }

  /**
   * Refuses a band that no filter can pass.
   *
   * @throws BadInput if a corner is not below half of the rate, or the lower one not below the
   *     higher one
   */
  public static void checkBand(double low, double high, double interval) {
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
  }

  /**
   * Filters one time course in place. The ends are continued by their mirror image over three
   * periods of the slowest cut-off.
   *
   * @param signal no NaN
   */
  public void apply(double[] signal) {
    if (filter != null && signal.length > 1) {
      System.arraycopy(filter.zeroPhase(signal), 0, signal, 0, signal.length);
    }
  }
}

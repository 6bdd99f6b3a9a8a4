package org.braindyn.signal.filter;

import org.braindyn.data.BadInput;

/**
 * Butterworth filters by the bilinear transform with the corner prewarped (Oppenheim and Schafer,
 * Discrete-Time Signal Processing, 7.1), and notches. The gain of one pass at a corner is 1 /
 * sqrt(2).
 */
public final class Filters {
  private static final int HIGHEST_ORDER = 10;

  /** Periods of the corner by which a record is continued at both ends. */
  private static final int PERIODS = 3;

  private Filters() {}

  /**
   * Passes frequencies above a corner.
   *
   * @param order number of poles, 1 to 10
   * @param corner in Hz
   * @param rate samples per second
   */
  public static SosFilter highPass(int order, double corner, double rate) {
    return butterworth(order, corner, rate, true);
  }

  /** Passes frequencies below a corner. */
  public static SosFilter lowPass(int order, double corner, double rate) {
    return butterworth(order, corner, rate, false);
  }

  /**
   * Removes one frequency, e.g. 50 or 60 Hz of the mains.
   *
   * @param quality frequency / width of the notch, 30 is usual
   */
  public static SosFilter notch(double frequency, double quality, double rate) {
    check(1, rate, frequency);
    if (!(quality > 0.5)) {
      throw new BadInput("The notch's quality is " + quality + "; give 1 or more (30 is usual).");
    }
    double w = 2 * Math.PI * frequency / rate;
    double gain = 1 / (1 + Math.tan(w / quality / 2));
    double c = -2 * Math.cos(w);
    double[] section = {gain, gain * c, gain, gain * c, 2 * gain - 1};
    return new SosFilter(new double[][] {section}, (int) (2 * quality * rate / frequency));
  }

  private static SosFilter butterworth(int order, double corner, double rate, boolean high) {
    check(order, rate, corner);
    double k = Math.tan(Math.PI * corner / rate);
    double[][] sections = new double[(order + 1) / 2][];
    for (int pair = 0; pair < order / 2; pair++) {
      double q = 1 / (2 * Math.sin(Math.PI * (2 * pair + 1) / (2 * order)));
      double norm = 1 / (1 + k / q + k * k);
      double b = high ? norm : k * k * norm;
      double a1 = 2 * (k * k - 1) * norm;
      sections[pair] = new double[] {b, high ? -2 * b : 2 * b, b, a1, (1 - k / q + k * k) * norm};
    }
    if (order % 2 == 1) {
      double b = (high ? 1 : k) / (k + 1);
      sections[order / 2] = new double[] {b, high ? -b : b, 0, (k - 1) / (k + 1), 0};
    }
    return new SosFilter(sections, (int) Math.min(1 << 20, Math.ceil(PERIODS * rate / corner)));
  }

  private static void check(int order, double rate, double corner) {
    if (order < 1 || order > HIGHEST_ORDER) {
      throw new BadInput(
          "The filter's order is " + order + "; 1 to " + HIGHEST_ORDER + " are possible.");
    }
    if (!(corner > 0) || !(corner < rate / 2)) {
      throw new BadInput(
          "A corner of "
              + corner
              + " Hz is not possible at "
              + rate
              + " samples per second; it must lie between 0 and "
              + rate / 2
              + " Hz.");
    }
  }
}

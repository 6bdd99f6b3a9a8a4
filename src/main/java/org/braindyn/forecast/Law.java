package org.braindyn.forecast;

/**
 * A law of how regions act on one another, fitted to whole recordings: it supposes nothing about a
 * context's mean and size, so that contexts need no scaling anew when forecasts are fed back
 * (docs/adr/0080), and what regions are made to do may reach others within the same frame.
 */
public interface Law extends Forecaster {
  /**
   * What a change of some regions, by whatever holds them, does to all within the same frame.
   *
   * @param held rows of the regions, rising
   * @return change per unit, [held][region]; 1 at its own row and 0 at those of others held
   */
  double[][] within(int[] held);

  /** Nothing acts within a frame. */
  static double[][] nothingWithin(int[] held, int regions) {
    double[][] change = new double[held.length][regions];
    for (int k = 0; k < held.length; k++) {
      change[k][held[k]] = 1;
    }
    return change;
  }
}

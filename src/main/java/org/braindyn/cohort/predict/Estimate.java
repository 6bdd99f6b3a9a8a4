package org.braindyn.cohort.predict;

/**
 * A number with its 95 % interval over people.
 *
 * @param value the number
 * @param low lower end
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {
  /** Nothing to estimate. */
  static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);
}

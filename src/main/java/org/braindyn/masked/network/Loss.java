package org.braindyn.masked.network;

/** Error of hidden values. */
public enum Loss {
  /** Mean of squares. */
  SQUARED,
  /** Mean of absolute values. */
  ABSOLUTE;

  double value(double error) {
    return this == SQUARED ? error * error : Math.abs(error);
  }

  double slope(double error) {
    return this == SQUARED ? 2 * error : Math.signum(error);
  }
}

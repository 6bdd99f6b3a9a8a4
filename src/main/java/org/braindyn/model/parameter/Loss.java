package org.braindyn.model.parameter;

/**
 * Weighted sum of mean squared and mean absolute error over all values.
 *
 * @param squared weight of the mean squared error
 * @param absolute weight of the mean absolute error
 */
public record Loss(double squared, double absolute) {
  /** Mean squared error alone. */
  public static final Loss MSE = new Loss(1, 0);

  public double value(double difference) {
    return squared * difference * difference + absolute * Math.abs(difference);
  }

  public double slope(double difference) {
    return 2 * squared * difference + absolute * Math.signum(difference);
  }
}

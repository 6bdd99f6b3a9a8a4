package org.braindyn.imputation;

import org.braindyn.data.BadInput;

/**
 * How the smoother's autoregression is made.
 *
 * @param order lags p of the autoregression, 1 to 3
 * @param noise variance of the observation noise, for z-scored regions
 * @param ridge added to the diagonal of the Yule-Walker equations, as a share of the mean variance
 * @param priorFrames frames that a group's moments count for: the own ones weigh n / (n + this)
 * @param rounds of expectation and maximisation for the own moments; one where most frames are seen
 *     whole
 */
public record KalmanSettings(
    int order, double noise, double ridge, double priorFrames, int rounds) {
  /** Checks ranges. */
  public KalmanSettings {
    check("order", order, order >= 1 && order <= 3, "1 to 3");
    check("observation noise", noise, noise > 0, "above 0");
    check("ridge", ridge, ridge >= 0, "0 or more");
    check("weight of the group in frames", priorFrames, priorFrames > 0, "above 0");
    check("number of rounds", rounds, rounds >= 1 && rounds <= 50, "1 to 50");
  }

  private static void check(String what, double value, boolean good, String range) {
    if (!good) {
      throw new BadInput("The " + what + " is " + value + ", but it must be " + range + ".");
    }
  }

  /** Order 1, noise 0.1, ridge 0.03, prior 667 frames, 3 rounds. */
  public static KalmanSettings defaults() {
    return new KalmanSettings(1, 0.1, 0.03, 667, 3);
  }

  /** The same with another order. */
  public KalmanSettings withOrder(int newOrder) {
    return new KalmanSettings(newOrder, noise, ridge, priorFrames, rounds);
  }

  /** The same with another number of rounds. */
  public KalmanSettings withRounds(int newRounds) {
    return new KalmanSettings(order, noise, ridge, priorFrames, newRounds);
  }
}

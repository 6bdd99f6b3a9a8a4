package org.braindyn.imputation;

import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;

/**
 * What to fill with and how to judge it.
 *
 * @param method how missing values are estimated
 * @param kalman the smoother's autoregression
 * @param groupAloneAbove share of hidden values, 0 to 1, above which {@link FillMethod#AUTO} takes
 *     the group's moments alone
 * @param lost what happens to regions that are never seen
 * @param scored whether values are hidden on purpose to score the filling (a second fit)
 * @param seed of what is hidden on purpose
 */
public record FillSettings(
    FillMethod method,
    KalmanSettings kalman,
    double groupAloneAbove,
    LostRegions lost,
    boolean scored,
    Seed seed) {
  /** Checks ranges. */
  public FillSettings {
    if (!(groupAloneAbove >= 0 && groupAloneAbove <= 1)) {
      throw new BadInput(
          "The share of hidden values above which the group is used alone is "
              + groupAloneAbove
              + ", but it must be 0 to 1.");
    }
  }

  /** Automatic method, group alone above 0.9, lost regions filled, scored, seed 1. */
  public static FillSettings defaults() {
    return new FillSettings(
        FillMethod.AUTO, KalmanSettings.defaults(), 0.9, LostRegions.FILL, true, Seed.of(1));
  }

  /** The same with another method. */
  public FillSettings withMethod(FillMethod other) {
    return new FillSettings(other, kalman, groupAloneAbove, lost, scored, seed);
  }

  /** The same with another autoregression. */
  public FillSettings withKalman(KalmanSettings other) {
    return new FillSettings(method, other, groupAloneAbove, lost, scored, seed);
  }

  /** The same with another rule for lost regions. */
  public FillSettings withLost(LostRegions other) {
    return new FillSettings(method, kalman, groupAloneAbove, other, scored, seed);
  }

  /** The same, scored or not. */
  public FillSettings withScored(boolean other) {
    return new FillSettings(method, kalman, groupAloneAbove, lost, other, seed);
  }

  /** The same with another seed. */
  public FillSettings withSeed(Seed other) {
    return new FillSettings(method, kalman, groupAloneAbove, lost, scored, other);
  }
}

package org.braindyn.states;

import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;

/**
 * How states are looked for.
 *
 * @param states how many; 0 for as many as people left out support
 * @param most at most, where they are chosen
 * @param order lags; 0 to choose them
 * @param window s of a sliding window of the usual tool
 * @param seed fixes starts
 */
public record StateSettings(int states, int most, int order, double window, Seed seed) {
  /** Checks the ranges. */
  public StateSettings {
    if (states < 0 || most < 1 || most > 20 || states > 20) {
      throw new BadInput(
          "states=" + states + ", most=" + most + ": give 0 (to choose) to 20 states.");
    }
    if (order < 0 || order > 10) {
      throw new BadInput("order=" + order + ": give 0 (to choose) to 10 lags.");
    }
    if (!(window > 0)) {
      throw new BadInput("window=" + window + ": give the seconds of a sliding window, e.g. 60.");
    }
  }

  /** As many states as there are, up to 6. */
  public static StateSettings defaults() {
    return new StateSettings(0, 6, 0, 60, Seed.of(1));
  }
}

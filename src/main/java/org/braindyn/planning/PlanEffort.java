package org.braindyn.planning;

import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;

/**
 * How hard a plan is tested.
 *
 * @param windows starting windows from which the model is asked
 * @param refits refits to recordings drawn again, for intervals; 0 for none
 * @param simulations of the law itself, on which the plan is tried
 * @param surrogates laws fitted to shifted recordings, for p and q; 0 for none
 * @param seed of all of them
 */
public record PlanEffort(int windows, int refits, int simulations, int surrogates, Seed seed) {
  private static final int FEWEST = 5;

  /** Checks the numbers. */
  public PlanEffort {
    if (windows < 1 || refits < 0 || simulations < 1 || surrogates < 0) {
      throw new BadInput(
          "A plan needs 1 starting window and 1 simulation or more, and no negative numbers.");
    }
    if (surrogates > 0 && surrogates < FEWEST || refits > 0 && refits < FEWEST) {
      throw new BadInput(
          "refits and surrogates are 0 for none, or "
              + FEWEST
              + " or more: fewer say nothing about a spread.");
    }
  }

  /** 16 windows, 10 refits, 6 simulations, no surrogates. */
  public static PlanEffort usual(Seed seed) {
    return new PlanEffort(16, 10, 6, 0, seed);
  }

  /** With surrogates, for p and q; 99 are usual. */
  public PlanEffort withSurrogates(int number) {
    return new PlanEffort(windows, refits, simulations, number, seed);
  }
}

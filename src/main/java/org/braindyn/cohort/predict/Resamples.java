package org.braindyn.cohort.predict;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.braindyn.data.Seed;
import org.braindyn.data.parallel.Parallel;

/**
 * Draws of people with replacement, the same for all rows of a table, for 95 % percentile intervals
 * (Efron and Tibshirani 1993, ch. 13).
 */
final class Resamples {
  private static final int DRAWS = 2000;

  private final int[][] who = new int[DRAWS][];

  Resamples(int people, Seed seed) {
    Seed.Stream random = seed.stream("resamples of people");
    for (int d = 0; d < DRAWS; d++) {
      who[d] = new int[people];
      for (int i = 0; i < people; i++) {
        who[d][i] = random.integer(people);
      }
    }
  }

  /** {low, high} of a number that depends on who is in the sample. */
  double[] interval(ToDoubleFunction<int[]> statistic) {
    double[] values =
        Arrays.stream(Parallel.numbers(who.length, d -> statistic.applyAsDouble(who[d])))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (values.length == 0) {
      return new double[] {Double.NaN, Double.NaN};
    }
    return new double[] {
      values[(int) (0.025 * values.length)], values[(int) Math.ceil(0.975 * values.length) - 1]
    };
  }
}

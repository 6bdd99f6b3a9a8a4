package org.braindyn.cohort.predict;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.braindyn.data.Seed;
import org.braindyn.data.parallel.Parallel;

/**
 * Draws of people with replacement, the same for all rows of a table, for 95 % percentile intervals
 * (Efron and Tibshirani 1993, ch. 13). They hold what happens to who is tested alone; that those
 * who train were drawn, too, and are nearly the same from fold to fold, widens them (Nadeau and
 * Bengio 2003, Mach. Learn. 52:239: variance times 1 + folds x tested / trained).
 */
final class Resamples {
  private static final int DRAWS = 2000;

  private final int[][] who = new int[DRAWS][];
  private final double width;

  /**
   * @param folds folds of people, which say how wide intervals are
   */
  Resamples(int people, int folds, Seed seed) {
    width = Math.sqrt(1 + (double) folds / (folds - 1));
    Seed.Stream random = seed.stream("resamples of people");
    for (int d = 0; d < DRAWS; d++) {
      who[d] = new int[people];
      for (int i = 0; i < people; i++) {
        who[d][i] = random.integer(people);
      }
    }
  }

  /**
   * A number that depends on who is in the sample, with its interval.
   *
   * @param value the number of everybody
   */
  Estimate around(double value, ToDoubleFunction<int[]> statistic) {
    double[] values =
        Arrays.stream(Parallel.numbers(who.length, d -> statistic.applyAsDouble(who[d])))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (values.length == 0) {
      return new Estimate(value, Double.NaN, Double.NaN);
    }
    double low = values[(int) (0.025 * values.length)];
    double high = values[(int) Math.ceil(0.975 * values.length) - 1];
    return new Estimate(
        value,
        Math.min(low, value + width * (low - value)),
        Math.max(high, value + width * (high - value)));
  }
}

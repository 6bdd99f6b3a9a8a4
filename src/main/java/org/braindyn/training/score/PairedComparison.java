package org.braindyn.training.score;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;

/**
 * Two forecasters on the same people: the mean difference of their errors with a bootstrap interval
 * over people (Efron and Tibshirani 1993, ch. 13, percentile interval). Windows of one person are
 * not independent, so people are what is drawn.
 *
 * @param difference mean over people of error minus reference error; negative is better
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 * @param better people on whom the error is below the reference's
 * @param people number of people
 */
public record PairedComparison(double difference, double low, double high, int better, int people) {
  private static final int DRAWS = 10_000;

  /**
   * Compares errors person by person.
   *
   * @param error one value per person
   * @param reference the reference's values of the same people
   * @param seed fixes the draws
   */
  public static PairedComparison of(double[] error, double[] reference, Seed seed) {
    if (error.length != reference.length || error.length == 0) {
      throw new BadInput(
          String.format(
              "Errors of %d and %d people cannot be paired.", error.length, reference.length));
    }
    double[] difference = new double[error.length];
    int better = 0;
    for (int i = 0; i < error.length; i++) {
      difference[i] = error[i] - reference[i];
      better += difference[i] < 0 ? 1 : 0;
    }
    double[] interval = interval(difference, seed);
    return new PairedComparison(
        Arrays.stream(difference).average().orElse(0),
        interval[0],
        interval[1],
        better,
        error.length);
  }

  /** 95 % bootstrap interval of the mean over people: {low, high}. */
  public static double[] interval(double[] values, Seed seed) {
    Seed.Stream random = seed.stream("bootstrap over people");
    double[] means = new double[DRAWS];
    for (int d = 0; d < DRAWS; d++) {
      for (int i = 0; i < values.length; i++) {
        means[d] += values[random.integer(values.length)] / values.length;
      }
    }
    Arrays.sort(means);
    return new double[] {means[(int) (0.025 * DRAWS)], means[(int) (0.975 * DRAWS) - 1]};
  }
}

package org.braindyn.data;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The order of scores. NaN has no place in an order and is refused. */
public final class Ranking {
  private Ranking() {}

  /**
   * Places of scores, the highest first; equal scores keep their order.
   *
   * @param score any numbers but NaN
   * @param what the scores are, e.g. "seizure probabilities", for the message
   * @throws BadInput if a score is NaN
   */
  public static int[] falling(double[] score, String what) {
    check(score, what);
    return IntStream.range(0, score.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -score[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * Refuses NaN.
   *
   * @throws BadInput that counts the NaN and names the first
   */
  public static void check(double[] score, String what) {
    int first = -1;
    int bad = 0;
    for (int i = score.length - 1; i >= 0; i--) {
      if (Double.isNaN(score[i])) {
        first = i;
        bad++;
      }
    }
    if (bad > 0) {
      throw new BadInput(
          bad
              + " of "
              + score.length
              + " "
              + what
              + " are not numbers (NaN; the first is number "
              + (first + 1)
              + "), so they have no order. Leave out the rows, regions or times that have none.");
    }
  }
}

package org.braindyn.data;

import java.util.Arrays;

/** The median: the middle value, of an even number the mean of the two in the middle. */
public final class Median {
  private Median() {}

  /**
   * The median of numbers in any order, which stay as they are; NaN if one is NaN or there is none.
   */
  public static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, sorted.length);
  }

  /**
   * The median of the first numbers of an array.
   *
   * @param sorted rising, NaN last, as {@link Arrays#sort(double[])} leaves them
   * @param count how many numbers count
   */
  public static double ofSorted(double[] sorted, int count) {
    if (count == 0 || Double.isNaN(sorted[count - 1])) {
      return Double.NaN;
    }
    return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
  }
}

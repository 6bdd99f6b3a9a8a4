package org.braindyn.perturbation.significance;

import java.util.Arrays;
import org.braindyn.data.BadInput;

/**
 * p-values against models refitted to surrogates. Every cell (region, or ordered pair) is divided
 * by the root mean square of its own surrogates, a surrogate by that of the others; then all cells'
 * surrogates together are the null distribution, which makes small p-values possible with few
 * refits: {@code p = (1 + surrogates at least as large) / (1 + surrogates)} (Phipson and Smyth
 * 2010, Stat Appl Genet Mol Biol 9:39).
 */
public final class NullComparison {
  /** Fewer refits than this say nothing about a cell's spread. */
  public static final int FEWEST = 5;

  private NullComparison() {}

  /**
   * @param observed one effect per cell; NaN is passed through
   * @param surrogate effects under the null, [surrogate][cell]
   * @return two-sided p-value per cell
   */
  public static double[] pValues(double[] observed, double[][] surrogate) {
    if (surrogate.length < FEWEST) {
      throw new BadInput(
          "A null distribution of "
              + surrogate.length
              + " surrogates is too small. Use "
              + FEWEST
              + " or more (19 are usual).");
    }
    int cells = observed.length;
    int k = surrogate.length;
    double[] pool = new double[cells * k];
    double[] size = new double[cells];
    int filled = 0;
    for (int c = 0; c < cells; c++) {
      double sum = 0;
      for (double[] s : surrogate) {
        sum += s[c] * s[c];
      }
      if (Double.isNaN(observed[c]) || Double.isNaN(sum)) {
        size[c] = Double.NaN;
        continue;
      }
      for (double[] s : surrogate) {
        pool[filled++] = ratio(s[c], Math.sqrt(Math.max(0, sum - s[c] * s[c]) / (k - 1)));
      }
      size[c] = ratio(observed[c], Math.sqrt(sum / k));
    }
    double[] sorted = Arrays.copyOf(pool, filled);
    Arrays.sort(sorted);
    double[] p = new double[cells];
    for (int c = 0; c < cells; c++) {
      p[c] =
          Double.isNaN(size[c])
              ? Double.NaN
              : (1.0 + filled - firstAtLeast(sorted, size[c])) / (1.0 + filled);
    }
    return p;
  }

  /** A cell that never moves under the null counts as large only if it moved. */
  private static double ratio(double value, double scale) {
    return value == 0 ? 0 : scale == 0 ? Double.POSITIVE_INFINITY : Math.abs(value) / scale;
  }

  private static int firstAtLeast(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] >= value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}

package org.braindyn.perturbation.significance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Correction for many tests: Benjamini and Hochberg 1995, J R Stat Soc B 57:289. */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * Adjusted p-values: reject where q is at most the false discovery rate wanted.
   *
   * @param p p-values; NaN stays NaN and is not counted
   */
  public static double[] adjust(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] q = new double[p.length];
    Arrays.fill(q, Double.NaN);
    double least = 1;
    for (int k = order.length - 1; k >= 0; k--) {
      least = Math.min(least, p[order[k]] * order.length / (k + 1));
      q[order[k]] = least;
    }
    return q;
  }
}

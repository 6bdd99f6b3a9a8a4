package org.braindyn.forecast.ridge;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * For every target the regions whose past is penalised less: itself, if freer, and the neighbours
 * that correlate most with it.
 */
final class FreerSources {
  private FreerSources() {}

  /**
   * The sources of every target.
   *
   * @param products of any two regions' last samples, [region][region], the lower triangle
   */
  static int[][] of(double[][] products, DirectRidgeSettings settings) {
    double[][] likeness = likeness(products);
    return IntStream.range(0, products.length)
        .mapToObj(n -> of(n, likeness, settings))
        .toArray(int[][]::new);
  }

  /** Penalty on a source's past as a share of the usual one. */
  static double share(int source, int target, DirectRidgeSettings settings) {
    return source == target ? settings.ownShare() : settings.neighbourShare();
  }

  private static int[] of(int n, double[][] likeness, DirectRidgeSettings settings) {
    IntStream others =
        IntStream.range(0, likeness.length)
            .filter(i -> i != n && settings.neighbours() > 0 && settings.neighbourShare() < 1)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -likeness[n][i]))
            .limit(settings.neighbours())
            .mapToInt(Integer::intValue);
    return IntStream.concat(settings.ownShare() < 1 ? IntStream.of(n) : IntStream.empty(), others)
        .toArray();
  }

  /** |r| of any two regions' last samples. */
  private static double[][] likeness(double[][] g) {
    double[][] result = new double[g.length][g.length];
    for (int a = 0; a < g.length; a++) {
      for (int b = 0; b < a; b++) {
        double scale = Math.sqrt(Math.max(g[a][a] * g[b][b], Double.MIN_NORMAL));
        result[a][b] = Math.abs(g[a][b]) / scale;
        result[b][a] = result[a][b];
      }
    }
    return result;
  }
}

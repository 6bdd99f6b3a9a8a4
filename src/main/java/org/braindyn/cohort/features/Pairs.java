package org.braindyn.cohort.features;

/** Orders of pairs of regions as features. */
public final class Pairs {
  private static final double MOST = 0.999999; // a correlation of 1 has no Fisher z

  private Pairs() {}

  /** Pairs (i, j) with i below j, row by row: [pair][2]. */
  public static int[][] undirected(int regions) {
    int[][] pairs = new int[regions * (regions - 1) / 2][];
    int at = 0;
    for (int i = 0; i < regions; i++) {
      for (int j = i + 1; j < regions; j++) {
        pairs[at++] = new int[] {i, j};
      }
    }
    return pairs;
  }

  /** Ordered pairs (source, target) without the diagonal, row by row: [pair][2]. */
  static int[][] directed(int regions) {
    int[][] pairs = new int[regions * (regions - 1)][];
    int at = 0;
    for (int i = 0; i < regions; i++) {
      for (int j = 0; j < regions; j++) {
        if (i != j) {
          pairs[at++] = new int[] {i, j};
        }
      }
    }
    return pairs;
  }

  static double[] take(double[][] matrix, int[][] pairs) {
    double[] values = new double[pairs.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = matrix[pairs[k][0]][pairs[k][1]];
    }
    return values;
  }

  /** Fisher's z of a correlation. */
  static double fisher(double r) {
    double c = Math.max(-MOST, Math.min(MOST, r));
    return 0.5 * Math.log((1 + c) / (1 - c));
  }
}

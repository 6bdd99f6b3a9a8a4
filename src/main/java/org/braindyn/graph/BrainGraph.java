package org.braindyn.graph;

import org.braindyn.data.BadInput;

/**
 * A directed, weighted graph over regions: edge e goes from {@code source[e]} to {@code target[e]}.
 * An undirected graph lists both directions. As a matrix: row = source, column = target.
 *
 * @param regions number of regions (nodes)
 * @param source source region of every edge
 * @param target target region of every edge
 * @param weight weight of every edge
 */
public record BrainGraph(int regions, int[] source, int[] target, double[] weight) {
  /** Checks lengths and that every edge joins regions that exist. */
  public BrainGraph {
    if (source.length != target.length || source.length != weight.length) {
      throw new IllegalArgumentException("source, target and weight differ in length");
    }
    for (int e = 0; e < source.length; e++) {
      if (source[e] < 0 || source[e] >= regions || target[e] < 0 || target[e] >= regions) {
        throw new BadInput(
            String.format(
                "Edge %d goes from region %d to region %d, but the regions are 0 to %d.",
                e, source[e], target[e], regions - 1));
      }
    }
  }

  /** Number of directed edges. */
  public int edges() {
    return source.length;
  }

  /**
   * The edges of a matrix: every finite, non-zero entry off the diagonal.
   *
   * @param matrix [source][target]
   */
  public static BrainGraph ofMatrix(double[][] matrix) {
    int n = matrix.length;
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        count += isEdge(matrix, i, j) ? 1 : 0;
      }
    }
    int[] source = new int[count];
    int[] target = new int[count];
    double[] weight = new double[count];
    int e = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (isEdge(matrix, i, j)) {
          source[e] = i;
          target[e] = j;
          weight[e++] = matrix[i][j];
        }
      }
    }
    return new BrainGraph(n, source, target, weight);
  }

  /** The graph as a matrix [source][target]; duplicate edges add up. */
  public double[][] toMatrix() {
    double[][] matrix = new double[regions][regions];
    for (int e = 0; e < source.length; e++) {
      matrix[source[e]][target[e]] += weight[e];
    }
    return matrix;
  }

  private static boolean isEdge(double[][] matrix, int i, int j) {
    return i != j && matrix[i][j] != 0 && Double.isFinite(matrix[i][j]);
  }
}

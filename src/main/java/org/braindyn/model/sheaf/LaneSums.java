package org.braindyn.model.sheaf;

import org.braindyn.kernel.Block;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;

/**
 * Sums over neighbours of values [column][node]: one product with the adjacency matrix for all
 * columns, or edge by edge where fewer than one pair in 25 is joined.
 */
final class LaneSums {
  private static final int FEWEST_NODES = 16;
  private static final int MOST_NODES = 4096;
  private static final int PAIRS_PER_EDGE = 25;

  private final Kernel kernel;
  private final Adjacency graph;
  private final Panel in;
  private final Panel out;
  private final Vec inWeights;
  private final Vec outWeights;
  private final Vec from;
  private final Vec to;

  /**
   * @param columns most columns
   */
  LaneSums(Kernel kernel, Adjacency graph, int columns) {
    this(kernel, graph, columns, dense(graph));
  }

  LaneSums(Kernel kernel, Adjacency graph, int columns, boolean dense) {
    this.kernel = kernel;
    this.graph = graph;
    int n = graph.nodes;
    in = dense ? matrix(graph.in, graph.sources, graph.inWeights) : null;
    out = dense && !graph.symmetric ? matrix(graph.out, graph.targets, graph.outWeights) : in;
    inWeights = dense ? null : kernel.vec(graph.inWeights);
    outWeights = dense ? null : kernel.vec(graph.outWeights);
    from = dense ? null : kernel.vec(Math.multiplyExact(n, columns));
    to = dense ? null : kernel.vec(n * columns);
  }

  private Panel matrix(int[] start, int[] others, double[] weights) {
    int n = graph.nodes;
    Panel matrix = kernel.panel(n * n);
    Vec counts = kernel.vec(n * n);
    for (int v = 0; v < n; v++) {
      for (int e = start[v]; e < start[v + 1]; e++) {
        int at = others[e] * n + v;
        counts.set(at, counts.get(at) + weights[e]);
      }
    }
    matrix.put(0, counts, 0, n * n);
    return matrix;
  }

  static boolean dense(Adjacency graph) {
    long n = graph.nodes;
    return n >= FEWEST_NODES
        && n <= MOST_NODES
        && (long) graph.sources.length * PAIRS_PER_EDGE > n * n;
  }

  /** {@code sum_v = sum over u -> v of x_u}, times weights, in every column. */
  void incoming(Panel x, int columns, Panel sum) {
    sum(x, columns, sum, false);
  }

  /** {@code sum_v = sum over v -> w of x_w}, times weights, in every column. */
  void outgoing(Panel x, int columns, Panel sum) {
    sum(x, columns, sum, true);
  }

  private void sum(Panel x, int columns, Panel sum, boolean outwards) {
    int n = graph.nodes;
    Panel matrix = outwards ? out : in;
    if (matrix != null) {
      kernel.multiply(
          n, columns, n, Block.of(matrix, 0, n), Block.of(x, 0, n), 0, Block.of(sum, 0, n));
      return;
    }
    int[] start = outwards ? graph.out : graph.in;
    int[] others = outwards ? graph.targets : graph.sources;
    Vec weights = outwards ? outWeights : inWeights;
    x.get(0, from, 0, n * columns);
    for (int c = 0; c < columns; c++) {
      kernel.lanes().sumNeighbours(from, c * n, start, others, weights, to);
    }
    sum.put(0, to, 0, n * columns);
  }
}

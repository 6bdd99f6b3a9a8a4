package org.braindyn.model.sheaf;

import org.braindyn.kernel.Block;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;

/**
 * Sums over the neighbours of every node. A tile is the run of values of one node; tiles follow one
 * another. Edge by edge on sparse graphs; on dense ones a product with the adjacency matrix, which
 * is faster from about one pair in 25 on (docs/performance.md).
 */
final class NeighbourSums {
  private static final int FEWEST_NODES = 16;
  private static final int MOST_NODES = 2048;
  private static final int PAIRS_PER_EDGE = 25;

  private final Kernel kernel;
  private final Adjacency graph;
  private final Panel matrix;
  private final Panel tiles;
  private final Panel result;

  /**
   * @param mostPerTile most values of a tile
   */
  NeighbourSums(Kernel kernel, Adjacency graph, int mostPerTile) {
    this(kernel, graph, mostPerTile, dense(graph));
  }

  NeighbourSums(Kernel kernel, Adjacency graph, int mostPerTile, boolean dense) {
    this.kernel = kernel;
    this.graph = graph;
    int n = graph.nodes;
    matrix = dense ? kernel.panel(n * n) : null;
    tiles = dense ? kernel.panel(Math.multiplyExact(n, mostPerTile)) : null;
    result = dense ? kernel.panel(n * mostPerTile) : null;
    if (dense) {
      Vec counts = kernel.vec(n * n);
      for (int v = 0; v < n; v++) {
        for (int e = graph.in[v]; e < graph.in[v + 1]; e++) {
          int at = v * n + graph.sources[e];
          counts.set(at, counts.get(at) + graph.inWeights[e]);
        }
      }
      matrix.put(0, counts, 0, n * n);
    }
  }

  private static boolean dense(Adjacency graph) {
    long n = graph.nodes;
    return n >= FEWEST_NODES
        && n <= MOST_NODES
        && (long) graph.sources.length * PAIRS_PER_EDGE > n * n;
  }

  /** {@code sum_v = sum over u -> v of x_u}. */
  void incoming(Vec x, int tile, Vec sum) {
    sum(x, tile, sum, false);
  }

  /** {@code sum_v = sum over v -> w of x_w}. */
  void outgoing(Vec x, int tile, Vec sum) {
    sum(x, tile, sum, true);
  }

  private void sum(Vec x, int tile, Vec sum, boolean transposed) {
    int n = graph.nodes;
    if (matrix != null) {
      tiles.put(0, x, 0, n * tile);
      kernel.multiply(
          tile,
          n,
          n,
          Block.of(tiles, 0, tile),
          new Block(matrix, 0, n, transposed),
          0,
          Block.of(result, 0, tile));
      result.get(0, sum, 0, n * tile);
      return;
    }
    int[] start = transposed ? graph.out : graph.in;
    int[] others = transposed ? graph.targets : graph.sources;
    double[] weights = transposed ? graph.outWeights : graph.inWeights;
    sum.fill(0, n * tile, 0);
    for (int v = 0; v < n; v++) {
      for (int e = start[v]; e < start[v + 1]; e++) {
        sum.addScaled(v * tile, weights[e], x, others[e] * tile, tile);
      }
    }
  }
}

package org.braindyn.model.jacobian;

import java.util.Arrays;
import org.braindyn.kernel.Block;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.sheaf.Adjacency;
import org.braindyn.ode.Dynamics;

/**
 * Tangents of several sources through a chunk that {@link CoupledLinear} has linearised: the same
 * solver on the linear equation, whose matrices change from evaluation to evaluation. State: per
 * region [x, h][source].
 */
final class CoupledSpread implements Dynamics {
  private final Kernel kernel;
  private final Adjacency graph;
  private final CoupledLinear linear;
  private final int nodes;
  private final Panel narrow;
  private final Panel result;
  private final Vec[] asSource;
  private final Vec[] asTarget;
  private final Vec sum;
  private int lanes;
  private int evaluation;

  /**
   * @param most most sources at once
   */
  CoupledSpread(Kernel kernel, Adjacency graph, CoupledLinear linear, int most) {
    this.kernel = kernel;
    this.graph = graph;
    this.linear = linear;
    nodes = graph.nodes;
    narrow = kernel.panel(linear.state * most);
    int widest = Math.max(linear.state, linear.channels);
    result = kernel.panel((widest + linear.state + linear.sent) * most);
    asSource = tiles(most);
    asTarget = graph.symmetric ? asSource : tiles(most);
    sum = kernel.vec(linear.channels * most);
  }

  private Vec[] tiles(int most) {
    Vec[] tiles = new Vec[nodes];
    Arrays.setAll(tiles, v -> kernel.vec(linear.channels * most));
    return tiles;
  }

  /** Starts at the chunk's first evaluation. */
  void begin(int count) {
    lanes = count;
    evaluation = 0;
  }

  @Override
  public void rate(int slot, Vec s, Vec rate) {
    int n = linear.state * lanes;
    int heard = linear.channels * lanes;
    for (int v = 0; v < nodes; v++) {
      narrow.put(0, s, v * n, n);
      multiply(
          linear.state + linear.sent, linear.state, linear.own, linear.atOwn(evaluation, v), 0);
      result.get(0, rate, v * n, n);
      result.get(n, asSource[v], 0, heard);
      if (!graph.symmetric) {
        result.get(n + heard, asTarget[v], 0, heard);
      }
    }
    for (int v = 0; v < nodes; v++) {
      if (hear(v, heard)) {
        narrow.put(0, sum, 0, heard);
        result.put(0, rate, v * n, n);
        multiply(linear.state, linear.channels, linear.heard, linear.atHeard(evaluation, v), 1);
        result.get(0, rate, v * n, n);
      }
    }
    evaluation++;
  }

  private void multiply(int columns, int inner, Panel matrices, int at, int beta) {
    kernel.multiply(
        lanes,
        columns,
        inner,
        Block.of(narrow, 0, lanes),
        Block.of(matrices, at, inner),
        beta,
        Block.of(result, 0, lanes));
  }

  /** Sums what a region hears; false if it has no link. */
  private boolean hear(int v, int n) {
    sum.fill(0, n, 0);
    for (int e = graph.in[v]; e < graph.in[v + 1]; e++) {
      sum.addScaled(0, 1, asSource[graph.sources[e]], 0, n);
    }
    for (int e = graph.out[v]; !graph.symmetric && e < graph.out[v + 1]; e++) {
      sum.addScaled(0, 1, asTarget[graph.targets[e]], 0, n);
    }
    return graph.inDegree(v) + graph.outDegree(v) > 0;
  }

  @Override
  public void pull(int slot, Vec s, Vec gradRate, Vec gradState) {
    throw new UnsupportedOperationException("runs forwards only");
  }
}

package org.braindyn.model.impulse;

import java.util.Arrays;
import org.braindyn.kernel.Block;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.sheaf.Adjacency;
import org.braindyn.model.sheaf.SheafLaplacian;

/**
 * Changes of the sheaf Laplacian's messages: normalised restrictions of the changed stalks against
 * the unperturbed ones, gates, and sums over neighbours. Every region has one array of its own,
 * [channel][lane], so that sums run over equal positions and use vector instructions.
 */
final class ImpulseMessages {
  /** Values side by side are added one by one, which costs so many times more than all lanes. */
  private static final int FEW = 10;

  private final Kernel kernel;
  private final Adjacency graph;
  private final SheafLaplacian sheaf;
  private final int nodes;
  private final int hidden;
  private final int channels;
  private final int lanes;
  private final Panel maps;
  private final Panel stalks;
  private final Vec stalkValues;
  private final Panel narrow;
  private final Panel result;
  private final Vec restricted;
  private final Vec range;
  private final int[] extremes;
  private final int[] inOrder;
  private final Vec[] asTarget;
  private final Vec[] asSource;
  private final Vec[] both;
  private final Vec disagreement;
  private final Vec gathered;
  private int[] start;

  /**
   * @param sheaf the Laplacian that has run the unperturbed stalks, one window
   */
  ImpulseMessages(
      Kernel kernel, ModelSettings s, Adjacency graph, SheafLaplacian sheaf, int lanes) {
    this.kernel = kernel;
    this.graph = graph;
    this.sheaf = sheaf;
    this.lanes = lanes;
    nodes = s.regions();
    hidden = s.hidden();
    channels = s.maps();
    maps = kernel.panel(nodes * hidden * channels);
    stalks = kernel.panel(Math.multiplyExact(hidden * nodes, lanes));
    stalkValues = kernel.vec(hidden * nodes * lanes);
    narrow = kernel.panel(channels * lanes);
    result = kernel.panel(Math.max(channels, hidden) * lanes);
    restricted = kernel.vec(channels * lanes);
    range = kernel.vec(lanes);
    extremes = new int[2 * lanes];
    inOrder = new int[lanes];
    Arrays.setAll(inOrder, i -> i);
    asTarget = tiles();
    asSource = tiles();
    both = graph.symmetric ? tiles() : asSource;
    disagreement = kernel.vec(channels * lanes);
    gathered = kernel.vec(channels * lanes);
  }

  private Vec[] tiles() {
    Vec[] tiles = new Vec[nodes];
    Arrays.setAll(tiles, v -> kernel.vec(channels * lanes));
    return tiles;
  }

  void load(Parameters p) {
    maps.put(0, kernel.vec(p.get(Names.MAPS)), 0, nodes * hidden * channels);
  }

  /** Takes over the rows of a chunk that {@link #take} will bring. */
  void begin(ImpulseReach reach, int c) {
    start = new int[nodes + 1];
    for (int v = 0; v < nodes; v++) {
      start[v + 1] = start[v] + reach.changed(c, v).length;
    }
  }

  /** Takes stalks of a block of changed rows, see {@link ImpulseStalks.Sink}. */
  void take(int[] rows, int size, Vec values) {
    for (int j = 0; j < hidden; j++) {
      kernel
          .lanes()
          .scatterDifference(values, j * size, 0, rows, size, stalkValues, j * start[nodes]);
    }
  }

  /** Restricts and gates all changed stalks. */
  void restrict(ImpulseReach reach, int c) {
    stalks.put(0, stalkValues, 0, hidden * start[nodes]);
    for (int v = 0; v < nodes; v++) {
      int[] changed = reach.changed(c, v);
      if (changed.length > 0) {
        restrict(v, changed);
      }
    }
  }

  /** Few changed lanes are kept side by side, many in their places among all. */
  private boolean few(int changed) {
    return changed * FEW < lanes;
  }

  private void restrict(int v, int[] changed) {
    int n = changed.length;
    int rows = start[nodes];
    int at = v * hidden * channels;
    kernel.multiply(
        n,
        channels,
        hidden,
        Block.of(stalks, start[v], rows),
        Block.transposed(maps, at, channels),
        0,
        Block.of(result, 0, n));
    result.get(0, restricted, 0, channels * n);
    kernel.sheaf().normalise(restricted, 0, range, 0, extremes, n, channels);
    int stride = few(n) ? n : lanes;
    int all = channels * stride;
    asTarget[v].fill(0, all, 0);
    int[] places = few(n) ? inOrder : changed;
    for (int m = 0; m < channels; m++) {
      double plain = sheaf.normalised.get(v * channels + m);
      kernel
          .lanes()
          .scatterDifference(restricted, m * n, plain, places, n, asTarget[v], m * stride);
    }
    asSource[v].copy(0, asTarget[v], 0, all);
    for (int m = 0; m < channels; m++) {
      asTarget[v].scale(m * stride, stride, sheaf.targetGate.get(v * channels + m));
      asSource[v].scale(m * stride, stride, sheaf.sourceGate.get(v * channels + m));
    }
    if (graph.symmetric) {
      both[v].copy(0, asTarget[v], 0, all);
      both[v].addScaled(0, 1, asSource[v], 0, all);
    }
  }

  /**
   * Change of a region's message in the lanes that anything reaches.
   *
   * @param change receives [hidden][reached lane]
   */
  void message(ImpulseReach reach, int c, int v, Vec change) {
    int[] reached = reach.reached(c, v);
    int n = reached.length;
    int all = channels * lanes;
    disagreement.fill(0, all, 0);
    add(graph.inDegree(v), asTarget[v], reach.changed(c, v));
    add(graph.outDegree(v), asSource[v], reach.changed(c, v));
    for (int e = graph.in[v]; e < graph.in[v + 1]; e++) {
      add(-1, both[graph.sources[e]], reach.changed(c, graph.sources[e]));
    }
    for (int e = graph.out[v]; !graph.symmetric && e < graph.out[v + 1]; e++) {
      add(-1, asTarget[graph.targets[e]], reach.changed(c, graph.targets[e]));
    }
    for (int m = 0; m < channels; m++) {
      kernel.lanes().gather(disagreement, m * lanes, reached, 0, n, gathered, m * n);
    }
    gathered.scale(0, channels * n, sheaf.factor(v));
    narrow.put(0, gathered, 0, channels * n);
    int at = v * hidden * channels;
    kernel.multiply(
        n,
        hidden,
        channels,
        Block.of(narrow, 0, n),
        Block.of(maps, at, channels),
        0,
        Block.of(result, 0, n));
    result.get(0, change, 0, hidden * n);
  }

  private void add(double factor, Vec values, int[] changed) {
    int n = changed.length;
    if (!few(n)) {
      disagreement.addScaled(0, factor, values, 0, channels * lanes);
      return;
    }
    for (int m = 0; n > 0 && m < channels; m++) {
      kernel.lanes().scatterAdd(values, m * n, factor, changed, n, disagreement, m * lanes);
    }
  }
}

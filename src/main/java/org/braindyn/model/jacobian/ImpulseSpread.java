package org.braindyn.model.jacobian;

import java.util.Arrays;
import java.util.List;
import org.braindyn.kernel.Block;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.sheaf.Adjacency;
import org.braindyn.model.sheaf.SheafLaplacian;

/**
 * Carries impulses of several sources through the linearised chunks of one window: context,
 * normalised restriction, neighbours, forecast, and back into the context. All tangents of a region
 * are one matrix with a row per source. Regions that no impulse has reached yet cost nothing.
 */
final class ImpulseSpread {
  private final Kernel kernel;
  private final Adjacency graph;
  private final SheafLaplacian sheaf;
  private final int nodes;
  private final int channels;
  private final int context;
  private final int most;
  private final int horizon;
  private final Panel tangents;
  private final Panel narrow;
  private final Panel result;
  private final Vec[] asTarget;
  private final Vec[] asSource;
  private final Vec[] both;
  private final Vec disagreement;
  private final Vec moved;
  private final Vec one;
  private final Vec summary;
  private boolean[] changed;

  /**
   * @param most most sources at once
   * @param horizon steps ahead in all
   */
  ImpulseSpread(
      Kernel kernel,
      ModelSettings s,
      Adjacency graph,
      SheafLaplacian sheaf,
      int most,
      int horizon) {
    this.kernel = kernel;
    this.graph = graph;
    this.sheaf = sheaf;
    this.most = most;
    this.horizon = horizon;
    nodes = s.regions();
    channels = s.maps();
    context = s.context();
    int wide = Math.max(channels, s.horizon());
    tangents = kernel.panel(Math.multiplyExact(nodes * most, 1 + horizon));
    narrow = kernel.panel(wide * most);
    result = kernel.panel(wide * most);
    asTarget = tiles();
    asSource = tiles();
    both = graph.symmetric ? tiles() : asSource;
    disagreement = kernel.vec(channels * most);
    moved = kernel.vec(s.horizon() * most);
    summary = kernel.vec(most);
    one = kernel.vec(new double[] {1});
  }

  /** Arrays of their own, so that sums run over equal positions and use vector instructions. */
  private Vec[] tiles() {
    Vec[] tiles = new Vec[nodes];
    Arrays.setAll(tiles, v -> kernel.vec(channels * most));
    return tiles;
  }

  /**
   * Adds the effects of the sources {@code first .. first + count - 1} on all regions.
   *
   * @param chunks all chunks of the forecast
   * @param window window within the chunks' block
   * @param weights one row per summary, one number per step ahead
   * @param sum added to, [summary][target][source]
   */
  void run(
      List<ChunkTangent> chunks,
      int window,
      int first,
      int count,
      double[][] weights,
      double[] sum) {
    tangents.clear(nodes * count * (1 + horizon));
    changed = new boolean[nodes];
    for (int i = 0; i < count; i++) {
      tangents.put(at(first + i, 0, count) + i, one, 0, 1);
      changed[first + i] = true;
    }
    for (ChunkTangent chunk : chunks) {
      for (int v = 0; v < nodes; v++) {
        if (changed[v]) {
          restrict(chunk, window, v, count);
        }
      }
      boolean[] reached = new boolean[nodes];
      for (int v = 0; v < nodes; v++) {
        reached[v] = gather(v, channels * count);
        if (reached[v]) {
          forecast(chunk, window, v, count);
          add(chunk, v, first, count, weights, sum);
        }
      }
      changed = reached;
    }
  }

  /** Position of the tangents of one sample: 0 is the context's last, 1 the first step ahead. */
  private int at(int v, int sample, int count) {
    return (v * (1 + horizon) + sample) * count;
  }

  private void restrict(ChunkTangent chunk, int window, int v, int count) {
    int steps = chunk.changed();
    kernel.multiply(
        count,
        channels,
        steps,
        Block.of(tangents, at(v, chunk.done() + 1 - steps, count), count),
        Block.of(chunk.restrict(), chunk.atRestrict(v, window, channels), chunk.windows() * steps),
        0,
        Block.of(result, 0, count));
    int n = channels * count;
    result.get(0, asTarget[v], 0, n);
    asSource[v].copy(0, asTarget[v], 0, n);
    for (int m = 0; m < channels; m++) {
      asTarget[v].scale(m * count, count, sheaf.targetGate.get(v * channels + m));
      asSource[v].scale(m * count, count, sheaf.sourceGate.get(v * channels + m));
    }
    if (graph.symmetric) {
      both[v].copy(0, asTarget[v], 0, n);
      both[v].addScaled(0, 1, asSource[v], 0, n);
    }
  }

  /** Tangents of a region's disagreement; false if nothing has reached it. */
  private boolean gather(int v, int n) {
    boolean any = changed[v];
    disagreement.fill(0, n, 0);
    if (changed[v]) {
      disagreement.addScaled(0, graph.inDegree(v), asTarget[v], 0, n);
      disagreement.addScaled(0, graph.outDegree(v), asSource[v], 0, n);
    }
    for (int e = graph.in[v]; e < graph.in[v + 1]; e++) {
      any |= subtract(both, graph.sources[e], n);
    }
    for (int e = graph.out[v]; !graph.symmetric && e < graph.out[v + 1]; e++) {
      any |= subtract(asTarget, graph.targets[e], n);
    }
    disagreement.scale(0, n, sheaf.factor(v));
    return any;
  }

  private boolean subtract(Vec[] values, int u, int n) {
    if (changed[u]) {
      disagreement.addScaled(0, -1, values[u], 0, n);
    }
    return changed[u];
  }

  private void forecast(ChunkTangent chunk, int window, int v, int count) {
    int steps = chunk.steps();
    narrow.put(0, disagreement, 0, channels * count);
    kernel.multiply(
        count,
        steps,
        channels,
        Block.of(narrow, 0, count),
        Block.transposed(
            chunk.extend(), chunk.atExtend(v, window, channels), chunk.windows() * steps),
        0,
        Block.of(result, 0, count));
    kernel.multiply(
        count,
        steps,
        1,
        Block.of(tangents, at(v, chunk.done(), count), count),
        Block.transposed(chunk.start(), chunk.atStart(v, window), steps),
        1,
        Block.of(result, 0, count));
    result.get(0, moved, 0, steps * count);
    tangents.put(at(v, chunk.done() + 1, count), moved, 0, steps * count);
  }

  private void add(
      ChunkTangent chunk, int v, int first, int count, double[][] weights, double[] sum) {
    for (int k = 0; k < weights.length; k++) {
      boolean any = false;
      for (int p = 0; p < chunk.steps(); p++) {
        double weight = weights[k][chunk.done() + p];
        if (weight != 0) {
          summary.fill(0, any ? 0 : count, 0);
          summary.addScaled(0, weight, moved, p * count, count);
          any = true;
        }
      }
      if (any) {
        summary.addTo(0, sum, (k * nodes + v) * nodes + first, count);
      }
    }
  }
}

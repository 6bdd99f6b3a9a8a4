package org.braindyn.model.sheaf;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.SheafOps;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;

/**
 * The sheaf Laplacian per node (Viswanath et al. 2026; sheaf diffusion: Bodnar et al. 2022):
 *
 * <pre>L_v = Phi_v (indeg a_v + outdeg b_v - sum_{u->v} b_u - sum_{v->w} a_w)</pre>
 *
 * with a and b the gated, min-max normalised restrictions of the stalks. Equal to the sum over
 * edges, values and gradients, without any tensor per edge. On weighted links every edge's term is
 * times its weight, and degrees are sums of weights (Hansen and Gebhart 2020, section 3: the
 * weighted Laplacian is a case of the sheaf's).
 */
public final class SheafLaplacian implements Messages {
  private final SheafOps ops;
  private final Adjacency graph;
  private final int nodes;
  private final int hidden;
  private final int channels;
  private final boolean degreeNormalised;
  private final RestrictionMaps maps;
  private final NeighbourSums neighbours;
  public final Vec targetGate;
  public final Vec sourceGate;
  public final Vec normalised;
  public final Vec range;
  public final int[] extremes;
  private final Vec asTarget;
  private final Vec asSource;
  private final Vec both;
  private final Vec disagreement;
  private final Vec gradDisagreement;
  private final Vec gradTarget;
  private final Vec gradSource;
  private final Vec again;
  private int latest = -1;

  public SheafLaplacian(Kernel kernel, ModelSettings s, Adjacency graph, int windows) {
    ops = kernel.sheaf();
    this.graph = graph;
    nodes = s.regions();
    hidden = s.hidden();
    channels = s.maps();
    degreeNormalised = s.degreeNormalised();
    int tiles = Math.multiplyExact(nodes * channels, windows);
    maps = new RestrictionMaps(kernel, nodes, hidden, channels, windows);
    neighbours = new NeighbourSums(kernel, graph, channels * windows);
    targetGate = kernel.vec(nodes * channels);
    sourceGate = kernel.vec(nodes * channels);
    gradTarget = kernel.vec(nodes * channels);
    gradSource = kernel.vec(nodes * channels);
    normalised = kernel.vec(tiles);
    asTarget = kernel.vec(tiles);
    asSource = kernel.vec(tiles);
    both = kernel.vec(tiles);
    disagreement = kernel.vec(tiles);
    gradDisagreement = kernel.vec(tiles);
    range = kernel.vec(nodes * windows);
    again = kernel.vec(hidden * nodes * windows);
    extremes = new int[2 * nodes * windows];
  }

  /** Whichever way of computing it is faster for maps of this size; the same numbers. */
  public static Messages fastest(Kernel kernel, ModelSettings s, Adjacency graph, int windows) {
    return LaneLaplacian.suits(s)
        ? new LaneLaplacian(kernel, s, graph, windows)
        : new SheafLaplacian(kernel, s, graph, windows);
  }

  @Override
  public int width() {
    return hidden;
  }

  @Override
  public void load(Parameters p) {
    maps.load(p.get(Names.MAPS));
    double[] target = p.get(Names.TARGET_GATES);
    double[] source = p.get(Names.SOURCE_GATES);
    for (int i = 0; i < target.length; i++) {
      targetGate.set(i, 1 / (1 + Math.exp(-target[i])));
      sourceGate.set(i, 1 / (1 + Math.exp(-source[i])));
    }
  }

  /** Factor of a region's message: 1, or 1 over its number of edges (weights: their mean sum). */
  public double factor(int v) {
    double divisor = graph.divisor(v);
    return degreeNormalised && divisor > 0 ? 1 / divisor : 1;
  }

  @Override
  public void forward(int slot, Vec h, int at, int windows, Vec message) {
    latest = slot;
    int tile = channels * windows;
    maps.restrict(h, at, windows, normalised);
    for (int v = 0; v < nodes; v++) {
      int gate = v * channels;
      ops.normalise(normalised, v * tile, range, v * windows, extremes, windows, channels);
      ops.gate(normalised, v * tile, targetGate, gate, asTarget, windows, channels);
      ops.gate(normalised, v * tile, sourceGate, gate, asSource, windows, channels);
    }
    sumNeighbours(tile);
    for (int v = 0; v < nodes; v++) {
      int q = v * tile;
      disagreement.scale(q, tile, -1);
      disagreement.addScaled(q, graph.inStrength(v), asTarget, q, tile);
      disagreement.addScaled(q, graph.outStrength(v), asSource, q, tile);
      disagreement.scale(q, tile, factor(v));
    }
    maps.extend(disagreement, windows, message, 0, false);
  }

  /** On a symmetric graph both sums run over the same neighbours, so they are taken together. */
  private void sumNeighbours(int tile) {
    int n = nodes * tile;
    if (graph.symmetric) {
      both.copy(0, asTarget, 0, n);
      both.addScaled(0, 1, asSource, 0, n);
      neighbours.incoming(both, tile, disagreement);
    } else {
      neighbours.incoming(asSource, tile, disagreement);
      neighbours.outgoing(asTarget, tile, both);
      disagreement.addScaled(0, 1, both, 0, n);
    }
  }

  @Override
  public void backward(
      int slot, Vec h, int at, int windows, Vec gradMessage, Vec gradH, int gradAt) {
    if (slot != latest) {
      forward(slot, h, at, windows, again); // only what the latest slot needs is kept
    }
    int tile = channels * windows;
    maps.restrict(gradMessage, 0, windows, gradDisagreement);
    maps.gather(gradMessage, 0, windows, disagreement);
    for (int v = 0; v < nodes; v++) {
      gradDisagreement.scale(v * tile, tile, factor(v));
    }
    gradGated(windows);
    for (int v = 0; v < nodes; v++) {
      ops.gatesBack(
          normalised,
          asTarget,
          asSource,
          targetGate,
          sourceGate,
          v * channels,
          both,
          gradTarget,
          gradSource,
          v * tile,
          windows,
          channels);
      ops.normaliseBack(
          both, v * tile, normalised, v * tile, range, v * windows, extremes, windows, channels);
    }
    maps.gather(h, at, windows, both);
    maps.extend(both, windows, gradH, gradAt, true);
  }

  /** Gradients of the gated values, kept where the values were. */
  private void gradGated(int windows) {
    int tile = channels * windows;
    Vec gq = gradDisagreement;
    neighbours.incoming(gq, tile, asTarget);
    if (graph.symmetric) {
      asSource.copy(0, asTarget, 0, nodes * tile);
    } else {
      neighbours.outgoing(gq, tile, asSource);
    }
    asTarget.scale(0, nodes * tile, -1);
    asSource.scale(0, nodes * tile, -1);
    for (int v = 0; v < nodes; v++) {
      int q = v * tile;
      asTarget.addScaled(q, graph.inStrength(v), gq, q, tile);
      asSource.addScaled(q, graph.outStrength(v), gq, q, tile);
    }
  }

  @Override
  public void flush(Gradient gradient) {
    double[] sum = gradient.values();
    maps.flush(sum, gradient.entry(Names.MAPS).offset());
    flushGate(gradTarget, targetGate, sum, gradient.entry(Names.TARGET_GATES).offset());
    flushGate(gradSource, sourceGate, sum, gradient.entry(Names.SOURCE_GATES).offset());
  }

  private static void flushGate(Vec grad, Vec gate, double[] sum, int at) {
    for (int i = 0; i < grad.length(); i++) {
      double g = gate.get(i);
      sum[at + i] += grad.get(i) * g * (1 - g);
    }
    grad.fill(0, grad.length(), 0);
  }
}

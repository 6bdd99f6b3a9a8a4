package org.braindyn.model.sheaf;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.kernel.lanes.SheafLanes;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;

/**
 * The sheaf Laplacian of {@link SheafLaplacian} for small restriction maps: nodes are lanes, sums
 * over neighbours one product for all windows and channels, and every slot keeps what its way back
 * needs, so that nothing is evaluated twice. Faster where a map has few entries (docs/adr/0013).
 */
final class LaneLaplacian implements Messages {
  /** Entries of a map up to which lanes are faster than a product per node. */
  private static final int MOST_ENTRIES = 1024;

  /** Lanes that make loops long enough; more would leave the cache. */
  private static final int ENOUGH_LANES = 512;

  private final Kernel kernel;
  private final int nodes;
  private final int hidden;
  private final int channels;
  private final int most;
  private final boolean symmetric;
  private final SheafLanes lanes;
  private final SheafLanes.Degrees degrees;
  private final LaneSums neighbours;
  private final Panel sent;
  private final Panel other;
  private final Panel sums;
  private final Panel otherSums;
  private final Vec toAdd;
  private final Vec added;
  private final double[] targetGate;
  private final double[] sourceGate;
  private final List<SheafLanes.Kept> slots = new ArrayList<>();

  /** True if maps of this size are handled faster here. */
  static boolean suits(ModelSettings s) {
    return s.hidden() * s.maps() <= MOST_ENTRIES;
  }

  LaneLaplacian(Kernel kernel, ModelSettings s, Adjacency graph, int windows) {
    this.kernel = kernel;
    nodes = s.regions();
    hidden = s.hidden();
    channels = s.maps();
    most = windows;
    symmetric = graph.symmetric;
    int together = Math.min(windows, (ENOUGH_LANES + nodes - 1) / nodes);
    lanes = SheafLanes.of(kernel, new SheafLanes.Shape(nodes, together, hidden, channels));
    degrees = degrees(graph, s.degreeNormalised());
    neighbours = new LaneSums(kernel, graph, channels * windows);
    int size = Math.multiplyExact(channels * nodes, windows);
    sent = kernel.panel(size);
    sums = kernel.panel(size);
    other = symmetric ? null : kernel.panel(size);
    otherSums = symmetric ? null : kernel.panel(size);
    toAdd = symmetric ? null : kernel.vec(size);
    added = symmetric ? null : kernel.vec(size);
    targetGate = new double[nodes * channels];
    sourceGate = new double[nodes * channels];
  }

  private static SheafLanes.Degrees degrees(Adjacency graph, boolean normalised) {
    int n = graph.nodes;
    double[] in = new double[n];
    double[] out = new double[n];
    double[] factor = new double[n];
    for (int v = 0; v < n; v++) {
      in[v] = graph.inStrength(v);
      out[v] = graph.outStrength(v);
      factor[v] = normalised && graph.divisor(v) > 0 ? 1 / graph.divisor(v) : 1;
    }
    return new SheafLanes.Degrees(in, out, factor);
  }

  @Override
  public int width() {
    return hidden;
  }

  @Override
  public void load(Parameters p) {
    double[] target = p.get(Names.TARGET_GATES);
    double[] source = p.get(Names.SOURCE_GATES);
    for (int i = 0; i < target.length; i++) {
      targetGate[i] = 1 / (1 + Math.exp(-target[i]));
      sourceGate[i] = 1 / (1 + Math.exp(-source[i]));
    }
    lanes.load(p.get(Names.MAPS), targetGate, sourceGate, degrees);
  }

  private SheafLanes.Kept slot(int slot) {
    while (slots.size() <= slot) {
      int rows = nodes * most;
      slots.add(
          new SheafLanes.Kept(
              kernel.vec(channels * rows),
              kernel.vec(channels * rows),
              kernel.vec(rows),
              kernel.vec(rows),
              kernel.vec(rows)));
    }
    return slots.get(slot);
  }

  private interface Part {
    void run(SheafLanes.Group group);
  }

  private void groups(int windows, Part part) {
    for (int b = 0; b < windows; b += lanes.windows()) {
      part.run(new SheafLanes.Group(windows, b, Math.min(lanes.windows(), windows - b)));
    }
  }

  @Override
  public void forward(int slot, Vec h, int at, int windows, Vec message) {
    SheafLanes.Kept kept = slot(slot);
    SheafLanes.Stalks stalks = new SheafLanes.Stalks(h, at);
    groups(windows, group -> lanes.send(stalks, group, kept, sent, other));
    if (symmetric) {
      neighbours.incoming(sent, channels * windows, sums);
    } else {
      neighbours.incoming(other, channels * windows, sums);
      neighbours.outgoing(sent, channels * windows, otherSums);
      int n = channels * windows * nodes;
      sums.get(0, added, 0, n);
      otherSums.get(0, toAdd, 0, n);
      added.addScaled(0, 1, toAdd, 0, n);
      sums.put(0, added, 0, n);
    }
    groups(windows, group -> lanes.receive(kept, sums, group, message));
  }

  @Override
  public void backward(
      int slot, Vec h, int at, int windows, Vec gradMessage, Vec gradH, int gradAt) {
    SheafLanes.Kept kept = slot(slot);
    groups(windows, group -> lanes.disagreementBack(gradMessage, group, sent));
    neighbours.incoming(sent, channels * windows, sums);
    if (!symmetric) {
      neighbours.outgoing(sent, channels * windows, otherSums);
    }
    SheafLanes.Gradients all = new SheafLanes.Gradients(sent, sums, symmetric ? sums : otherSums);
    SheafLanes.Stalks from = new SheafLanes.Stalks(h, at);
    SheafLanes.Stalks to = new SheafLanes.Stalks(gradH, gradAt);
    groups(windows, group -> lanes.back(from, group, kept, gradMessage, all, to));
  }

  @Override
  public void flush(Gradient gradient) {
    double[] target = new double[targetGate.length];
    double[] source = new double[sourceGate.length];
    lanes.flush(gradient.values(), gradient.entry(Names.MAPS).offset(), target, source);
    through(target, targetGate, gradient, Names.TARGET_GATES);
    through(source, sourceGate, gradient, Names.SOURCE_GATES);
  }

  /** Through the sigmoid of a gate. */
  private static void through(double[] grad, double[] gate, Gradient gradient, String name) {
    int at = gradient.entry(name).offset();
    for (int i = 0; i < grad.length; i++) {
      gradient.values()[at + i] += grad[i] * gate[i] * (1 - gate[i]);
    }
  }
}

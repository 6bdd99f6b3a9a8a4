package org.braindyn.kernel.lanes;

import org.braindyn.data.Precision;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;

/**
 * The sheaf Laplacian's part per node with nodes as lanes: restriction maps of a few channels as
 * sums of products over all nodes at once, where a product per node would be a call for a few
 * hundred multiplications. Stalks and messages come as [feature][row], row = node * windows +
 * window; what lies between is kept as [channel][window][node], so that sums over neighbours are
 * one product with the adjacency matrix.
 *
 * <p>Works on one group of windows at a time; {@link #windows} says how many it takes at most.
 */
public interface SheafLanes {
  /**
   * What stays the same between two training steps.
   *
   * @param nodes number of nodes
   * @param windows windows that go through together
   * @param hidden features of a stalk
   * @param channels rows of a restriction map
   */
  record Shape(int nodes, int windows, int hidden, int channels) {}

  /**
   * Weights of the parts that {@code q} and its gradient are made of, by node.
   *
   * @param in number of edges into it
   * @param out number of edges out of it
   * @param factor what its message is multiplied by
   */
  record Degrees(double[] in, double[] out, double[] factor) {}

  /** Stalks [feature][row] from a place on. */
  record Stalks(Vec values, int at) {}

  /**
   * Gradients of the disagreement, [channel][window][node].
   *
   * @param own a node's own
   * @param incoming sums over the sources of edges into a node
   * @param outgoing sums over the targets of edges out of a node; may be the same panel
   */
  record Gradients(Panel own, Panel incoming, Panel outgoing) {}

  /**
   * Some windows of a block.
   *
   * @param windows windows of the whole block
   * @param first first window of the group
   * @param count windows of the group
   */
  record Group(int windows, int first, int count) {}

  /**
   * What one evaluation keeps for the way back: [channel][window][node], but for the last three,
   * which are [window][node].
   *
   * @param normalised normalised restrictions
   * @param disagreement q of every node
   * @param range max - min + 1e-6 over channels
   * @param low channel of the minimum
   * @param high channel of the maximum
   */
  record Kept(Vec normalised, Vec disagreement, Vec range, Vec low, Vec high) {}

  /** Lanes in the precision of a kernel, with parameters and gradients of their own. */
  static SheafLanes of(Kernel kernel, Shape shape) {
    return kernel.precision() == Precision.FLOAT
        ? new FloatSheafLanes(kernel, shape)
        : new DoubleSheafLanes(kernel, shape);
  }

  /** Windows that one group may have at most. */
  int windows();

  /**
   * Takes over parameters.
   *
   * @param maps [node][hidden][channel]
   * @param targetGate gate factors between 0 and 1, [node][channel]
   * @param sourceGate the same
   */
  void load(double[] maps, double[] targetGate, double[] sourceGate, Degrees degrees);

  /**
   * Restricts, normalises and gates the stalks of a group.
   *
   * @param sent receives what a node sends as a target
   * @param other receives what it sends as a source; null if both are wanted as one sum in {@code
   *     sent}
   */
  void send(Stalks h, Group group, Kept kept, Panel sent, Panel other);

  /**
   * Turns neighbours' sums into messages.
   *
   * @param sums sum over all neighbours of what they sent
   * @param message receives the messages
   */
  void receive(Kept kept, Panel sums, Group group, Vec message);

  /** Gradient of the disagreement of a group. */
  void disagreementBack(Vec gradMessage, Group group, Panel gradDisagreement);

  /**
   * The rest of the way back; gradients of maps and gates are gathered.
   *
   * @param gradH added to
   */
  void back(Stalks h, Group group, Kept kept, Vec gradMessage, Gradients gradients, Stalks gradH);

  /** Adds what was gathered, in the layouts of {@link #load}, and forgets it. */
  void flush(double[] maps, int mapsAt, double[] gradTarget, double[] gradSource);
}

package org.braindyn.model.jacobian;

import org.braindyn.kernel.Block;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rows;
import org.braindyn.model.sheaf.Adjacency;
import org.braindyn.model.sheaf.SheafLaplacian;
import org.braindyn.ode.Dynamics;

/**
 * The continuous variant's equation of one window, which leaves behind its derivative at every
 * evaluation: per region a matrix from the region's own state (x, h) to its rate and to what its
 * neighbours hear, and one from what it hears to its rate.
 */
final class CoupledLinear implements Dynamics {
  private static final int BLOCK = 96;

  /** Entries of a region's state. */
  final int state;

  /** Entries of what neighbours hear: channels, once if the graph is symmetric, else twice. */
  final int sent;

  final int channels;
  final Panel own;
  final Panel heard;
  private final Kernel kernel;
  private final Adjacency graph;
  private final SheafLaplacian sheaf;
  private final CoupledGradient gradient;
  private final int nodes;
  private final int hidden;
  private final Vec message;
  private final double[] mapValues;
  private final Panel maps;
  private final Panel byMessage;
  private final Panel itself;
  private final Vec messageValues;
  private final Vec itselfValues;
  private final double[] toMessage;
  private final double[] normalised;
  private final double[] toItself;
  private final double[] matrix;
  private final double[] levels;
  private final Vec ownValues;
  private int evaluation;

  /**
   * @param evaluations evaluations whose derivatives are kept
   */
  CoupledLinear(
      Kernel kernel, ModelSettings s, Adjacency graph, SheafLaplacian sheaf, int evaluations) {
    this.kernel = kernel;
    this.graph = graph;
    this.sheaf = sheaf;
    nodes = s.regions();
    hidden = s.hidden();
    channels = s.maps();
    state = 1 + hidden;
    sent = graph.symmetric ? channels : 2 * channels;
    gradient = new CoupledGradient(kernel, s, BLOCK);
    message = kernel.vec(hidden * nodes);
    mapValues = new double[nodes * hidden * channels];
    maps = kernel.panel(mapValues.length);
    byMessage = kernel.panel(nodes * hidden * state);
    itself = kernel.panel(nodes * channels * state);
    messageValues = kernel.vec(nodes * hidden * state);
    itselfValues = kernel.vec(nodes * channels * state);
    toMessage = new double[hidden * state];
    normalised = new double[hidden * channels];
    toItself = new double[channels * state];
    matrix = new double[state * (state + sent)];
    levels = new double[channels];
    ownValues = kernel.vec(nodes * state * (state + sent));
    own = kernel.panel(Math.multiplyExact(evaluations, ownValues.length()));
    heard = kernel.panel(Math.multiplyExact(evaluations, nodes * channels * state));
  }

  void load(Parameters p) {
    gradient.load(p);
    System.arraycopy(p.get(Names.MAPS), 0, mapValues, 0, mapValues.length);
    maps.put(0, kernel.vec(mapValues), 0, mapValues.length);
  }

  /** Forgets what was kept. */
  void begin() {
    evaluation = 0;
  }

  /** Position of a region's matrix in {@link #own}: state x (state + sent), by columns. */
  int atOwn(int evaluation, int v) {
    return (evaluation * nodes + v) * state * (state + sent);
  }

  /** Position of a region's matrix in {@link #heard}: channels x state, by columns. */
  int atHeard(int evaluation, int v) {
    return (evaluation * nodes + v) * channels * state;
  }

  @Override
  public void rate(int slot, Vec s, Vec rate) {
    sheaf.forward(0, s, nodes, 1, message);
    Rows cut = Rows.forProducts(nodes, BLOCK);
    for (int k = 0; k < cut.count(); k++) {
      int start = cut.start(k);
      int size = cut.size(k);
      gradient.run(s, message, nodes, start, size, rate);
      for (int r = 0; r < size; r++) {
        keep(start + r, r);
      }
    }
    own.put(atOwn(evaluation, 0), ownValues, 0, ownValues.length());
    byMessage.put(0, messageValues, 0, messageValues.length());
    itself.put(0, itselfValues, 0, itselfValues.length());
    for (int v = 0; v < nodes; v++) {
      multiply(v);
    }
    evaluation++;
  }

  /** What is heard reaches the rate through the map; one's own part of it is added to own. */
  private void multiply(int v) {
    int to = atHeard(evaluation, v);
    int atMap = v * hidden * channels;
    kernel.multiply(
        channels,
        state,
        hidden,
        Block.of(maps, atMap, channels),
        Block.of(byMessage, v * hidden * state, hidden),
        0,
        Block.of(heard, to, channels));
    kernel.multiply(
        state,
        state,
        channels,
        Block.of(itself, v * channels * state, state),
        Block.of(heard, to, channels),
        1,
        Block.of(own, atOwn(evaluation, v), state));
  }

  private void keep(int v, int row) {
    normalise(v);
    // Neighbours are taken away from a region's own part.
    gradient.get(row, -sheaf.factor(v), matrix, toMessage);
    messageValues.read(v * hidden * state, toMessage, 0, hidden * state);
    for (int m = 0; m < channels; m++) {
      double target = sheaf.targetGate.get(v * channels + m);
      double source = sheaf.sourceGate.get(v * channels + m);
      // One's own part of the disagreement: gated once per edge in and out.
      double degrees = graph.inDegree(v) * target + graph.outDegree(v) * source;
      gate(toItself, m * state, m, -degrees);
      gate(matrix, (state + m) * state, m, graph.symmetric ? target + source : source);
      if (!graph.symmetric) {
        gate(matrix, (state + channels + m) * state, m, target);
      }
    }
    itselfValues.read(v * channels * state, toItself, 0, channels * state);
    int size = state * (state + sent);
    ownValues.read(v * size, matrix, 0, size);
  }

  /** One column: a gated channel by the state (x, h), of which x has no part in it. */
  private void gate(double[] to, int at, int m, double gate) {
    to[at] = 0;
    for (int j = 0; j < hidden; j++) {
      to[at + 1 + j] = gate * normalised[m * hidden + j];
    }
  }

  /** Derivative of the min-max normalised restriction by the stalk, [channel][hidden]. */
  private void normalise(int v) {
    double scale = 1 / sheaf.range.get(v);
    for (int m = 0; m < channels; m++) {
      levels[m] = sheaf.normalised.get(v * channels + m);
    }
    int low = sheaf.extremes[2 * v];
    int high = sheaf.extremes[2 * v + 1];
    for (int j = 0; j < hidden; j++) {
      int row = (v * hidden + j) * channels;
      double bottom = mapValues[row + low];
      double difference = mapValues[row + high] - bottom;
      for (int m = 0; m < channels; m++) {
        double moved = mapValues[row + m] - bottom - levels[m] * difference;
        normalised[m * hidden + j] = moved * scale;
      }
    }
  }

  @Override
  public void pull(int slot, Vec s, Vec gradRate, Vec gradState) {
    throw new UnsupportedOperationException("runs forwards only");
  }
}

package org.braindyn.model;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
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
  private final double[] maps;
  private final double[] toState;
  private final double[] toMessage;
  private final double[] normalised;
  private final double[] hear;
  private final Vec ownValues;
  private final Vec heardValues;
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
    maps = new double[nodes * hidden * channels];
    toState = new double[state * state];
    toMessage = new double[hidden * state];
    normalised = new double[hidden * channels];
    hear = new double[channels * state];
    ownValues = kernel.vec(nodes * state * (state + sent));
    heardValues = kernel.vec(nodes * channels * state);
    own = kernel.panel(Math.multiplyExact(evaluations, ownValues.length()));
    heard = kernel.panel(Math.multiplyExact(evaluations, heardValues.length()));
  }

  void load(Parameters p) {
    gradient.load(p);
    System.arraycopy(p.get(Names.MAPS), 0, maps, 0, maps.length);
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
    sheaf.forward(s, nodes, 1, message);
    Rows cut = Rows.forProducts(nodes, BLOCK);
    for (int k = 0; k < cut.count(); k++) {
      int start = cut.start(k);
      int size = cut.size(k);
      gradient.run(s, message, nodes, start, size, rate);
      for (int r = 0; r < size; r++) {
        gradient.get(r, toState, toMessage);
        keep(start + r);
      }
    }
    own.put(atOwn(evaluation, 0), ownValues, 0, ownValues.length());
    heard.put(atHeard(evaluation, 0), heardValues, 0, heardValues.length());
    evaluation++;
  }

  private void keep(int v) {
    normalise(v);
    double factor = sheaf.factor(v);
    for (int o = 0; o < state; o++) {
      for (int m = 0; m < channels; m++) {
        double sum = 0;
        for (int j = 0; j < hidden; j++) {
          sum += map(v, j, m) * toMessage[j * state + o];
        }
        hear[m * state + o] = factor * sum;
        heardValues.set((v * state + o) * channels + m, -factor * sum);
      }
    }
    int at = v * state * (state + sent);
    for (int o = 0; o < state; o++) {
      ownValues.set(at + o * state, toState[o]);
      for (int j = 0; j < hidden; j++) {
        double sum = toState[(1 + j) * state + o];
        for (int m = 0; m < channels; m++) {
          sum += normalised[j * channels + m] * degrees(v, m) * hear[m * state + o];
        }
        ownValues.set(at + o * state + 1 + j, sum);
      }
    }
    for (int m = 0; m < channels; m++) {
      double target = sheaf.targetGate.get(v * channels + m);
      double source = sheaf.sourceGate.get(v * channels + m);
      send(at, m, m, graph.symmetric ? target + source : source);
      if (!graph.symmetric) {
        send(at, channels + m, m, target);
      }
    }
  }

  /** One's own part of the disagreement: gated once per edge in and out. */
  private double degrees(int v, int m) {
    return graph.inDegree(v) * sheaf.targetGate.get(v * channels + m)
        + graph.outDegree(v) * sheaf.sourceGate.get(v * channels + m);
  }

  private void send(int at, int column, int m, double gate) {
    int to = at + (state + column) * state;
    ownValues.set(to, 0);
    for (int j = 0; j < hidden; j++) {
      ownValues.set(to + 1 + j, gate * normalised[j * channels + m]);
    }
  }

  /** Derivative of the min-max normalised restriction by the stalk, [hidden][channel]. */
  private void normalise(int v) {
    double scale = 1 / sheaf.range.get(v);
    int low = sheaf.extremes[2 * v];
    int high = sheaf.extremes[2 * v + 1];
    for (int j = 0; j < hidden; j++) {
      double bottom = map(v, j, low);
      double difference = map(v, j, high) - bottom;
      for (int m = 0; m < channels; m++) {
        double z = sheaf.normalised.get(v * channels + m);
        normalised[j * channels + m] = (map(v, j, m) - bottom - z * difference) * scale;
      }
    }
  }

  private double map(int v, int j, int m) {
    return maps[(v * hidden + j) * channels + m];
  }

  @Override
  public void pull(int slot, Vec s, Vec gradRate, Vec gradState) {
    throw new UnsupportedOperationException("runs forwards only");
  }
}

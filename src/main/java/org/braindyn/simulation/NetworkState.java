package org.braindyn.simulation;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Seed;
import org.braindyn.graph.BrainGraph;
import org.braindyn.simulation.IafPscAlpha.Propagator;

/** The state of a {@link SpikingNetwork} while it runs; one step in the order that NEST uses. */
final class NetworkState {
  private final SpikingNetwork network;
  private final int n;
  private final double leak;
  private final double constant;
  private final double threshold;
  private final double reset;
  private final int refractorySteps;
  private final Propagator excitatory;
  private final Propagator inhibitory;
  private final double excitatoryStart;
  private final double inhibitoryStart;
  private final double[] v;
  private final double[] slopeEx;
  private final double[] currentEx;
  private final double[] slopeIn;
  private final double[] currentIn;
  private final int[] silent;
  private final double[][] arrivingEx;
  private final double[][] arrivingIn;
  private final int[] firstEdge;
  private final int[] target;
  private final double[] weight;
  private final Seed.Stream[] drive;
  private final PoissonCounts counts;
  private final ActiveInterventions interventions;

  NetworkState(SpikingNetwork network, Seed seed, List<SpikingIntervention> planned) {
    this.network = network;
    IafPscAlpha neuron = network.neuron();
    BrainGraph graph = network.synapses();
    n = graph.regions();
    double h = network.step();
    leak = neuron.membraneDecay(h);
    constant = neuron.fromConstant(h);
    threshold = neuron.threshold() - neuron.rest();
    reset = neuron.reset() - neuron.rest();
    refractorySteps = (int) Math.round(neuron.refractory() / h);
    excitatory = neuron.propagator(h, neuron.tauExcitatory());
    inhibitory = neuron.propagator(h, neuron.tauInhibitory());
    excitatoryStart = Math.E / neuron.tauExcitatory();
    inhibitoryStart = Math.E / neuron.tauInhibitory();
    v = new double[n];
    slopeEx = new double[n];
    currentEx = new double[n];
    slopeIn = new double[n];
    currentIn = new double[n];
    silent = new int[n];
    int slots = network.delaySteps() + 1;
    arrivingEx = new double[slots][n];
    arrivingIn = new double[slots][n];
    firstEdge = new int[n + 1];
    target = new int[graph.edges()];
    weight = new double[graph.edges()];
    sortEdges(graph);
    counts = new PoissonCounts(network.driveRate() * h / 1000);
    drive = new Seed.Stream[n];
    Seed.Stream start = seed.stream("initial potentials");
    boolean driven = network.driveRate() > 0;
    for (int i = 0; i < n; i++) {
      drive[i] = seed.stream("drive/" + i);
      v[i] = driven ? start.uniform(reset, threshold) : reset;
    }
    planned.forEach(network::check);
    interventions = new ActiveInterventions(network, planned, seed, n);
  }

  private void sortEdges(BrainGraph graph) {
    for (int s : graph.source()) {
      firstEdge[s + 1]++;
    }
    for (int i = 0; i < n; i++) {
      firstEdge[i + 1] += firstEdge[i];
    }
    int[] next = firstEdge.clone();
    for (int e = 0; e < graph.edges(); e++) {
      int to = next[graph.source()[e]]++;
      target[to] = graph.target()[e];
      weight[to] = graph.weight()[e];
    }
  }

  /**
   * One step.
   *
   * @param fired receives the neurons that fired
   * @return how many
   */
  int advance(int step, int[] fired) {
    interventions.at(step);
    double[] ex = arrivingEx[step % arrivingEx.length];
    double[] in = arrivingIn[step % arrivingIn.length];
    double driveWeight = network.driveWeight();
    double[] driven = driveWeight >= 0 ? ex : in;
    int count = 0;
    for (int i = 0; i < n; i++) {
      driven[i] += driveWeight * (counts.next(drive[i]) + interventions.extra(i));
      if (silent[i] == 0) {
        v[i] =
            leak * v[i]
                + constant * interventions.current(i)
                + excitatory.fromSlope() * slopeEx[i]
                + excitatory.fromCurrent() * currentEx[i]
                + inhibitory.fromSlope() * slopeIn[i]
                + inhibitory.fromCurrent() * currentIn[i];
      } else {
        silent[i]--;
      }
      currentEx[i] = excitatory.slope() * slopeEx[i] + excitatory.decay() * currentEx[i];
      slopeEx[i] = excitatory.decay() * slopeEx[i] + excitatoryStart * ex[i];
      currentIn[i] = inhibitory.slope() * slopeIn[i] + inhibitory.decay() * currentIn[i];
      slopeIn[i] = inhibitory.decay() * slopeIn[i] + inhibitoryStart * in[i];
      if (interventions.silenced(i)) {
        v[i] = Math.min(v[i], reset);
      }
      if (v[i] >= threshold) {
        v[i] = reset;
        silent[i] = refractorySteps;
        fired[count++] = i;
      }
    }
    Arrays.fill(ex, 0);
    Arrays.fill(in, 0);
    for (int k = 0; k < count; k++) {
      send(fired[k], step);
    }
    return count;
  }

  private void send(int source, int step) {
    int slot = (step + network.delaySteps()) % arrivingEx.length;
    double scale = interventions.scale(source);
    for (int e = firstEdge[source]; e < firstEdge[source + 1]; e++) {
      double[][] arriving = weight[e] >= 0 ? arrivingEx : arrivingIn;
      arriving[slot][target[e]] += scale * weight[e];
    }
  }

  double[] potentials() {
    return v.clone();
  }
}

package org.braindyn.simulation;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SpikeTrains;
import org.braindyn.graph.BrainGraph;
import org.braindyn.simulation.SpikingIntervention.Kind;

/**
 * A network of {@link IafPscAlpha} neurons on a grid of time steps, every neuron with its own
 * Poisson drive. Between spikes the integration is exact; spikes lie on the grid, as in NEST.
 *
 * <p>Runs with one seed see the same drive whatever is done to the network, so that the difference
 * of a run with and one without an intervention is the intervention's effect and nothing else.
 *
 * @param neuron of every node
 * @param synapses weights in pA, negative for inhibition; row = source
 * @param delay of every synapse, ms
 * @param driveRate Poisson spikes that reach every neuron per second
 * @param driveWeight of each of them, pA
 * @param step of the grid, ms
 */
public record SpikingNetwork(
    IafPscAlpha neuron,
    BrainGraph synapses,
    double delay,
    double driveRate,
    double driveWeight,
    double step) {
  /** Checks the grid. */
  public SpikingNetwork {
    if (!(step > 0) || !(delay >= step) || delay / step > 1e6 || !(driveRate >= 0)) {
      throw new BadInput(
          String.format(
              "Step %s ms, delay %s ms and drive %s Hz are not possible: the delay must be at least"
                  + " one step, the rate 0 or more.",
              step, delay, driveRate));
    }
  }

  /**
   * The benchmark network: 0.1 ms, delay 1.5 ms, drive of 1.9 kHz at 30 pA (mean drive below
   * threshold: firing is irregular, 13 Hz).
   */
  public static SpikingNetwork standard(BrainGraph synapses) {
    return new SpikingNetwork(IafPscAlpha.NEST, synapses, 1.5, 1900, 30, 0.1);
  }

  /**
   * Synapses of one strength on a graph.
   *
   * @param graph who sends to whom; its weights are not used
   * @param weight of an excitatory synapse, pA
   * @param inhibitory share of the neurons, drawn at random, whose synapses are negative
   * @param ratio of an inhibitory weight's size to an excitatory one's
   */
  public static BrainGraph synapses(
      BrainGraph graph, double weight, double inhibitory, double ratio, Seed seed) {
    int[] order = seed.stream("inhibitory neurons").permutation(graph.regions());
    boolean[] negative = new boolean[graph.regions()];
    for (int k = 0; k < Math.round(inhibitory * graph.regions()); k++) {
      negative[order[k]] = true;
    }
    double[] pico = new double[graph.edges()];
    for (int e = 0; e < pico.length; e++) {
      pico[e] = negative[graph.source()[e]] ? -ratio * weight : weight;
    }
    return new BrainGraph(graph.regions(), graph.source(), graph.target(), pico);
  }

  /**
   * Simulates.
   *
   * @param duration ms
   * @param seed of the initial potentials and the drive
   * @param interventions done during the run
   * @return spikes; neuron k has id k + 1
   */
  public SpikeTrains run(
      double duration, Seed seed, List<SpikingIntervention> interventions, Progress progress) {
    return run(duration, seed, interventions, progress, null);
  }

  /**
   * @param potentials if not null, receives V - E after every step, [step][neuron]
   */
  SpikeTrains run(
      double duration,
      Seed seed,
      List<SpikingIntervention> interventions,
      Progress progress,
      double[][] potentials) {
    int steps = (int) Math.round(duration / step);
    int n = synapses.regions();
    NetworkState state = new NetworkState(this, seed, interventions);
    int[] senders = new int[1024];
    double[] times = new double[1024];
    int count = 0;
    int[] fired = new int[n];
    for (int t = 0; t < steps; t++) {
      if (t % 500 == 0) { // often: a step of many thousand neurons takes long
        Cancelled.check(progress, "Simulation");
        progress.report((double) t / steps, "Simulating");
      }
      int spikes = state.advance(t, fired);
      if (count + spikes > senders.length) {
        senders = Arrays.copyOf(senders, Math.max(2 * senders.length, count + spikes));
        times = Arrays.copyOf(times, senders.length);
      }
      for (int k = 0; k < spikes; k++) {
        senders[count] = fired[k] + 1;
        times[count++] = (t + 1) * step;
      }
      if (potentials != null) {
        potentials[t] = state.potentials();
      }
    }
    return new SpikeTrains(
        Arrays.copyOf(senders, count), Arrays.copyOf(times, count), "simulated network");
  }

  /** Delay in steps. */
  int delaySteps() {
    return (int) Math.max(1, Math.round(delay / step));
  }

  /** Checks that interventions speak of neurons that exist. */
  void check(SpikingIntervention intervention) {
    for (int neuron : intervention.neurons()) {
      if (neuron < 0 || neuron >= synapses.regions()) {
        throw new BadInput(
            "There is no neuron "
                + (neuron + 1)
                + "; the network has 1 to "
                + synapses.regions()
                + ".");
      }
    }
    if (intervention.kind() == Kind.EXTRA_DRIVE && driveWeight == 0) {
      throw new BadInput("Extra drive needs a drive weight other than 0.");
    }
  }
}

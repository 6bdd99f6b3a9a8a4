package org.braindyn.spikes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SpikeTrains;
import org.braindyn.data.text.ResultTable;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.spikes.NestSpikesWriter;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.signal.SpikeBinning;
import org.braindyn.signal.SpikeSmoothing;
import org.braindyn.simulation.RandomGraph;
import org.braindyn.simulation.SpikingIntervention;
import org.braindyn.simulation.SpikingNetwork;

/**
 * The reference's spiking benchmark: one network, many runs ("subjects") that differ in their
 * drive, each also with a true intervention under the same drive.
 *
 * @param network wiring, neurons and drive
 * @param duration of a run, ms
 * @param settling time before the record starts, ms
 * @param bin width of a bin, ms
 * @param smoothing null for none
 */
public record SpikeBenchmark(
    SpikingNetwork network,
    double duration,
    double settling,
    double bin,
    SpikeSmoothing smoothing,
    Seed seed) {
  /** Excitatory weight in pA, share of inhibitory neurons, ratio of their weights. */
  private static final double WEIGHT = 120;

  private static final double INHIBITORY = 0.2;
  private static final double RATIO = 3;

  /** Edges per node, radius and rewiring of the graphs. */
  private static final int DEGREE = 10;

  private static final double RADIUS = 0.13;
  private static final double REWIRING = 0.1;

  /** Names for dialogs. */
  public static final String[] GRAPHS = {"small world", "k nearest", "distance", "Erdos-Renyi"};

  /**
   * The wiring of a benchmark network: out-degree about 5, a fifth of the neurons inhibitory, 120
   * pA.
   *
   * @param kind one of {@link #GRAPHS}
   */
  public static BrainGraph wiring(String kind, int neurons, Seed seed) {
    if (neurons <= DEGREE) {
      throw new BadInput("neurons=" + neurons + " is too few; give more than " + DEGREE + ".");
    }
    BrainGraph graph =
        switch (kind.toLowerCase(Locale.ROOT)) {
          case "small world" -> RandomGraph.smallWorld(neurons, DEGREE, REWIRING, false, seed);
          case "k nearest" ->
              RandomGraph.nearest(RandomGraph.positions(neurons, seed), DEGREE / 2, false);
          case "distance" ->
              RandomGraph.within(
                  RandomGraph.positions(neurons, seed), RADIUS * Math.sqrt(100.0 / neurons));
          case "erdos-renyi" -> RandomGraph.erdosRenyi(neurons, DEGREE / 2.0 / (neurons - 1), seed);
          default ->
              throw new BadInput(
                  "wiring=" + kind + " is not known. Choose " + String.join(", ", GRAPHS) + ".");
        };
    return SpikingNetwork.synapses(graph, WEIGHT, INHIBITORY, RATIO, seed);
  }

  /** 2 s after 0.5 s of settling, bins of 10 ms, causal smoothing of 20 ms. */
  public static SpikeBenchmark standard(BrainGraph wiring, Seed seed) {
    return new SpikeBenchmark(
        SpikingNetwork.standard(wiring), 2000, 500, 10, new SpikeSmoothing(20, true), seed);
  }

  /** Spikes of one subject, times from the start of the record (settling left out). */
  public SpikeTrains spikes(int subject, List<SpikingIntervention> done, Progress progress) {
    List<SpikingIntervention> shifted = new ArrayList<>();
    for (SpikingIntervention one : done) {
      shifted.add(
          new SpikingIntervention(
              one.kind(),
              one.neurons(),
              one.start() + settling,
              one.end() + settling,
              one.amount()));
    }
    SpikeTrains all =
        network.run(settling + duration, seed.derive("subject", subject), shifted, progress);
    int first = 0;
    // Times lie on the grid: half a step guards against rounding.
    while (first < all.size() && all.times()[first] <= settling + network.step() / 2) {
      first++;
    }
    int[] senders = Arrays.copyOfRange(all.senders(), first, all.size());
    double[] times = new double[senders.length];
    for (int k = 0; k < times.length; k++) {
      // A spike at the end of a step belongs to the bin in which the step lies.
      times[k] = all.times()[first + k] - settling - network.step() / 2;
    }
    return new SpikeTrains(senders, times, "subject " + (subject + 1));
  }

  /** Rates of one subject in Hz, one row per neuron. */
  public RegionSignals rates(int subject, List<SpikingIntervention> done, Progress progress) {
    SpikeTrains spikes = spikes(subject, done, progress);
    List<SpikeBinning.Group> groups = SpikeBinning.neurons(1, network.synapses().regions());
    return new SpikeBinning(0, duration, bin).rates(spikes, groups, smoothing);
  }

  /** Rates of several subjects. */
  public List<RegionSignals> subjects(int from, int to, Progress progress) {
    List<RegionSignals> all = new ArrayList<>();
    for (int s = from; s < to; s++) {
      Cancelled.check(progress, "Simulation");
      progress.report((double) (s - from) / (to - from), "Simulating subject " + (s + 1));
      all.add(rates(s, List.of(), progress.quiet()));
    }
    return all;
  }

  /** Writes the spikes of both runs of a subject as NEST 3 files and the wiring as a table. */
  public void write(int subject, List<SpikingIntervention> done, Path folder, Progress progress) {
    try {
      NestSpikesWriter.write(
          spikes(subject, List.of(), progress), folder.resolve("spikes-free.dat"));
      NestSpikesWriter.write(
          spikes(subject, done, progress), folder.resolve("spikes-perturbed.dat"));
      Regions neurons = Regions.numbered("neuron", network.synapses().regions());
      TimeSeriesWriter.write(
          folder.resolve("synapses.csv"),
          ResultTable.matrix("source", neurons.names(), network.synapses().toMatrix()));
    } catch (IOException e) {
      throw new BadInput("The spikes cannot be written: " + Reason.of(e) + ".", e);
    }
  }
}

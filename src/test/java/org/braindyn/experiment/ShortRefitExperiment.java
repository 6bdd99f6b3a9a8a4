package org.braindyn.experiment;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.people.TimeSplit;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.perturbation.EffectSummary;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.RateNetwork;
import org.braindyn.stimulation.ConnectSignals;
import org.braindyn.stimulation.ModelRecordings;
import org.braindyn.stimulation.PerturbSignals;
import org.braindyn.training.TrainingWatch;

/**
 * How many links and regions the commands call with 19 refits, where nothing is coupled and where
 * six links are: one generated recording of 12 regions per seed, all regions joined in
 * the graph. Arguments: kind (continuous), epochs (15), seeds (10), frames (300), "coupled" to leave
 * the other out.
 */
public final class ShortRefitExperiment {
  private static final int REGIONS = 12;
  private static final int[][] LINKS = {{0, 3}, {0, 5}, {3, 7}, {2, 8}, {9, 1}, {10, 4}};

  private ShortRefitExperiment() {}

  /** Runs both. */
  public static void main(String[] args) {
    String kind = args.length > 0 ? args[0] : "continuous";
    String epochs = args.length > 1 ? args[1] : "15";
    int seeds = args.length > 2 ? Integer.parseInt(args[2]) : 10;
    int frames = args.length > 3 ? Integer.parseInt(args[3]) : 300;
    if (args.length < 5 || !args[4].equals("coupled")) {
      run(kind, epochs, seeds, frames, new double[REGIONS][REGIONS]);
    }
    double[][] wiring = new double[REGIONS][REGIONS];
    for (int[] link : LINKS) {
      wiring[link[0]][link[1]] = 0.9;
    }
    run(kind, epochs, seeds, frames, wiring);
  }

  private static void run(String name, String epochs, int seeds, int frames, double[][] wiring) {
    ModelKind kind = ModelKinds.named(name);
    double[][] joined = new double[REGIONS][REGIONS];
    for (double[] row : joined) {
      java.util.Arrays.fill(row, 1);
    }
    int[] links = new int[6];
    int[] regions = new int[2];
    for (int seed = 1; seed <= seeds; seed++) {
      BoldSimulation brain = new BoldSimulation(new RateNetwork(wiring, 3, true, 0.3, 0.1), 2, 0.1);
      RegionSignals signals = brain.record(names(), frames, null, List.of(), Seed.of(seed));
      TrainingSplit split =
          TimeSplit.learning(signals, TimeSplit.Parts.usual(frames), new TimeSplit.Shape(20, 3, 1));
      KindSettings settings =
          kind.defaults()
              .with("batch=16; hidden=8; rate=0.003; epochs=" + epochs)
              .with(Seed.of(seed));
      try (TrainedModel model =
          kind.train(
              split, BrainGraph.ofMatrix(joined), settings, TrainingWatch.of(Progress.NONE))) {
        ModelRecordings recordings = ModelRecordings.one(model, signals);
        ConnectionStatistics found =
            ConnectSignals.statistics(
                model,
                recordings,
                ConnectionStatistics.Summary.PEAK,
                new ConnectSignals.Settings(0.5, 3, 32),
                19,
                Progress.NONE);
        count(found, wiring, links);
        PerturbationMap map =
            PerturbSignals.of(model, recordings, "impulse on R1 size 2", 3, Progress.NONE);
        for (EffectSummary one :
            PerturbSignals.summaries(map, model, recordings, 19, Progress.NONE).subList(1, 12)) {
          regions[0]++;
          regions[1] += one.p() <= 0.05 ? 1 : 0;
        }
        System.out.printf(
            Locale.ROOT,
            "seed %d (best epoch %d, short %b): not coupled p <= 0.05 %d, q <= 0.05 %d of %d;"
                + " coupled %d, %d of %d; regions p <= 0.05 %d of %d%n",
            seed,
            model.provenance().middleEpoch(),
            model.refit().shorter(),
            links[1],
            links[2],
            links[0],
            links[4],
            links[5],
            links[3],
            regions[1],
            regions[0]);
      }
    }
  }

  private static Regions names() {
    return Regions.named(IntStream.rangeClosed(1, REGIONS).mapToObj(r -> "R" + r).toList());
  }

  private static void count(ConnectionStatistics found, double[][] wiring, int[] links) {
    for (int u = 0; u < REGIONS; u++) {
      for (int v = 0; v < REGIONS; v++) {
        if (u != v) {
          int at = wiring[u][v] == 0 ? 0 : 3;
          links[at]++;
          links[at + 1] += found.p()[u][v] <= 0.05 ? 1 : 0;
          links[at + 2] += found.q()[u][v] <= 0.05 ? 1 : 0;
        }
      }
    }
  }
}

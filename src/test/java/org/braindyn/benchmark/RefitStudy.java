package org.braindyn.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.people.TimeSplit;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.simulation.BoldPhantom;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.RateNetwork;
import org.braindyn.stimulation.ConnectSignals;
import org.braindyn.stimulation.ModelRecordings;
import org.braindyn.training.TrainingWatch;

/**
 * Train, then Effective Connectivity with refits, as a user does it: how many links are called
 * where nothing is coupled, and how many of the true ones where there are 40 (docs/adr/0041).
 * Arguments: null or phantom, kind, data sets (20), refits (19), settings of the training.
 */
public final class RefitStudy {
  private static final int CONTEXT = 20;
  private static final int HORIZON = 3;

  private RefitStudy() {}

  /** Runs the study. */
  public static void main(String[] args) {
    boolean coupled = args[0].equals("phantom");
    ModelKind kind = ModelKinds.named(args[1]);
    int sets = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    int refits = args.length > 3 ? Integer.parseInt(args[3]) : 19;
    KindSettings settings = kind.defaults();
    settings = args.length > 4 ? settings.with(args[4]) : settings;
    Counts all = new Counts();
    for (int seed = 1; seed <= sets; seed++) {
      double before = Machine.processorSeconds();
      Data data = coupled ? phantom(seed) : nothing(seed);
      Counts now = count(data, kind, settings.with(Seed.of(seed)), refits);
      all.add(now);
      System.out.printf(
          Locale.ROOT,
          "seed %d: %s (%.0f processor s)%n",
          seed,
          now,
          Machine.processorSeconds() - before);
    }
    System.out.printf(Locale.ROOT, "RESULT %s: %s%n", String.join(" ", args), all);
  }

  /** A recording, and which links it has, [source][target]. */
  private record Data(RegionSignals signals, double[][] links) {}

  private static Data nothing(int seed) {
    double[][] none = new double[20][20];
    BoldSimulation brain = new BoldSimulation(new RateNetwork(none, 3, true, 0.3, 0.1), 2, 0.1);
    return new Data(
        brain.record(Regions.numbered("R", 20), 600, null, List.of(), Seed.of(seed)), none);
  }

  private static Data phantom(int seed) {
    BoldPhantom phantom = BoldPhantom.make(BoldPhantom.Settings.defaults().with(20, 600, seed));
    BoldSimulation brain = new BoldSimulation(phantom.simulation().simulator(), 2, 0.1);
    return new Data(
        brain.record(phantom.regions(), 600, null, List.of(), Seed.of(seed)), phantom.wiring());
  }

  private static Counts count(Data data, ModelKind kind, KindSettings settings, int refits) {
    RegionSignals signals = data.signals();
    double[][] everyone = new double[signals.size()][signals.size()];
    Arrays.stream(everyone).forEach(row -> Arrays.fill(row, 1));
    TimeSplit.Parts parts = TimeSplit.Parts.usual(signals.frames());
    TimeSplit.Shape shape = new TimeSplit.Shape(CONTEXT, HORIZON, 1);
    try (TrainedModel model =
        kind.train(
            TimeSplit.learning(signals, parts, shape),
            BrainGraph.ofMatrix(everyone),
            settings,
            TrainingWatch.of(Progress.NONE))) {
      ConnectionStatistics found =
          ConnectSignals.statistics(
              model,
              ModelRecordings.one(model, signals),
              ConnectionStatistics.Summary.PEAK,
              new ConnectSignals.Settings(0.5, HORIZON, 32),
              refits,
              Progress.NONE);
      return new Counts(found, data.links());
    }
  }

  /** What was called. */
  private static final class Counts {
    private int links;
    private int pairs;
    private int hits;
    private int called;
    private int uncorrected;

    Counts() {}

    Counts(ConnectionStatistics found, double[][] truth) {
      for (int u = 0; u < truth.length; u++) {
        for (int v = 0; v < truth.length; v++) {
          boolean link = truth[u][v] != 0;
          boolean yes = u != v && found.q()[u][v] <= 0.05;
          pairs += u == v ? 0 : 1;
          links += u != v && link ? 1 : 0;
          hits += yes && link ? 1 : 0;
          called += yes ? 1 : 0;
          uncorrected += u != v && !link && found.p()[u][v] <= 0.05 ? 1 : 0;
        }
      }
    }

    void add(Counts other) {
      links += other.links;
      pairs += other.pairs;
      hits += other.hits;
      called += other.called;
      uncorrected += other.uncorrected;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "called %d of %d pairs at q <= 0.05, of these true %d of %d; no link, but p <= 0.05:"
              + " %.4f",
          called,
          pairs,
          hits,
          links,
          (double) uncorrected / (pairs - links));
    }
  }
}

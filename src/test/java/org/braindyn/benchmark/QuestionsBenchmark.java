package org.braindyn.benchmark;

import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.Threshold;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.people.TimeSplit;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.signal.WindowSet;
import org.braindyn.stimulation.ConnectSignals;
import org.braindyn.stimulation.ModelRecordings;
import org.braindyn.stimulation.PerturbSignals;
import org.braindyn.training.TrainingWatch;

/**
 * How long a user waits for answers of a trained model: Effective Connectivity as the dialog has it
 * (impulse 0.5 sd, 3 frames, 64 windows) and Perturb with refits. One generated recording of 1200
 * frames; BrainDyn's graph is the strongest correlations, 20 neighbours a region (40 from 200
 * regions on). The model is trained for an epoch, or two where there are refits, which are then as
 * long as those of a model trained for thirty. Arguments: regions (94), kinds separated by commas
 * (released,continuous,linear skip,VAR on windows), refits (0).
 */
public final class QuestionsBenchmark {
  private QuestionsBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) {
    int regions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 94;
    String kinds =
        arguments.length > 1 ? arguments[1] : "released,continuous,linear skip,VAR on windows";
    int refits = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
    RegionSignals signals = FactorSignals.people(regions, 1, 1200).get(0);
    BrainGraph graph = strongest(signals, regions < 200 ? 20 : 40);
    int epochs = refits > 0 ? 2 : 1; // more would not lengthen a refit
    for (String name : kinds.split(",")) {
      ModelKind kind = ModelKinds.named(name);
      KindSettings settings = kind.defaults();
      settings =
          settings.has("epochs") ? settings.with("epochs=" + epochs + "; batch=16") : settings;
      KindSettings used = settings;
      Timed<TrainedModel> trained =
          Timed.of(
              () ->
                  kind.train(
                      TimeSplit.learning(
                          signals, TimeSplit.Parts.usual(1200), new TimeSplit.Shape(30, 10, 1)),
                      name.equals("continuous") || name.equals("released") ? graph : null,
                      used,
                      TrainingWatch.of(Progress.NONE)));
      try (TrainedModel model = trained.result()) {
        say(
            "%s, %d regions, %d edges, epoch %d kept: trained in %s",
            name,
            regions,
            model.graph().map(BrainGraph::edges).orElse(0),
            model.provenance().middleEpoch(),
            trained.told());
        ModelRecordings recordings = ModelRecordings.one(model, signals);
        var how = new ConnectSignals.Settings(0.5, 3, 64);
        for (int run = 0; run < (regions < 200 ? 2 : 1); run++) {
          say("  effective connectivity: %s", Timed.of(() -> links(model, recordings, how)).told());
        }
        if (refits > 0) {
          say(
              "  perturb with %d refits: %s",
              refits, Timed.of(() -> perturb(model, recordings, refits)).told());
        }
      }
    }
  }

  /** The strongest correlations, as many as give every region so many neighbours on average. */
  static BrainGraph strongest(RegionSignals signals, int neighbours) {
    WindowSet windows = WindowSet.of(List.of(signals), 30, 10, 10);
    double density = neighbours / (signals.size() - 1.0);
    return Threshold.density(Correlation.ofContexts(windows), density);
  }

  private static ConnectionStatistics links(
      TrainedModel model, ModelRecordings recordings, ConnectSignals.Settings how) {
    return ConnectSignals.statistics(
        model, recordings, ConnectionStatistics.Summary.PEAK, how, 0, Progress.NONE);
  }

  private static List<?> perturb(TrainedModel model, ModelRecordings recordings, int refits) {
    PerturbationMap map =
        PerturbSignals.of(
            model, recordings, "step on R0 size 1 onset 0 duration 2", 20, Progress.NONE);
    return PerturbSignals.summaries(map, model, recordings, refits, Progress.NONE);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** A result, and what it took. */
  private record Timed<T>(T result, double seconds, double busy) {
    static <T> Timed<T> of(java.util.function.Supplier<T> work) {
      long start = System.nanoTime();
      double before = Machine.processorSeconds();
      T result = work.get();
      return new Timed<>(
          result, (System.nanoTime() - start) * 1e-9, Machine.processorSeconds() - before);
    }

    String told() {
      return String.format(Locale.ROOT, "%.1f s (%.1f processor s)", seconds, busy);
    }
  }
}

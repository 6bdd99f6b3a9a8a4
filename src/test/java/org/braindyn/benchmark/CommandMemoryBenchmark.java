package org.braindyn.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.models.ForecastSignals;
import org.braindyn.people.TimeSplit;
import org.braindyn.people.TrainSignals;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.stimulation.ConnectSignals;
import org.braindyn.stimulation.ModelRecordings;
import org.braindyn.stimulation.PerturbSignals;
import org.braindyn.training.TrainingListener;
import org.bytedeco.javacpp.Pointer;

/**
 * Memory over 200 commands in one session: train, forecast, effective connectivity and perturb in
 * turn, of released, continuous, linear skip and VAR (40 regions x 300 frames). Says after every 40
 * the heap in use after a collection, memory outside the heap, and resident memory. Argument:
 * commands (200).
 */
public final class CommandMemoryBenchmark {
  private static final String[] KINDS = {"released", "continuous", "linear skip", "VAR on windows"};
  private static final int EVERY = 40;

  private CommandMemoryBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws IOException {
    int commands = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    RegionSignals signals = FactorSignals.people(40, 1, 300).get(0);
    Path file = Files.createTempFile("braindyn-memory", ".npz");
    try {
      for (int done = 0; done < commands; ) {
        train(ModelKinds.named(KINDS[done / 4 % KINDS.length]), signals, file);
        done = told(done);
        try (TrainedModel model = ModelKinds.read(file.toFile())) {
          ForecastSignals.of(model, signals, 0, 20, Progress.NONE);
        }
        done = told(done);
        try (TrainedModel model = ModelKinds.read(file.toFile())) {
          ModelRecordings recordings = ModelRecordings.one(model, signals);
          ConnectSignals.statistics(
              model,
              recordings,
              ConnectionStatistics.Summary.PEAK,
              new ConnectSignals.Settings(0.5, 3, 16),
              0,
              Progress.NONE);
        }
        done = told(done);
        try (TrainedModel model = ModelKinds.read(file.toFile())) {
          ModelRecordings recordings = ModelRecordings.one(model, signals);
          PerturbSignals.of(
              model, recordings, "step on R0 size 1 onset 0 duration 2", 10, Progress.NONE);
        }
        done = told(done);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void train(ModelKind kind, RegionSignals signals, Path file) {
    KindSettings settings = kind.defaults();
    settings = settings.has("epochs") ? settings.with("epochs=1; batch=16") : settings;
    TrainSignals.run(
        TimeSplit.of(signals, 20, 5, 4),
        new TrainSignals.Wanted(kind, settings, null),
        TrainingListener.NONE,
        new TrainSignals.Written(file, null, null),
        Progress.NONE);
  }

  private static int told(int done) {
    if ((done + 1) % EVERY == 0) {
      System.gc();
      Runtime java = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "after %d commands: heap %.1f MB, outside %.1f MB, resident %.0f MB%n",
          done + 1,
          (java.totalMemory() - java.freeMemory()) / 1e6,
          Pointer.totalBytes() / 1e6,
          Machine.residentMegabytes());
    }
    return done + 1;
  }
}

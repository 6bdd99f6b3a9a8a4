package org.braindyn.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.people.TimeSplit;
import org.braindyn.people.TrainSignals;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingLog;

/**
 * Training on one generated recording (seed 1) of 1200 frames as Train does it, baselines beside it
 * and the model's file included. Arguments: kind (continuous), regions (94), epochs (30); the time
 * after each epoch and in all.
 */
public final class EpochsBenchmark {
  private EpochsBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws IOException {
    String name = arguments.length > 0 ? arguments[0] : "continuous";
    int regions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 94;
    String epochs = arguments.length > 2 ? arguments[2] : "30";
    TimeSplit split = TimeSplit.of(FactorSignals.people(regions, 1, 1200).get(0), 30, 10, 1);
    ModelKind kind = ModelKinds.named(name);
    KindSettings settings = kind.defaults().with("epochs=" + epochs);
    Path file = Files.createTempFile("braindyn-epochs", ".npz");
    long start = System.nanoTime();
    double before = Machine.processorSeconds();
    TrainingListener clock =
        new TrainingListener() {
          @Override
          public void epochDone(TrainingLog.Epoch epoch) {
            say("epoch " + epoch.number(), start, before);
          }
        };
    try {
      TrainSignals.run(
          split,
          new TrainSignals.Wanted(kind, settings, null),
          clock,
          new TrainSignals.Written(file, null, null),
          Progress.NONE);
    } finally {
      Files.delete(file);
    }
    say(name + ", " + regions + " regions, " + epochs + " epochs", start, before);
  }

  private static void say(String what, long start, double before) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f s (%.1f processor s)%n",
        what,
        (System.nanoTime() - start) * 1e-9,
        Machine.processorSeconds() - before);
  }
}

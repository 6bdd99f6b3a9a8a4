package org.braindyn.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.people.TimeSplit;
import org.braindyn.people.TrainSignals;
import org.braindyn.training.TrainingListener;

/**
 * How long a user waits after Esc: from the moment training is asked to stop until the model file
 * stands and the table is there. Arguments: regions (94), batch (64), stops (8).
 */
public final class CancelBenchmark {
  private CancelBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws Exception {
    int regions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 94;
    int batch = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
    int stops = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
    RegionSignals signals = signals(regions);
    Path file = Files.createTempFile("cancel", ".npz");
    for (String variant : new String[] {"released", "continuous"}) {
      double worst = 0;
      for (int stop = 0; stop < stops; stop++) {
        worst = Math.max(worst, waited(signals, variant, batch, 0.5 + 0.7 * stop, file));
      }
      System.out.printf(
          "%s, %d regions, batch %d: longest wait of %d stops %.2f s%n",
          variant, regions, batch, stops, worst);
    }
    Files.delete(file);
  }

  private static double waited(
      RegionSignals signals, String variant, int batch, double after, Path file) {
    long[] asked = {0};
    long[] began = {0};
    Progress progress =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            if (began[0] == 0 && message != null && message.startsWith("Epoch")) {
              began[0] = System.nanoTime();
            }
          }

          @Override
          public boolean cancelled() {
            boolean now = began[0] > 0 && System.nanoTime() - began[0] > after * 1e9;
            if (now && asked[0] == 0) {
              asked[0] = began[0] + (long) (after * 1e9);
            }
            return now;
          }
        };
    ModelKind kind = ModelKinds.named(variant);
    KindSettings settings =
        kind.defaults()
            .with("epochs=1000; hidden=16; maps=16; method=rk4; rate=1e-3; batch=" + batch);
    TrainSignals.run(
        TimeSplit.of(signals, 30, 10, 1),
        new TrainSignals.Wanted(kind, settings, null),
        TrainingListener.NONE,
        new TrainSignals.Written(file, null, null),
        progress);
    return (System.nanoTime() - asked[0]) / 1e9;
  }

  private static RegionSignals signals(int regions) {
    Seed.Stream random = Seed.of(1).stream("signals");
    double[][] values = new double[regions][600];
    for (int t = 1; t < 600; t++) {
      for (int r = 0; r < regions; r++) {
        values[r][t] =
            0.7 * values[r][t - 1] + 0.2 * values[(r + 1) % regions][t - 1] + random.gaussian();
      }
    }
    return new RegionSignals(Regions.numbered("Region", regions), values, 2, "simulated");
  }
}

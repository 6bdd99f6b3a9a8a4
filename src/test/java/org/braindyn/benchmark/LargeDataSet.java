package org.braindyn.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.Threshold;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.ModelSettings;
import org.braindyn.signal.MappedRecording;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingResult;
import org.braindyn.training.TrainingSettings;

/**
 * Starts training on 1000 recordings x 400 regions x 1200 frames that stay on disk; run with
 * -Xmx2g. Arguments: a folder with 2 GB of room, steps to take (5).
 */
public final class LargeDataSet {
  private LargeDataSet() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(args[0]), "large");
    int steps = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    List<Recording> recordings = new ArrayList<>();
    Regions regions = Regions.numbered("r", 400);
    try {
      for (int r = 0; r < 1000; r++) {
        Seed.Stream random = Seed.of(r).stream("signals");
        double[][] values = new double[400][1200];
        for (double[] row : values) {
          for (int t = 1; t < 1200; t++) {
            row[t] = 0.7 * row[t - 1] + random.uniform() - 0.5;
          }
        }
        recordings.add(
            MappedRecording.write(
                new RegionSignals(regions, values, 0.72, "run " + r),
                "person " + r,
                folder.resolve(r + ".f32")));
      }
      WindowSet train = new WindowSet(recordings, 30, 10, 10);
      WindowSet some = new WindowSet(recordings.subList(0, 20), 30, 10, 10);
      AtomicInteger seen = new AtomicInteger();
      Progress stop =
          new Progress() {
            @Override
            public void report(double fraction, String message) {
              seen.incrementAndGet();
              System.out.printf(
                  Locale.ROOT,
                  "step %d of %s windows, heap %.0f MB of %.0f MB%n",
                  seen.get(),
                  train.size(),
                  (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6,
                  Runtime.getRuntime().maxMemory() / 1e6);
            }

            @Override
            public boolean cancelled() {
              return seen.get() >= steps;
            }
          };
      try (BrainDyn model =
          BrainDyn.create(
              ModelSettings.defaults(400),
              Threshold.density(Correlation.ofContexts(some), 0.05),
              Seed.of(1))) {
        TrainingResult result =
            new Trainer(TrainingSettings.defaults()).train(model, train, null, stop);
        System.out.println("stopped after " + seen.get() + " steps: " + result.cancelled());
      }
    } finally {
      for (int r = 0; r < 1000; r++) {
        Files.deleteIfExists(folder.resolve(r + ".f32"));
      }
      Files.delete(folder);
    }
  }
}

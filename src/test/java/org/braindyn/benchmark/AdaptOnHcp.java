package org.braindyn.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.family.interval.ConformalIntervals;
import org.braindyn.forecast.family.interval.Coverage;
import org.braindyn.forecast.family.interval.LeftOutErrors;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelIntervals;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.people.AdaptPerson;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.braindyn.training.TrainingWatch;

/** The product's own way, files included: see {@link FamiliesStudy}, parts files and coverage. */
final class AdaptOnHcp {
  private final FamiliesOnHcp data = new FamiliesOnHcp();

  AdaptOnHcp() throws Exception {}

  /** The model of eleven people, two choosing. */
  private TrainedModel group(String name) {
    ModelKind kind = ModelKinds.named(name);
    RegionSignals first = data.people.get(0);
    DataIdentity identity =
        new DataIdentity(
            first.regions(),
            first.interval(),
            "context",
            "by person",
            List.of(),
            List.of(),
            List.of(),
            Map.of());
    TrainingSplit split =
        TrainingSplit.ofPeople(
            WindowSet.of(data.people.subList(0, 11), 30, 10, 10),
            WindowSet.of(data.people.subList(11, 13), 30, 10, 10),
            first.regions(),
            () -> identity);
    KindSettings settings = kind.defaults();
    settings =
        settings.has("network") ? settings.with("network", "off") : settings; // families only
    TrainedModel bare = kind.train(split, null, settings, TrainingWatch.of(Progress.NONE));
    return ModelIntervals.calibrate(bare, split, Progress.NONE);
  }

  /** The command's way with whole scans of the three test people. */
  void files() throws Exception {
    Path folder = Files.createTempDirectory("adapt");
    Path file = folder.resolve("group.npz");
    group("auto").write(file);
    System.out.println("\n### BrainDyn Adapt to Recording, whole scans, errors on last fifths\n");
    System.out.printf(Locale.ROOT, "group's file %.1f MB%n%n", Files.size(file) / 1e6);
    System.out.println("| person | group | pooled | own alone | seconds |");
    System.out.println("|---|---|---|---|---|");
    for (int frames : new int[] {600, 1200}) {
      double[] mean = new double[3];
      for (RegionSignals person : data.people.subList(13, 16)) {
        int used = Math.min(frames, person.frames());
        double[][] part =
            Arrays.stream(person.values())
                .map(row -> Arrays.copyOf(row, used))
                .toArray(double[][]::new);
        try (TrainedModel model = ModelKinds.read(file.toFile())) {
          long began = System.nanoTime();
          AdaptPerson done =
              AdaptPerson.run(
                  model,
                  person.withValues(part),
                  0,
                  null,
                  folder.resolve("own.npz"),
                  Progress.NONE);
          System.out.printf(
              Locale.ROOT,
              "| %s, %d frames | %.4f | %.4f | %.4f | %.1f |%n",
              person.source().substring(0, 6),
              used,
              done.group(),
              done.personal(),
              done.alone(),
              (System.nanoTime() - began) / 1e9);
          System.out.println(done.notes());
          mean[0] += done.group() / 3;
          mean[1] += done.personal() / 3;
          mean[2] += done.alone() / 3;
        }
      }
      System.out.printf(
          Locale.ROOT, "| mean | %.4f | %.4f | %.4f | |%n", mean[0], mean[1], mean[2]);
    }
  }

  /** Intervals as training writes them, on the three test people. */
  void coverage() {
    System.out.println("\n### Intervals of model files on the three test people\n");
    Windows test = WindowSet.of(data.people.subList(13, 16), 30, 10, 10).all();
    int[] units = new int[test.size()];
    for (int w = 0; w < units.length; w++) {
      units[w] = 3 * w / units.length;
    }
    for (String name :
        List.of("auto", "direct ridge", "VAR on whole recordings", "damped persistence")) {
      TrainedModel model = group(name);
      ConformalIntervals widths = model.intervals().orElseThrow().widths();
      SignalBatch forecast = model.forecaster().forecast(test.context(), 10, Progress.NONE);
      LeftOutErrors errors = LeftOutErrors.of(forecast, test.target(), units);
      System.out.println("- " + name + ": " + Coverage.of(widths, errors, 1).describe());
      System.out.printf(
          Locale.ROOT,
          "  50 %%: %.1f %%; CRPS %.4f; %s%n",
          100 * Coverage.of(widths, errors, 0).all(),
          widths.crps(forecast, test.target()),
          model.intervals().get().from());
    }
  }
}

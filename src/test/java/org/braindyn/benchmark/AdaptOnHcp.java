package org.braindyn.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
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
import org.braindyn.training.score.Evaluation;
import org.braindyn.training.score.PairedComparison;

/** The product's own way, files included: see {@link FamiliesStudy}, parts files and coverage. */
final class AdaptOnHcp {
  private final FamiliesOnHcp data = new FamiliesOnHcp();

  AdaptOnHcp() throws Exception {}

  /** The model of eleven people, two choosing, of families only. */
  private TrainedModel group(String name) {
    return group(name, data.people.subList(0, 11), data.people.subList(11, 13), "off");
  }

  private static TrainedModel group(
      String name, List<RegionSignals> train, List<RegionSignals> choose, String network) {
    ModelKind kind = ModelKinds.named(name);
    RegionSignals first = train.get(0);
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
            WindowSet.of(train, 30, 10, 10),
            WindowSet.of(choose, 30, 10, 10),
            first.regions(),
            () -> identity);
    KindSettings settings = kind.defaults();
    settings = settings.has("network") ? settings.with("network", network) : settings;
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
        try (TrainedModel model = ModelKinds.read(file.toFile())) {
          long began = System.nanoTime();
          AdaptPerson done =
              AdaptPerson.run(
                  model, part(person, 0, used), 0, null, folder.resolve("own.npz"), Progress.NONE);
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

  /**
   * Adapting to first halves with and without the network of the group's model, errors on second
   * halves, which nothing else sees.
   *
   * @param folds of people, each left out once; 0 for the split of eleven, two and three
   */
  void network(int folds) {
    System.out.println("\n### Adapted to first halves, errors on second halves, ten steps\n");
    System.out.println(
        "| person | group's family | with its network | pooled, linear | pooled, with network | what"
            + " was kept |");
    System.out.println("|---|---|---|---|---|---|");
    List<double[]> rows = new ArrayList<>();
    for (int f = 0; f < Math.max(1, folds); f++) {
      List<RegionSignals> rest = new ArrayList<>();
      List<RegionSignals> left = new ArrayList<>();
      for (int i = 0; i < data.people.size(); i++) {
        boolean out = folds == 0 ? i >= 13 : i % folds == f;
        (out ? left : rest).add(data.people.get(i));
      }
      List<RegionSignals> train = rest.subList(0, rest.size() - 2);
      List<RegionSignals> choose = rest.subList(rest.size() - 2, rest.size());
      try (TrainedModel linear = group("auto", train, choose, "off");
          TrainedModel both = group("auto", train, choose, "auto")) {
        both.notes().forEach(note -> System.err.println("  " + note));
        for (RegionSignals person : left) {
          rows.add(adapted(linear, both, person));
        }
      }
    }
    double[] mean = new double[4];
    rows.forEach(row -> Arrays.setAll(mean, k -> mean[k] + row[k] / rows.size()));
    System.out.printf(
        Locale.ROOT,
        "| mean | %.4f | %.4f | %.4f | %.4f | |%n",
        mean[0],
        mean[1],
        mean[2],
        mean[3]);
    for (int[] pair : new int[][] {{2, 0}, {3, 1}, {3, 2}}) {
      PairedComparison paired =
          PairedComparison.of(
              rows.stream().mapToDouble(row -> row[pair[0]]).toArray(),
              rows.stream().mapToDouble(row -> row[pair[1]]).toArray(),
              Seed.of(1));
      System.out.printf(
          Locale.ROOT,
          "column %d less column %d: %+.4f (95 %% over people %+.4f to %+.4f), better for %d of"
              + " %d%n",
          pair[0] + 1,
          pair[1] + 1,
          paired.difference(),
          paired.low(),
          paired.high(),
          paired.better(),
          paired.people());
    }
  }

  private static double[] adapted(TrainedModel linear, TrainedModel both, RegionSignals person) {
    int middle = person.frames() / 2;
    RegionSignals first = part(person, 0, middle);
    WindowSet second = WindowSet.of(List.of(part(person, middle, person.frames())), 30, 10, 10);
    AdaptPerson pooled = AdaptPerson.of(linear, first, 0, Progress.NONE);
    AdaptPerson tuned = AdaptPerson.of(both, first, 0, Progress.NONE);
    double[] row = {
      mse(linear, second),
      mse(both, second),
      mse(pooled.model(), second),
      mse(tuned.model(), second)
    };
    String said =
        tuned.notes().stream().filter(n -> n.contains("Kept: ")).findFirst().orElse("no network");
    System.out.printf(
        Locale.ROOT,
        "| %s | %.4f | %.4f | %.4f | %.4f | %s, %s |%n",
        person.source().substring(0, 6),
        row[0],
        row[1],
        row[2],
        row[3],
        tuned.kept() ? "pooled" : "the group's",
        said.replaceAll(".*Kept: (.*)\\.", "$1"));
    return row;
  }

  private static double mse(TrainedModel model, WindowSet test) {
    return Evaluation.of(model.forecaster(), test, Progress.NONE).all().mse();
  }

  private static RegionSignals part(RegionSignals person, int from, int to) {
    return person.withValues(
        Arrays.stream(person.values())
            .map(row -> Arrays.copyOfRange(row, from, to))
            .toArray(double[][]::new));
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

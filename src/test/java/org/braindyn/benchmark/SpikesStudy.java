package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.LinearFits;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Threshold;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.people.Baselines;
import org.braindyn.signal.WindowSet;
import org.braindyn.spikes.SpikeBenchmark;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.score.Evaluation;

/**
 * Rates of 100 neurons by kinds, with and without messages; people who train, choose and test are
 * different. Arguments: people who train (200), then rows: {@code baselines}, {@code auto}, or
 * {@code KIND:setting=value;...}.
 */
public final class SpikesStudy {
  private static final int CHOOSE = 20;
  private static final int TEST = 40;
  private static final int LINKS = 1000;

  private SpikesStudy() {}

  /** Prints one row per kind, errors of those who choose and of those who test. */
  public static void main(String[] args) {
    int train = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    SpikeBenchmark benchmark =
        SpikeBenchmark.standard(SpikeBenchmark.wiring("small world", 100, Seed.of(1)), Seed.of(1));
    List<RegionSignals> all = benchmark.subjects(0, train + CHOOSE + TEST, Progress.NONE);
    WindowSet learn = windows(all.subList(0, train));
    WindowSet choose = windows(all.subList(train, train + CHOOSE));
    WindowSet test = windows(all.subList(train + CHOOSE, all.size()));
    DataIdentity nobody =
        new DataIdentity(
            null, Double.NaN, "context", "", List.of(), List.of(), List.of(), Map.of());
    TrainingSplit split = TrainingSplit.ofPeople(learn, choose, all.get(0).regions(), () -> nobody);
    FamilyData data = FamilyData.of(learn, null, Seed.of(1));
    double[][] links = LinearFits.full(data.whole(), 1, 1e3, 1).coefficients()[0];
    BrainGraph graph = Threshold.strongest(sizes(links), LINKS);
    System.out.println(
        "| kind | settings | MSE, " + CHOOSE + " that choose | MSE, " + TEST + " that test | s |");
    System.out.println("|---|---|---|---|---|");
    List<String> rows =
        new ArrayList<>(List.of(args).subList(Math.min(1, args.length), args.length));
    for (String row : rows) {
      if (row.equals("baselines")) {
        for (Forecaster f : Baselines.fit(learn, choose)) {
          print(f.name(), "", f, choose, test, 0);
        }
        continue;
      }
      String[] words = row.split(":", 2);
      ModelKind kind = ModelKinds.named(words[0]);
      KindSettings settings = kind.defaults();
      if (words.length > 1) {
        settings = settings.with(words[1]);
      }
      long start = System.nanoTime();
      try (TrainedModel model =
          kind.train(
              split,
              words[0].equals("auto") ? null : graph,
              settings,
              TrainingWatch.of(Progress.NONE))) {
        double seconds = (System.nanoTime() - start) / 1e9;
        print(
            model.title(),
            words.length > 1 ? words[1] : "",
            model.forecaster(),
            choose,
            test,
            seconds);
        model.notes().forEach(note -> System.err.println("  " + note));
      }
    }
  }

  private static void print(
      String name, String settings, Forecaster f, WindowSet choose, WindowSet test, double s) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.4f | %.4f | %.0f |%n",
        name,
        settings,
        mse(f, choose),
        mse(f, test),
        s);
  }

  private static double mse(Forecaster f, WindowSet set) {
    return Evaluation.of(f, set, Progress.NONE).all().mse();
  }

  private static WindowSet windows(List<RegionSignals> people) {
    return WindowSet.of(people, 30, 10, 20).withFloor(10);
  }

  private static double[][] sizes(double[][] m) {
    double[][] out = new double[m.length][];
    for (int i = 0; i < m.length; i++) {
      out[i] = Arrays.stream(m[i]).map(Math::abs).toArray();
      out[i][i] = 0;
    }
    return out;
  }
}

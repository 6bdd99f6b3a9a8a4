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
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.braindyn.spikes.SpikeBenchmark;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.score.Evaluation;

/**
 * Rates of 100 neurons by kinds, with and without messages; people who train, choose and test are
 * different. Arguments: people who train (200), then rows: {@code baselines}, {@code auto}, {@code
 * KIND:setting=value;...}, or {@code told}: what is left if every past spike and every neuron's
 * usual rate are told in Hz, and nothing of other neurons.
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
      if (row.equals("told")) {
        double[] rates = rates(learn);
        System.out.printf(
            Locale.ROOT,
            "| told spikes and rates | | %.4f | %.4f | 0 |%n",
            told(choose, rates),
            told(test, rates));
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

  /** Mean rate of every neuron, Hz. */
  private static double[] rates(WindowSet learn) {
    double[] mean = new double[learn.regions()];
    for (Recording one : learn.recordings()) {
      double[] row = new double[one.frames()];
      for (int n = 0; n < mean.length; n++) {
        one.read(n, 0, row.length, row, 0);
        mean[n] += Arrays.stream(row).sum() / row.length / learn.recordings().size();
      }
    }
    return mean;
  }

  /**
   * Error of the smoothing's tail of spikes that are in the context, and of usual rates for those
   * that are to come.
   */
  private static double told(WindowSet set, double[] rates) {
    double[] kernel = new double[9]; // half a Gaussian of 2 bins, as SpikeSmoothing has it
    Arrays.setAll(kernel, k -> Math.exp(-0.5 * k * k / 4.0));
    double unit = Arrays.stream(kernel).sum();
    Arrays.setAll(kernel, k -> kernel[k] / unit);
    double sum = 0;
    for (int w = 0; w < set.size(); w++) {
      Recording one = set.recordings().get(set.recordingOf(w));
      Windows window = set.range(w, w + 1);
      int now = set.startOf(w) + set.context();
      for (int n = 0; n < rates.length; n++) {
        double[] spikes = new double[now + set.horizon()];
        one.read(n, 0, now, spikes, 0);
        for (int t = 0; t < now; t++) {
          for (int k = 1; k < kernel.length && k <= t; k++) {
            spikes[t] -= kernel[k] * spikes[t - k];
          }
          spikes[t] /= kernel[0];
        }
        Arrays.fill(spikes, now, spikes.length, rates[n]);
        double mean = window.normalisation().mean()[n];
        double sd = window.normalisation().sd()[n];
        for (int p = 0; p < set.horizon(); p++) {
          double rate = 0;
          for (int k = 0; k < kernel.length; k++) {
            rate += kernel[k] * spikes[now + p - k];
          }
          double error = window.target().get(0, n, p) - (rate - mean) / sd;
          sum += error * error;
        }
      }
    }
    return sum / set.size() / rates.length / set.horizon();
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

package org.braindyn.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Threshold;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.braindyn.signal.ContextNormalisation;
import org.braindyn.signal.WindowSet;
import org.braindyn.simulation.SpikingIntervention;
import org.braindyn.simulation.SpikingIntervention.Kind;
import org.braindyn.spikes.SpikeBenchmark;
import org.braindyn.task.SheafDisagreement;
import org.braindyn.task.WiringInference;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.score.Metrics;

/**
 * The simulated benchmark: 100 neurons on a small-world graph, 2 s per subject, 10 ms bins, causal
 * smoothing; forecasts, truly perturbed runs (trained without), wiring over all ordered pairs.
 */
public final class SpikingStudy {
  private static final int NEURONS = 100;
  private static final int CONTEXT = 30;
  private static final int HORIZON = 10;

  /** Hz; one spike in a context gives about 10. */
  private static final double FLOOR = 10;

  /** Bins of the intervention that the context already shows. */
  private static final int SEEN = 5;

  private SpikingStudy() {}

  /**
   * Runs the study; arguments: training subjects, epochs (0: the linear skip only), trials of
   * perturbation.
   */
  public static void main(String[] arguments) {
    int subjects = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    int epochs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    int trials = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 300;
    BrainGraph wiring = SpikeBenchmark.wiring("small world", NEURONS, Seed.of(1));
    SpikeBenchmark benchmark = SpikeBenchmark.standard(wiring, Seed.of(1));
    long start = System.nanoTime();
    List<RegionSignals> all = benchmark.subjects(0, subjects + 60, Progress.NONE);
    System.out.printf(
        Locale.ROOT,
        "%d subjects simulated in %.1f s, mean rate %.1f Hz%n",
        all.size(),
        (System.nanoTime() - start) / 1e9,
        all.stream()
            .flatMap(s -> Arrays.stream(s.values()))
            .flatMapToDouble(Arrays::stream)
            .average()
            .orElseThrow());
    WindowSet train = windows(all.subList(0, subjects), 20);
    WindowSet validation = windows(all.subList(subjects, subjects + 20), 20);
    WindowSet test = windows(all.subList(subjects + 20, subjects + 60), 20);
    Map<String, double[][]> scores = comparators(all.subList(0, subjects));
    BrainGraph candidates = Threshold.strongest(absolute(scores.get("VAR(1)")), 1000);
    List<Forecaster> forecasters = ForecastTable.baselines(train, validation, 1, 3);
    Variant[] variants = epochs == 0 ? new Variant[0] : Variant.values();
    for (Variant variant : variants) {
      ModelSettings settings =
          ModelSettings.builder(NEURONS).hidden(32).maps(16).width(64).variant(variant).build();
      TrainingSettings how =
          TrainingSettings.defaults()
              .withEpochs(variant == Variant.RELEASED ? epochs : (epochs + 1) / 2)
              .withBatch(32)
              .withLearningRate(2e-3);
      BrainDyn model = ForecastTable.train(settings, candidates, train, validation, how);
      forecasters.add(ForecastTable.named(variant, model));
      if (variant == Variant.RELEASED) {
        scores.put("sheaf disagreement", disagreement(model, test));
      }
      scores.put(
          "model response, " + variant.name().toLowerCase(Locale.ROOT),
          responses(forecasters.get(forecasters.size() - 1), test));
    }
    forecasters.addAll(ForecastTable.skip(train, validation, 0.05, 4));
    scores.put(
        "model response, linear skip", responses(forecasters.get(forecasters.size() - 1), test));
    ForecastTable.print("Rates of 100 neurons, people not seen", forecasters, test);
    perturbed(benchmark, subjects + 100, trials, forecasters);
    wiring(scores, wiring);
  }

  private static WindowSet windows(List<RegionSignals> subjects, int stride) {
    return WindowSet.of(subjects, CONTEXT, HORIZON, stride).withFloor(FLOOR);
  }

  private static Map<String, double[][]> comparators(List<RegionSignals> subjects) {
    int frames = subjects.get(0).frames();
    double[][] joined = new double[NEURONS][frames * subjects.size()];
    for (int s = 0; s < subjects.size(); s++) {
      for (int n = 0; n < NEURONS; n++) {
        System.arraycopy(subjects.get(s).values()[n], 0, joined[n], s * frames, frames);
      }
    }
    return new LinkedHashMap<>(WiringInference.comparators(subjects.get(0).withValues(joined)));
  }

  private static double[][] absolute(double[][] m) {
    double[][] out = new double[m.length][];
    for (int i = 0; i < m.length; i++) {
      out[i] = Arrays.stream(m[i]).map(Math::abs).toArray();
      out[i][i] = 0;
    }
    return out;
  }

  /** Every ordered pair is a candidate; nothing of the truth is used. */
  private static double[][] disagreement(BrainDyn model, WindowSet test) {
    double[][] full = new double[NEURONS][NEURONS];
    for (double[] row : full) {
      Arrays.fill(row, 1);
    }
    SignalBatch some = test.range(0, Math.min(100, test.size())).context();
    return SheafDisagreement.scores(
        model.settings(),
        model.parameters(),
        model.embed(some).stalks(),
        BrainGraph.ofMatrix(full));
  }

  /** Mean change of the others' second chunk when one neuron's last 3 bins rise by 2 sd. */
  private static double[][] responses(Forecaster model, WindowSet test) {
    SignalBatch context = test.range(0, Math.min(32, test.size())).context();
    SignalBatch free = model.forecast(context, 2 * HORIZON, Progress.NONE);
    double[][] response = new double[NEURONS][NEURONS];
    for (int u = 0; u < NEURONS; u++) {
      SignalBatch pushed = context.copy();
      for (int w = 0; w < context.windows(); w++) {
        for (int t = CONTEXT - 3; t < CONTEXT; t++) {
          pushed.set(w, u, t, pushed.get(w, u, t) + 2);
        }
      }
      SignalBatch moved = model.forecast(pushed, 2 * HORIZON, Progress.NONE);
      for (int v = 0; v < NEURONS; v++) {
        for (int w = 0; w < context.windows(); w++) {
          for (int p = 0; p < 2 * HORIZON; p++) {
            response[u][v] += moved.get(w, v, p) - free.get(w, v, p);
          }
        }
      }
    }
    return response;
  }

  /** Extra drive of 3 kHz to one neuron; the context shows its first 50 ms. */
  private static void perturbed(
      SpikeBenchmark benchmark, int first, int trials, List<Forecaster> forecasters) {
    SignalBatch free = new SignalBatch(trials, NEURONS, CONTEXT + HORIZON);
    SignalBatch driven = new SignalBatch(trials, NEURONS, CONTEXT + HORIZON);
    int from = 100 - (CONTEXT - SEEN);
    for (int k = 0; k < trials; k++) {
      SpikingIntervention drive =
          new SpikingIntervention(Kind.EXTRA_DRIVE, new int[] {k % NEURONS}, 1000, 1200, 3000);
      RegionSignals a = benchmark.rates(first + k, List.of(), Progress.NONE);
      RegionSignals b = benchmark.rates(first + k, List.of(drive), Progress.NONE);
      for (int n = 0; n < NEURONS; n++) {
        for (int t = 0; t < CONTEXT + HORIZON; t++) {
          free.set(k, n, t, a.values()[n][from + t]);
          driven.set(k, n, t, b.values()[n][from + t]);
        }
      }
    }
    ContextNormalisation units = ContextNormalisation.of(part(free, 0, CONTEXT), FLOOR);
    SignalBatch freeContext = units.normalise(part(free, 0, CONTEXT));
    SignalBatch drivenContext = units.normalise(part(driven, 0, CONTEXT));
    SignalBatch freeTruth = units.normalise(part(free, CONTEXT, CONTEXT + HORIZON));
    SignalBatch drivenTruth = units.normalise(part(driven, CONTEXT, CONTEXT + HORIZON));
    System.out.println();
    System.out.println(
        "| forecaster | MSE of perturbed run | r of change, all | r, driven neuron | r, others |"
            + " r, others, mean over trials and bins |");
    System.out.println("|---|---|---|---|---|---|");
    for (Forecaster f : forecasters) {
      SignalBatch a = f.forecast(freeContext, HORIZON, Progress.NONE);
      SignalBatch b = f.forecast(drivenContext, HORIZON, Progress.NONE);
      List<double[]> own = new ArrayList<>();
      List<double[]> others = new ArrayList<>();
      double[][] meanTrue = new double[NEURONS][NEURONS];
      double[][] meanPredicted = new double[NEURONS][NEURONS];
      double error = 0;
      for (int k = 0; k < trials; k++) {
        for (int n = 0; n < NEURONS; n++) {
          for (int p = 0; p < HORIZON; p++) {
            double truth = drivenTruth.get(k, n, p) - freeTruth.get(k, n, p);
            double predicted = b.get(k, n, p) - a.get(k, n, p);
            (n == k % NEURONS ? own : others).add(new double[] {predicted, truth});
            meanTrue[k % NEURONS][n] += truth;
            meanPredicted[k % NEURONS][n] += predicted;
            double d = b.get(k, n, p) - drivenTruth.get(k, n, p);
            error += d * d;
          }
        }
      }
      List<double[]> both = new ArrayList<>(own);
      both.addAll(others);
      List<double[]> means = new ArrayList<>();
      for (int u = 0; u < NEURONS; u++) {
        for (int v = 0; v < NEURONS; v++) {
          if (u != v) {
            means.add(new double[] {meanPredicted[u][v], meanTrue[u][v]});
          }
        }
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %.4f | %.3f | %.3f | %.3f | %.3f |%n",
          f.name(),
          error / (trials * NEURONS * HORIZON),
          correlation(both),
          correlation(own),
          correlation(others),
          correlation(means));
    }
  }

  private static SignalBatch part(SignalBatch all, int from, int to) {
    SignalBatch out = new SignalBatch(all.windows(), all.regions(), to - from);
    for (int w = 0; w < all.windows(); w++) {
      for (int n = 0; n < all.regions(); n++) {
        System.arraycopy(
            all.values(), all.index(w, n, from), out.values(), out.index(w, n, 0), to - from);
      }
    }
    return out;
  }

  private static double correlation(List<double[]> pairs) {
    return Metrics.pcc(
        pairs.stream().mapToDouble(p -> p[0]).toArray(),
        pairs.stream().mapToDouble(p -> p[1]).toArray());
  }

  private static void wiring(Map<String, double[][]> scores, BrainGraph wiring) {
    Seed.Stream random = Seed.of(9).stream("chance");
    double[][] chance = new double[NEURONS][NEURONS];
    for (double[] row : chance) {
      Arrays.setAll(row, i -> random.gaussian());
    }
    scores.put("chance", chance);
    System.out.println();
    System.out.println("| wiring by | AUROC | AUPRC | nGED | r with weights |");
    System.out.println("|---|---|---|---|---|");
    for (WiringInference w : WiringInference.all(scores, wiring.toMatrix())) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.3f | %.3f | %.3f | %.3f |%n",
          w.method(),
          w.auroc(),
          w.auprc(),
          w.score().normalisedEditDistance(),
          w.correlation());
    }
  }
}

package org.braindyn.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.impulse.ImpulseRollouts;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.training.optimiser.AdamW;

/**
 * Effective connectivity of all 400 regions by rollouts in one run: one forecast per region (some
 * of them, scaled to all), the shorter way whole, the Jacobian, and how far they disagree. 64
 * windows, 3 chunks of 10, released variant, fMRI settings, float. Arguments: links drawn per
 * region (8), training steps (0: weights as drawn; data from a network of leaky units on the same
 * links), impulse in sd (1), regions perturbed one by one for comparison (8), {@code strong} for
 * maps drawn one by one, which couples untrained regions strongly.
 */
public final class ImpulseBenchmark {
  private static final int N = 400;
  private static final int WINDOWS = 64;
  private static final int HORIZON = 30;
  private static final int BATCH = 8;
  private static final double[] SMALL = {1e-2, 1e-3, 1e-4};

  private ImpulseBenchmark() {}

  public static void main(String[] args) {
    int links = args.length > 0 ? Integer.parseInt(args[0]) : 8;
    int training = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    double impulse = args.length > 2 ? Double.parseDouble(args[2]) : 1;
    int compared = args.length > 3 ? Integer.parseInt(args[3]) : 8;
    Seed.Stream random = Seed.of(1).stream("benchmark");
    double[][] edges = new double[N][N];
    for (int u = 0; u < N; u++) {
      for (int k = 0; k < links; k++) {
        int v = random.integer(N);
        edges[u][v] = u == v ? 0 : 1;
      }
    }
    boolean strong = args.length > 4 && args[4].equals("strong");
    ModelSettings settings =
        ModelSettings.builder(N).perMapXavier(strong).precision(Precision.FLOAT).build();
    double[][] signals = simulate(edges, 40 * WINDOWS + 100, random);
    SignalBatch contexts = windows(signals, WINDOWS, settings.context(), 40, 0);
    try (BrainDyn model = BrainDyn.create(settings, BrainGraph.ofMatrix(edges), Seed.of(1))) {
      train(model, signals, training, random);
      report("%d links per region, %d training steps%s", links, training, strong ? ", strong" : "");
      double[][][] all = rollouts(model, contexts, impulse);
      compare(model, contexts, impulse, compared, all);
      jacobian(model, contexts);
    }
  }

  private static void report(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  private static double[][][] rollouts(BrainDyn model, SignalBatch contexts, double impulse) {
    ImpulseRollouts result = null;
    for (int k = 0; k < 2; k++) {
      double cpu = processor();
      long start = System.nanoTime();
      result = model.impulseRollouts(contexts, impulse, HORIZON, Progress.NONE);
      report(
          "impulse %g sd, all regions, mean and sd of every frame: %.1f s (%.1f s of processor time);"
              + " %.2g rows, of these in full %.2f %%, network evaluations per other row %.2f",
          impulse,
          (System.nanoTime() - start) / 1e9,
          processor() - cpu,
          (double) result.rows(),
          100.0 * result.full() / result.rows(),
          (double) result.evaluations() / (result.rows() - result.full()));
    }
    return result.mean();
  }

  /** One forecast per region, for some regions. */
  private static void compare(
      BrainDyn model, SignalBatch contexts, double impulse, int compared, double[][][] all) {
    int last = contexts.steps() - 1;
    SignalBatch plain = model.forecast(contexts, HORIZON);
    double worst = 0;
    double own = 0;
    double seconds = 0;
    for (int k = 0; k < compared; k++) {
      int u = k * N / compared;
      SignalBatch moved = contexts.copy();
      for (int w = 0; w < WINDOWS; w++) {
        moved.set(w, u, last, contexts.get(w, u, last) + impulse);
      }
      long start = System.nanoTime();
      SignalBatch with = model.forecast(moved, HORIZON);
      seconds += (System.nanoTime() - start) / 1e9;
      for (int v = 0; v < N; v++) {
        for (int t = 0; t < HORIZON; t++) {
          double sum = 0;
          for (int w = 0; w < WINDOWS; w++) {
            sum += with.get(w, v, t) - plain.get(w, v, t);
          }
          double difference = Math.abs(sum / WINDOWS / impulse - all[u][v][t]);
          worst = u == v ? worst : Math.max(worst, difference);
          own = u == v ? Math.max(own, difference) : own;
        }
      }
    }
    double between = largest(all, false);
    report(
        "one forecast per region: %.3f s each, all %d regions %.0f s; differs by %.1e between regions"
            + " (%.1e of the largest effect, %.3g) and %.1e on the region itself (largest %.3g)",
        seconds / compared,
        N,
        seconds / compared * (N + 1),
        worst,
        worst / between,
        between,
        own,
        largest(all, true));
  }

  private static void jacobian(BrainDyn model, SignalBatch contexts) {
    double[][] frames = new double[HORIZON][HORIZON];
    for (int t = 0; t < HORIZON; t++) {
      frames[t][t] = 1;
    }
    double[][] mean = new double[1][HORIZON];
    Arrays.fill(mean[0], 1.0 / HORIZON);
    long start = System.nanoTime();
    model.impulseJacobian(contexts, mean, Progress.NONE);
    double once = (System.nanoTime() - start) / 1e9;
    start = System.nanoTime();
    model.impulseJacobian(contexts, frames, Progress.NONE);
    double each = (System.nanoTime() - start) / 1e9;
    report("Jacobian: mean over frames %.1f s, every frame %.1f s", once, each);
    ModelSettings wide = model.settings().change().precision(Precision.DOUBLE).build();
    SignalBatch few = contexts.slice(0, 2);
    try (BrainDyn exact = BrainDyn.of(wide, model.graph(), model.parameters())) {
      double[][][] derivative = exact.impulseJacobian(few, frames, Progress.NONE);
      for (double size : SMALL) {
        double[][][] small = exact.impulseRollouts(few, size, HORIZON, Progress.NONE).mean();
        double worst = 0;
        for (int u = 0; u < N; u++) {
          for (int v = 0; v < N; v++) {
            for (int t = 0; u != v && t < HORIZON; t++) {
              worst = Math.max(worst, Math.abs(small[u][v][t] - derivative[t][u][v]));
            }
          }
        }
        report(
            "in double, 2 windows: impulses of %g sd differ from the Jacobian by %.1e of the largest"
                + " effect between regions",
            size, worst / largest(small, false));
      }
    }
  }

  private static double largest(double[][][] effects, boolean own) {
    double largest = 0;
    for (int u = 0; u < N; u++) {
      for (int v = 0; v < N; v++) {
        for (double e : effects[u][v]) {
          largest = own == (u == v) ? Math.max(largest, Math.abs(e)) : largest;
        }
      }
    }
    return largest;
  }

  private static double processor() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  /** Leaky units that hear their links through a saturating function, with noise; z-scored. */
  private static double[][] simulate(double[][] edges, int steps, Seed.Stream random) {
    double[][] x = new double[N][steps];
    for (int t = 1; t < steps; t++) {
      for (int v = 0; v < N; v++) {
        double heard = 0;
        double links = 0;
        for (int u = 0; u < N; u++) {
          heard += edges[u][v] * Math.tanh(2 * x[u][t - 1]);
          links += edges[u][v];
        }
        double push = links == 0 ? 0 : heard / Math.sqrt(links);
        x[v][t] = 0.8 * x[v][t - 1] + 0.3 * push + 0.3 * random.gaussian();
      }
    }
    for (double[] row : x) {
      double mean = Arrays.stream(row).average().orElse(0);
      double sd = Math.sqrt(Arrays.stream(row).map(e -> e * e).sum() / steps - mean * mean);
      Arrays.setAll(row, t -> (row[t] - mean) / sd);
    }
    return x;
  }

  private static SignalBatch windows(
      double[][] signals, int count, int steps, int stride, int first) {
    SignalBatch batch = new SignalBatch(count, N, steps);
    for (int w = 0; w < count; w++) {
      for (int v = 0; v < N; v++) {
        for (int t = 0; t < steps; t++) {
          batch.set(w, v, t, signals[v][first + w * stride + t]);
        }
      }
    }
    return batch;
  }

  private static void train(BrainDyn model, double[][] signals, int steps, Seed.Stream random) {
    AdamW optimiser = new AdamW(model.parameters().size(), 1e-3, 1e-5);
    Gradient gradient = model.parameters().zeros();
    int context = model.settings().context();
    int horizon = model.settings().horizon();
    double loss = 0;
    for (int k = 0; k < steps; k++) {
      int first = random.integer(signals[0].length - 37 * BATCH - context - horizon);
      SignalBatch past = windows(signals, BATCH, context, 37, first);
      SignalBatch future = windows(signals, BATCH, horizon, 37, first + context);
      double here = model.lossAndGradient(past, future, gradient);
      loss = k == 0 ? here : 0.95 * loss + 0.05 * here;
      optimiser.step(model.parameters(), gradient);
    }
    report("loss after training %.3f (zero forecast about 1)", loss);
  }
}

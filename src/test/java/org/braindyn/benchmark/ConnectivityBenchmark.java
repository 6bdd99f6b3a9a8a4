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
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;

/**
 * Effective connectivity of all regions: N = 400, 64 windows, 3 chunks of 10, fMRI settings. One
 * rollout and one reverse pass are timed (the least of three) and multiplied by the number that the
 * whole matrix needs; the Jacobian in forward mode is timed as a whole (released: least of three).
 * Arguments: variant, links drawn per region (8), windows (64).
 */
public final class ConnectivityBenchmark {
  private static final int N = 400;
  private static final int HORIZON = 30;
  private static final int TARGET = 7;

  private ConnectivityBenchmark() {}

  public static void main(String[] args) {
    Variant variant = Variant.valueOf((args.length > 0 ? args[0] : "released").toUpperCase());
    int links = args.length > 1 ? Integer.parseInt(args[1]) : 8;
    int windows = args.length > 2 ? Integer.parseInt(args[2]) : 64;
    Seed.Stream random = Seed.of(1).stream("benchmark");
    double[][] edges = new double[N][N];
    for (int u = 0; u < N; u++) {
      for (int k = 0; k < links; k++) {
        int v = random.integer(N);
        edges[u][v] = u == v ? 0 : 1;
      }
    }
    ModelSettings settings =
        ModelSettings.builder(N).variant(variant).precision(Precision.FLOAT).build();
    SignalBatch contexts = new SignalBatch(windows, N, settings.context());
    for (int i = 0; i < contexts.values().length; i++) {
      contexts.values()[i] = random.gaussian();
    }
    SignalBatch weights = new SignalBatch(windows, N, HORIZON);
    for (int w = 0; w < windows; w++) {
      weights.set(w, TARGET, HORIZON - 1, 1);
    }
    try (BrainDyn model = BrainDyn.create(settings, BrainGraph.ofMatrix(edges), Seed.of(1))) {
      double rollout = least(3, () -> model.forecast(contexts, HORIZON, Progress.NONE));
      double pull = least(3, () -> model.pullForecast(contexts, weights));
      System.out.printf(
          Locale.ROOT,
          "%s: one rollout %.2f s, all %d regions about %.0f s; one reverse pass %.2f s, all %d"
              + " targets (one summary over frames) about %.0f s%n",
          variant.name().toLowerCase(Locale.ROOT),
          rollout,
          N,
          rollout * (N + 1),
          pull,
          N,
          pull * N);
      if (model.factors()) {
        factored(model, contexts, weights);
      }
    }
  }

  private static void factored(BrainDyn model, SignalBatch contexts, SignalBatch weights) {
    double[][] mean = new double[1][HORIZON];
    Arrays.fill(mean[0], 1.0 / HORIZON);
    double[][] frames = new double[HORIZON][HORIZON];
    for (int t = 0; t < HORIZON; t++) {
      frames[t][t] = 1;
    }
    double[][][] all = model.impulseJacobian(contexts, frames, Progress.NONE);
    SignalBatch one = model.pullForecast(contexts, weights);
    double difference = 0;
    double largest = 0;
    for (int u = 0; u < N; u++) {
      double sum = 0;
      for (int w = 0; w < contexts.windows(); w++) {
        sum += one.get(w, u, contexts.steps() - 1) / contexts.windows();
      }
      if (u != TARGET) {
        difference = Math.max(difference, Math.abs(sum - all[HORIZON - 1][u][TARGET]));
        largest = Math.max(largest, Math.abs(sum));
      }
    }
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    int times = model.settings().variant() == Variant.RELEASED ? 3 : 1;
    double summed = least(times, () -> model.impulseJacobian(contexts, mean, Progress.NONE));
    double cpu = (system.getProcessCpuTime() - before) / 1e9 / times;
    double each = least(times, () -> model.impulseJacobian(contexts, frames, Progress.NONE));
    System.out.printf(
        Locale.ROOT,
        "Jacobian in forward mode, whole matrix: mean over frames %.2f s (%.1f s of processor time), every"
            + " frame %.2f s; differs from reverse mode by %.1e of the largest effect on one"
            + " region%n",
        summed,
        cpu,
        each,
        difference / largest);
  }

  private static double least(int times, Runnable work) {
    double least = Double.MAX_VALUE;
    for (int k = 0; k < times; k++) {
      long start = System.nanoTime();
      work.run();
      least = Math.min(least, (System.nanoTime() - start) / 1e9);
    }
    return least;
  }
}

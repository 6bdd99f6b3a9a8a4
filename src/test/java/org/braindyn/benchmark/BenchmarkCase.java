package org.braindyn.benchmark;

import java.util.Arrays;
import java.util.Locale;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Timing;
import org.braindyn.model.parameter.Variant;
import org.braindyn.training.optimiser.AdamW;
import org.braindyn.training.optimiser.GradientClipping;

/**
 * One size of model: time of a training step (forward, backward, clip, AdamW) and of a forecast.
 *
 * @param degree edges per region, half of them each way, on a symmetric graph
 * @param horizon samples ahead
 */
record BenchmarkCase(
    int regions,
    int degree,
    int hidden,
    int maps,
    int width,
    int batch,
    Variant variant,
    int horizon) {
  private static final int CONTEXT = 30;
  private static final int WARM = 4;

  /** From "400,40,16,16,128,64,RELEASED", and the horizon if it is not 10. */
  static BenchmarkCase parse(String text) {
    String[] p = text.split(",");
    int[] n = Arrays.stream(p).limit(6).mapToInt(Integer::parseInt).toArray();
    int horizon = p.length > 7 ? Integer.parseInt(p[7]) : 10;
    return new BenchmarkCase(n[0], n[1], n[2], n[3], n[4], n[5], Variant.valueOf(p[6]), horizon);
  }

  String text() {
    return String.format(
        "%d,%d,%d,%d,%d,%d,%s,%d", regions, degree, hidden, maps, width, batch, variant, horizon);
  }

  BrainDyn model() {
    ModelSettings settings =
        ModelSettings.builder(regions)
            .hidden(hidden)
            .maps(maps)
            .width(width)
            .variant(variant)
            .horizon(horizon)
            .build();
    return BrainDyn.create(settings, graph(), Seed.of(1));
  }

  private BrainGraph graph() {
    int half = degree / 2;
    int[] source = new int[2 * half * regions];
    int[] target = new int[source.length];
    double[] weight = new double[source.length];
    int e = 0;
    for (int v = 0; v < regions; v++) {
      for (int d = 1; d <= half; d++) {
        int u = (v + d) % regions;
        source[e] = v;
        target[e++] = u;
        source[e] = u;
        target[e++] = v;
      }
    }
    Arrays.fill(weight, 1);
    return new BrainGraph(regions, source, target, weight);
  }

  private static SignalBatch noise(int windows, int regions, int steps, String use) {
    SignalBatch batch = new SignalBatch(windows, regions, steps);
    Seed.Stream stream = Seed.of(1).stream(use);
    Arrays.setAll(batch.values(), i -> stream.gaussian());
    return batch;
  }

  /** Products of one training step in operations: encoder, field, sheaf. */
  double operations() {
    double rows = (double) regions * batch;
    double lstm = 2.0 * rows * CONTEXT * 4 * hidden * (hidden + 2);
    int in = variant == Variant.CONTINUOUS ? 2 * hidden + 2 : 0;
    int out = variant == Variant.CONTINUOUS ? hidden + 1 : 0;
    double field = 2.0 * rows * 4 * horizon * width * (width + 1 + in + out);
    double sheafs = variant == Variant.CONTINUOUS ? 4 * horizon : 1;
    double sheaf = 2.0 * rows * 2 * hidden * maps * sheafs;
    return 3 * (lstm + field + sheaf);
  }

  /** Runs and describes in one line. */
  String run(int repeats) {
    try (BrainDyn model = model()) {
      SignalBatch context = noise(batch, regions, CONTEXT, "context");
      SignalBatch target = noise(batch, regions, horizon, "target");
      AdamW optimiser = new AdamW(model.parameters().size(), 1e-3, 1e-5);
      Gradient gradient = model.parameters().zeros();
      double[] least = new double[4];
      Arrays.fill(least, Double.MAX_VALUE);
      double[] before = null;
      for (int i = 0; i < repeats + WARM; i++) {
        before = i == WARM ? parts(model) : before;
        double used = Machine.processorSeconds();
        long start = System.nanoTime();
        model.lossAndGradient(context, target, gradient);
        long middle = System.nanoTime();
        GradientClipping.clip(gradient, 1);
        optimiser.step(model.parameters(), gradient);
        long end = System.nanoTime();
        least[0] = Math.min(least[0], (end - start) * 1e-9);
        least[1] = Math.min(least[1], Machine.processorSeconds() - used);
        least[2] = Math.min(least[2], (end - middle) * 1e-9);
      }
      double[] after = parts(model);
      for (int i = 0; i < repeats + 2; i++) {
        long start = System.nanoTime();
        model.forecast(context, horizon);
        least[3] = Math.min(least[3], (System.nanoTime() - start) * 1e-9);
      }
      double all = after[0] + after[1] + after[2] - before[0] - before[1] - before[2];
      return String.format(
          Locale.ROOT,
          "| %d / %d | %d, %d, %d | %d | %s | %.3f | %.2f | %.3f | %.0f | %.0f / %.0f / %.0f / %.1f"
              + " | %.1f |",
          regions,
          regions * (degree / 2 * 2),
          hidden,
          maps,
          width,
          batch,
          variant.name().toLowerCase(Locale.ROOT),
          least[0],
          least[1],
          least[3],
          Machine.peakMegabytes(),
          100 * (after[0] - before[0]) / all,
          100 * (after[1] - before[1]) / all,
          100 * (after[2] - before[2]) / all,
          100 * least[2] / least[0],
          operations() * 1e-9 / least[1]);
    }
  }

  /** Least processor seconds of a step. */
  double processorSeconds(int repeats) {
    try (BrainDyn model = model()) {
      SignalBatch context = noise(batch, regions, CONTEXT, "context");
      SignalBatch target = noise(batch, regions, horizon, "target");
      Gradient gradient = model.parameters().zeros();
      double least = Double.MAX_VALUE;
      for (int i = 0; i < repeats + WARM; i++) {
        double used = Machine.processorSeconds();
        model.lossAndGradient(context, target, gradient);
        least = i < WARM ? least : Math.min(least, Machine.processorSeconds() - used);
      }
      return least;
    }
  }

  private static double[] parts(BrainDyn model) {
    Timing t = model.timing();
    return new double[] {t.encoderSeconds(), t.messageSeconds(), t.fieldSeconds()};
  }

  /** Resident memory in MB after the first 100 steps and after all. */
  String growth(int steps) {
    try (BrainDyn model = model()) {
      SignalBatch context = noise(batch, regions, CONTEXT, "context");
      SignalBatch target = noise(batch, regions, horizon, "target");
      AdamW optimiser = new AdamW(model.parameters().size(), 1e-3, 1e-5);
      Gradient gradient = model.parameters().zeros();
      double early = 0;
      for (int i = 1; i <= steps; i++) {
        model.lossAndGradient(context, target, gradient);
        GradientClipping.clip(gradient, 1);
        optimiser.step(model.parameters(), gradient);
        early = i == 100 ? Machine.residentMegabytes() : early;
      }
      return String.format(
          Locale.ROOT,
          "resident after 100 steps %.0f MB, after %d steps %.0f MB",
          early,
          steps,
          Machine.residentMegabytes());
    }
  }
}

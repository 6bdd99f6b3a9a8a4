package org.braindyn.benchmark;

import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.ModelSettings;
import org.braindyn.model.Parameters;
import org.braindyn.model.Timing;
import org.braindyn.model.Variant;
import org.braindyn.training.AdamW;
import org.braindyn.training.GradientClipping;

/** Time of one training step (forward, backward, clip, AdamW) and of a forecast, case by case. */
public final class TrainingStepBenchmark {
  private TrainingStepBenchmark() {}

  /** One case. */
  record Case(
      int regions, int edges, int hidden, int maps, int width, int batch, Variant variant) {}

  public static void main(String[] args) {
    int repeats = Integer.getInteger("repeats", 5);
    Variant r = Variant.RELEASED;
    if (args.length > 0) {
      run(new Case(100, 2000, 16, 16, 128, 64, r), repeats);
      run(new Case(19, 114, 128, 128, 128, 64, r), repeats);
      return;
    }
    run(new Case(400, 15960, 16, 16, 128, 64, r), repeats);
    run(new Case(400, 15960, 16, 16, 128, 8, r), 3 * repeats);
    run(new Case(100, 2000, 16, 16, 128, 64, r), 3 * repeats);
    run(new Case(19, 114, 128, 128, 128, 64, r), 3 * repeats);
    run(new Case(94, 2000, 16, 16, 128, 64, Variant.CONTINUOUS), repeats);
  }

  /** Processor time of this process: tells the work done even where other programs run. */
  static double processorSeconds() {
    return ((com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        * 1e-9;
  }

  static BrainGraph graph(int regions, int edges) {
    // A symmetric ring of neighbours: degree edges / regions, both directions listed.
    int half = edges / regions / 2;
    int[] source = new int[2 * half * regions];
    int[] target = new int[source.length];
    double[] weight = new double[source.length];
    int e = 0;
    for (int v = 0; v < regions; v++) {
      for (int d = 1; d <= half; d++) {
        int u = (int) ((v + (long) d * 7919) % regions);
        source[e] = v;
        target[e++] = u;
        source[e] = u;
        target[e++] = v;
      }
    }
    java.util.Arrays.fill(weight, 1);
    return new BrainGraph(regions, source, target, weight);
  }

  static SignalBatch noise(int windows, int regions, int steps, String use) {
    SignalBatch batch = new SignalBatch(windows, regions, steps);
    Seed.Stream stream = Seed.of(1).stream(use);
    for (int i = 0; i < batch.values().length; i++) {
      batch.values()[i] = stream.gaussian();
    }
    return batch;
  }

  static void run(Case c, int repeats) {
    ModelSettings settings =
        ModelSettings.builder(c.regions)
            .hidden(c.hidden)
            .maps(c.maps)
            .width(c.width)
            .variant(c.variant)
            .build();
    try (BrainDyn model = BrainDyn.create(settings, graph(c.regions, c.edges), Seed.of(1))) {
      SignalBatch context = noise(c.batch, c.regions, 30, "context");
      SignalBatch target = noise(c.batch, c.regions, 10, "target");
      AdamW optimiser = new AdamW(model.parameters().size(), 1e-3, 1e-5);
      Parameters gradient = model.parameters().zeros();
      double best = Double.MAX_VALUE;
      double forecast = Double.MAX_VALUE;
      double update = Double.MAX_VALUE;
      double processor = Double.MAX_VALUE;
      Timing before = null;
      for (int i = 0; i < repeats + 3; i++) {
        if (i == 3) {
          before = model.timing();
        }
        double used = processorSeconds();
        long start = System.nanoTime();
        model.lossAndGradient(context, target, gradient);
        long middle = System.nanoTime();
        GradientClipping.clip(gradient, 1);
        optimiser.step(model.parameters(), gradient);
        long end = System.nanoTime();
        processor = Math.min(processor, processorSeconds() - used);
        best = Math.min(best, (end - start) * 1e-9);
        update = Math.min(update, (end - middle) * 1e-9);
      }
      Timing after = model.timing();
      for (int i = 0; i < repeats; i++) {
        long start = System.nanoTime();
        model.forecast(context, 10);
        forecast = Math.min(forecast, (System.nanoTime() - start) * 1e-9);
      }
      System.out.printf(
          "%s: step %.3f s (processor %.3f s), forecast %.3f s; seconds of workers: encoder %.3f messages %.3f field"
              + " %.3f optimiser %.4f%n",
          c,
          best,
          processor,
          forecast,
          (after.encoderSeconds() - before.encoderSeconds()) / repeats,
          (after.messageSeconds() - before.messageSeconds()) / repeats,
          (after.fieldSeconds() - before.fieldSeconds()) / repeats,
          update);
    }
  }
}

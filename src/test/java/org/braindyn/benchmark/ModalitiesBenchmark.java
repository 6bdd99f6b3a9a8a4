package org.braindyn.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.edf.Edf;
import org.braindyn.io.edf.EdfWriter;
import org.braindyn.io.spikes.NestSpikes;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.signal.SpikeBinning;
import org.braindyn.spikes.SpikeBenchmark;

/**
 * Import of EDF and of ten million spikes, the spiking simulator, and a training step of 19
 * channels; medians or minima of several runs after warming up.
 */
public final class ModalitiesBenchmark {
  private ModalitiesBenchmark() {}

  /** Prints one line per figure. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("benchmark");
    edf(folder.resolve("long.edf"));
    spikes(folder.resolve("many.dat"));
    simulator();
    step(128, 128, 128);
    step(64, 16, 128);
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static double seconds(Runnable work, int runs) {
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < runs; k++) {
      long start = System.nanoTime();
      work.run();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }

  private static void edf(Path file) throws IOException {
    List<Channel> channels = new ArrayList<>();
    for (int c = 0; c < 20; c++) {
      double[] values = new double[250 * 3600];
      int phase = c;
      Arrays.setAll(values, t -> 100 * Math.sin(0.01 * t + phase));
      channels.add(new Channel("EEG " + c, "uV", 250, values));
    }
    EdfWriter.write(
        new ChannelRecording(channels, List.of(), List.of(), null, List.of(), "made"), file);
    double megabytes = Files.size(file) / 1e6;
    double time = seconds(() -> Edf.read(file), 7);
    System.out.printf(
        Locale.ROOT,
        "EDF, 20 channels x 1 h at 250 Hz, %.1f MB: %.3f s, %.0f MB/s%n",
        megabytes,
        time,
        megabytes / time);
  }

  private static void spikes(Path file) throws IOException {
    Seed.Stream random = Seed.of(1).stream("spikes");
    int count = 10_000_000;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("# NEST version: 3\nsender\ttime_ms\n");
      for (int k = 0; k < count; k++) {
        int tenths = random.integer(1_000_000);
        out.write((1 + random.integer(7700)) + "\t" + tenths / 10 + "." + tenths % 10 + "00\n");
      }
    }
    SpikeBinning bins = new SpikeBinning(0, 100_000, 10);
    List<SpikeBinning.Group> groups = new ArrayList<>();
    for (int g = 0; g < 8; g++) {
      groups.add(new SpikeBinning.Group("population " + (g + 1), 1 + 963 * g, 963 * (g + 1)));
    }
    double time =
        seconds(() -> bins.rates(NestSpikes.read(List.of(file), Progress.NONE), groups, null), 3);
    System.out.printf(
        Locale.ROOT,
        "10 million spikes, %.0f MB of text, to 8 population rates: %.2f s%n",
        Files.size(file) / 1e6,
        time);
  }

  private static void simulator() {
    BrainGraph wiring = SpikeBenchmark.wiring("small world", 100, Seed.of(1));
    SpikeBenchmark benchmark = SpikeBenchmark.standard(wiring, Seed.of(1));
    benchmark.subjects(0, 3, Progress.NONE);
    double time = seconds(() -> benchmark.subjects(0, 10, Progress.NONE), 3) / 10;
    System.out.printf(
        Locale.ROOT,
        "Simulator, 100 neurons x 2.5 s at 0.1 ms, one thread: %.3f s; 1000 subjects: %.1f min%n",
        time,
        time * 1000 / 60);
  }

  private static void step(int hidden, int maps, int width) {
    double[][] full = new double[19][19];
    for (double[] row : full) {
      Arrays.fill(row, 1);
    }
    ModelSettings settings =
        ModelSettings.builder(19).hidden(hidden).maps(maps).width(width).build();
    Seed.Stream random = Seed.of(1).stream("windows");
    SignalBatch context = new SignalBatch(64, 19, 30);
    SignalBatch target = new SignalBatch(64, 19, 10);
    Arrays.setAll(context.values(), i -> random.gaussian());
    Arrays.setAll(target.values(), i -> random.gaussian());
    try (BrainDyn model = BrainDyn.create(settings, BrainGraph.ofMatrix(full), Seed.of(1))) {
      Gradient gradient = model.parameters().zeros();
      seconds(() -> model.lossAndGradient(context, target, gradient), 5);
      double time = seconds(() -> model.lossAndGradient(context, target, gradient), 15);
      System.out.printf(
          Locale.ROOT,
          "Training step, 19 channels x 64 windows, H %d, M %d, V %d, %d processors: %.3f s%n",
          hidden,
          maps,
          width,
          Runtime.getRuntime().availableProcessors(),
          time);
    }
  }
}

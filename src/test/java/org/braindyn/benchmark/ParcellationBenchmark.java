package org.braindyn.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.Volume4D;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.io.nifti.NiftiType;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.Parcellator;

/**
 * Speed and memory of parcellation: a generated scan of 91 x 109 x 91 x 200 frames (int16, .nii.gz)
 * against merely inflating the same file in the same run. Arguments: rounds (default 5), frames
 * (default 200).
 */
public final class ParcellationBenchmark {
  private static final int NX = 91;
  private static final int NY = 109;
  private static final int NZ = 91;

  private ParcellationBenchmark() {}

  /** Runs the benchmark and prints the figures. */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    int frames = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    Path file = Files.createTempFile("braindyn-benchmark", ".nii.gz");
    try {
      NiftiWriter.write(file, scan(frames), NiftiType.INT16);
      System.out.printf(
          Locale.ROOT, "%d frames, %d MB compressed%n", frames, Files.size(file) >> 20);
      double[] inflate = new double[rounds];
      double[] few = new double[rounds];
      double[] many = new double[rounds];
      for (int round = -1; round < rounds; round++) {
        double a = inflate(file);
        double b = parcellate(file, labels(400));
        double c = parcellate(file, labels(4000));
        if (round >= 0) {
          inflate[round] = a;
          few[round] = b;
          many[round] = c;
        }
      }
      print("GZIPInputStream alone", inflate, inflate);
      print("parcellate, 400 labels", few, inflate);
      print("4000 labels against 400", many, few);
      System.out.printf(
          Locale.ROOT,
          "processor time of the parcellating thread alone: %.3f s (400 labels), %.3f s (4000)%n",
          thread(file, labels(400)),
          thread(file, labels(4000)));
      System.out.printf(
          Locale.ROOT, "heap beyond the label image: %d MB%n", heap(file, labels(400)) >> 20);
    } finally {
      Files.delete(file);
    }
  }

  private static void print(String what, double[] seconds, double[] against) {
    System.out.printf(
        Locale.ROOT,
        "%-26s median %.3f s, best %.3f s, ratio of medians %.3f, of bests %.3f%n",
        what,
        median(seconds),
        best(seconds),
        median(seconds) / median(against),
        best(seconds) / best(against));
  }

  private static double best(double[] values) {
    return Arrays.stream(values).min().getAsDouble();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double inflate(Path file) throws IOException {
    long start = System.nanoTime();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
      while (in.read(buffer) >= 0) {}
    }
    return (System.nanoTime() - start) * 1e-9;
  }

  private static double parcellate(Path file, Labels3D labels) throws IOException {
    long start = System.nanoTime();
    new Parcellator(ParcellationSettings.defaults())
        .parcellate(Nifti.open(file), labels, LabelNames.NONE, Progress.NONE);
    return (System.nanoTime() - start) * 1e-9;
  }

  /** Processor time of this thread; inflating is done by another. */
  private static double thread(Path file, Labels3D labels) throws IOException {
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    parcellate(file, labels);
    return (threads.getCurrentThreadCpuTime() - start) * 1e-9;
  }

  /** Largest heap in use after a collection while parcellating, above that before. */
  private static long heap(Path file, Labels3D labels) throws IOException {
    long before = used();
    AtomicLong most = new AtomicLong();
    Progress sampler =
        new Progress() {
          private int reports;

          @Override
          public void report(double fraction, String message) {
            if (reports++ % 20 == 10) {
              most.accumulateAndGet(used(), Math::max);
            }
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    new Parcellator(ParcellationSettings.defaults())
        .parcellate(Nifti.open(file), labels, LabelNames.NONE, sampler);
    return most.get() - before;
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Blocks of voxels, as many as wanted, over the middle 60 % of the grid. */
  private static Labels3D labels(int count) {
    Grid grid = Grid.spaced(NX, NY, NZ, 2, 2, 2);
    int[] labels = new int[grid.voxels()];
    int n = 0;
    for (int i = 0; i < labels.length; i++) {
      n += inside(i) ? 1 : 0;
    }
    int at = 0;
    for (int i = 0; i < labels.length; i++) {
      if (inside(i)) {
        labels[i] = 1 + (int) ((long) at++ * count / n);
      }
    }
    return new Labels3D(grid, labels, "labels");
  }

  private static boolean inside(int i) {
    double x = (i % NX - NX / 2.0) / NX;
    double y = (i / NX % NY - NY / 2.0) / NY;
    double z = (i / NX / NY - NZ / 2.0) / NZ;
    return x * x + y * y + z * z < 0.2;
  }

  /** A brain-like ellipsoid of about 10 000 units with noise of sd 100 over an empty background. */
  private static Volume4D scan(int frames) {
    Grid grid = Grid.spaced(NX, NY, NZ, 2, 2, 2);
    return new Volume4D() {
      @Override
      public Grid grid() {
        return grid;
      }

      @Override
      public int frames() {
        return frames;
      }

      @Override
      public double interval() {
        return 2;
      }

      @Override
      public String name() {
        return "generated";
      }

      @Override
      public FrameReader open() {
        Seed.Stream random = Seed.of(1).stream("benchmark");
        return new FrameReader() {
          @Override
          public void next(double[] frame) {
            for (int i = 0; i < frame.length; i++) {
              frame[i] = inside(i) ? Math.rint(10_000 + 100 * random.gaussian()) : 0;
            }
          }

          @Override
          public void close() {}
        };
      }
    };
  }
}

package org.braindyn.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.imputation.KalmanSmoother;
import org.braindyn.imputation.LagMoments;
import org.braindyn.imputation.StateSpace;

/**
 * Processor seconds of one Kalman smoother pass over 1200 frames of made-up signals. Arguments:
 * numbers of regions (94 400).
 */
public final class ImputationBenchmark {
  private static final int FRAMES = 1200;

  private ImputationBenchmark() {}

  public static void main(String[] args) {
    String[] sizes = args.length > 0 ? args : new String[] {"94", "400"};
    System.out.println("| regions | order | scattered frames 20 % | tokens 20 % |");
    for (String size : sizes) {
      int regions = Integer.parseInt(size);
      double[][] z = LinearBars.scaled(signals(regions));
      LagMoments moments = LagMoments.ofScaled(java.util.List.<double[][]>of(z), 2);
      for (int order = 1; order <= (regions > 200 ? 1 : 2); order++) {
        KalmanSmoother smoother = new KalmanSmoother(StateSpace.of(moments, order, 0.03), 0.1);
        StringBuilder line = new StringBuilder("| " + regions + " | " + order);
        for (boolean tokens : new boolean[] {false, true}) {
          boolean[][] seen = seen(regions, tokens);
          long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
          long wall = System.nanoTime();
          smoother.fill(z, seen, Progress.NONE);
          cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
          line.append(
              String.format(
                  Locale.ROOT,
                  " | %.2f s (%.2f s wall)",
                  cpu / 1e9,
                  (System.nanoTime() - wall) / 1e9));
        }
        System.out.println(line + " |");
      }
    }
  }

  private static double[][] signals(int regions) {
    Seed.Stream random = Seed.of(1).stream("signals");
    double[][] x = new double[regions][FRAMES];
    for (int t = 1; t < FRAMES; t++) {
      double common = random.gaussian();
      for (int n = 0; n < regions; n++) {
        x[n][t] = 0.8 * x[n][t - 1] + 0.5 * common + random.gaussian();
      }
    }
    return x;
  }

  private static boolean[][] seen(int regions, boolean tokens) {
    Seed.Stream random = Seed.of(2).stream("mask");
    boolean[][] seen = new boolean[regions][FRAMES];
    for (int t = 0; t < FRAMES; t++) {
      boolean frame = random.uniform() >= 0.2;
      for (int n = 0; n < regions; n++) {
        seen[n][t] = !tokens ? frame : t % 20 == 0 ? random.uniform() >= 0.2 : seen[n][t - 1];
      }
    }
    return seen;
  }
}

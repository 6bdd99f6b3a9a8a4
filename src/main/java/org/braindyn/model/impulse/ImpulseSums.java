package org.braindyn.model.impulse;

import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;

/**
 * Sums of effects and their squares over windows, in the order of the windows, so that threads
 * change nothing. A worker that is early waits: effects are too many to be kept twice.
 */
final class ImpulseSums {
  private static final long WAIT_MILLISECONDS = 100;

  private final double[] sum;
  private final double[] square;
  private int next;
  private Throwable broken;

  ImpulseSums(int size) {
    sum = new double[size];
    square = new double[size];
  }

  /**
   * Adds a window when its turn has come.
   *
   * @param skip values before the first one that counts
   */
  synchronized void add(int window, double[] effects, int skip, Progress progress) {
    while (window != next) {
      Cancelled.check(progress, "Effective connectivity");
      if (broken != null) {
        throw new IllegalStateException("another worker failed", broken);
      }
      try {
        wait(WAIT_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Cancelled("Effective connectivity");
      }
    }
    for (int i = 0; i < sum.length; i++) {
      double e = effects[skip + i];
      sum[i] += e;
      square[i] += e * e;
    }
    next++;
    notifyAll();
  }

  /** Tells those who wait that a window will never come. */
  synchronized void breakOff(Throwable cause) {
    broken = broken == null ? cause : broken;
    notifyAll();
  }

  /**
   * Writes mean and standard deviation per unit of impulse.
   *
   * @param mean receives [source][target][step]
   */
  void write(
      int windows, double size, int first, int count, double[][][] mean, double[][][] spread) {
    int nodes = mean.length;
    for (int s = 0; s < count; s++) {
      for (int v = 0; v < nodes; v++) {
        double[] m = mean[first + s][v];
        double[] d = spread[first + s][v];
        for (int p = 0; p < m.length; p++) {
          int i = (p * nodes + v) * count + s;
          m[p] = sum[i] / windows / size;
          double rest = square[i] - sum[i] * sum[i] / windows;
          d[p] = windows > 1 ? Math.sqrt(Math.max(0, rest) / (windows - 1)) / Math.abs(size) : 0;
        }
      }
    }
  }
}

package org.braindyn.forecast.ridge;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.kernel.linalg.LargeMatrix;

/**
 * Solutions of one group's sums for any ridge: of the data as they are, of the data and their
 * mirror image alike, or the mean of both. Close it to free its memory.
 */
public final class RidgeSolutions implements AutoCloseable {
  private final DirectRidgeSolver first;
  private final DirectRidgeSolver second;
  private final DirectRidgeSums mirrored;
  private final int horizon;

  /** Solutions of these sums, mirrored if the settings say so. */
  public RidgeSolutions(DirectRidgeSums sums, DirectRidgeSettings settings) {
    mirrored = settings.mirror() == null ? null : sums.mirrored(settings.mirror());
    horizon = sums.horizon();
    boolean both = mirrored != null && settings.half();
    DirectRidgeSums used = mirrored == null || both ? sums : mirrored;
    first = new DirectRidgeSolver(used, settings);
    second = both ? new DirectRidgeSolver(mirrored, settings) : null;
  }

  /**
   * Coefficients for one ridge, of all steps ahead.
   *
   * @param into receives [region * horizon + step][feature]
   */
  public void solve(double ridge, LargeMatrix into, Progress progress) {
    solve(ridge, IntStream.range(0, horizon).toArray(), into, progress);
  }

  /**
   * Coefficients of every step ahead with a ridge of its own.
   *
   * @param ridges one per step, NaN for a step to be left as it is
   * @param into receives [region * horizon + step][feature]
   */
  public void solve(double[] ridges, LargeMatrix into, Progress progress) {
    for (double ridge : new TreeSet<>(Arrays.stream(ridges).boxed().toList())) {
      int[] steps = IntStream.range(0, horizon).filter(p -> ridges[p] == ridge).toArray();
      if (steps.length > 0) {
        solve(ridge, steps, into, progress);
      }
    }
  }

  private void solve(double ridge, int[] steps, LargeMatrix into, Progress progress) {
    if (second == null) {
      first.solve(ridge, steps, into, progress);
      return;
    }
    try (LargeMatrix one = new LargeMatrix(into.rows(), into.columns());
        LargeMatrix two = new LargeMatrix(into.rows(), into.columns())) {
      first.solve(ridge, steps, one, progress);
      second.solve(ridge, steps, two, progress);
      boolean[] wanted = new boolean[horizon];
      for (int step : steps) {
        wanted[step] = true;
      }
      into.change(
          (i, row) -> {
            if (wanted[i % horizon]) {
              double[] a = one.row(i);
              double[] b = two.row(i);
              for (int j = 0; j < row.length; j++) {
                row[j] = (a[j] + b[j]) / 2;
              }
            }
          });
    }
  }

  /** Copies the coefficients of one step ahead. */
  public static void copyStep(LargeMatrix from, LargeMatrix to, int step, int horizon) {
    for (int j = step; j < from.rows(); j += horizon) {
      to.copyRow(j, from, j);
    }
  }

  @Override
  public void close() {
    first.close();
    if (second != null) {
      second.close();
    }
    if (mirrored != null) {
      mirrored.close();
    }
  }
}

package org.braindyn.forecast.ridge;

import org.braindyn.data.Progress;
import org.braindyn.kernel.linalg.LargeMatrix;
import org.braindyn.signal.WindowSet;

/**
 * Solutions of one group's sums for any ridge: of the data as they are, of the data and their
 * mirror image alike, or the mean of both. Close it to free its memory.
 */
final class RidgeSolutions implements AutoCloseable {
  private final DirectRidgeSolver first;
  private final DirectRidgeSolver second;
  private final DirectRidgeSums mirrored;

  /**
   * @param single whether to compute in single precision, for solutions in single precision
   */
  RidgeSolutions(
      DirectRidgeSums sums,
      LagBins bins,
      WindowSet train,
      DirectRidgeSettings settings,
      boolean single) {
    mirrored = settings.mirror() == null ? null : sums.mirrored(settings.mirror());
    int regions = train.regions();
    int horizon = train.horizon();
    boolean both = mirrored != null && settings.half();
    DirectRidgeSums used = mirrored == null || both ? sums : mirrored;
    first = new DirectRidgeSolver(used, bins, regions, horizon, settings, single);
    second =
        both ? new DirectRidgeSolver(mirrored, bins, regions, horizon, settings, single) : null;
  }

  /**
   * Coefficients for one ridge.
   *
   * @param steps steps ahead that are wanted
   * @param into receives the rows of these steps, [region * horizon + step][feature]
   */
  void solve(double ridge, int[] steps, LargeMatrix into, Progress progress) {
    if (second == null) {
      first.solve(ridge, steps, into, progress);
      return;
    }
    try (LargeMatrix one = into.like(into.rows(), into.columns());
        LargeMatrix two = into.like(into.rows(), into.columns())) {
      first.solve(ridge, steps, one, progress);
      second.solve(ridge, steps, two, progress);
      int horizon = first.horizon();
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

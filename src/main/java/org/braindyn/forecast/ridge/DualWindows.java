package org.braindyn.forecast.ridge;

import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.kernel.linalg.LargeMatrix;
import org.braindyn.kernel.linalg.LargeProducts;
import org.braindyn.signal.WindowSet;

/**
 * All training windows one by one, for {@link DualSolver}. Features are divided by the root of
 * their lag's penalty, so that one number penalises all alike. Close it to free its memory.
 */
final class DualWindows implements AutoCloseable {
  private static final int CUT = 16;

  private final LargeMatrix features;
  private final LargeMatrix targets;
  private final LargeMatrix kernel;
  private final double[] scale;
  private final int regions;
  private final int horizon;

  DualWindows(WindowSet train, LagBins bins, DirectRidgeSettings settings, Progress progress) {
    regions = train.regions();
    horizon = train.horizon();
    int size = train.regions() * bins.count();
    scale = new double[size];
    for (int i = 0; i < size; i++) {
      scale[i] = Math.pow(bins.lag(i / regions), -settings.lagExponent() / 2);
    }
    int count = train.size();
    features = new LargeMatrix(count, size);
    targets = new LargeMatrix(count, regions * horizon);
    Parallel.each(
        (count + CUT - 1) / CUT,
        c -> {
          Cancelled.check(progress, "Fitting the linear forecast");
          put(train, c * CUT, Math.min(count, (c + 1) * CUT), bins);
        });
    kernel = new LargeMatrix(count, count);
    LargeProducts.multiply(false, true, 1, features, features, 0, kernel);
  }

  private void put(WindowSet train, int from, int to, LagBins bins) {
    WindowReader reader = new WindowReader(train, bins);
    double[] past = new double[features.columns()];
    double[] future = new double[targets.columns()];
    for (int w = from; w < to; w++) {
      reader.read(w, past, future);
      for (int i = 0; i < past.length; i++) {
        past[i] *= scale[i];
      }
      features.write(w, 0, past, 0, past.length);
      targets.write(w, 0, future, 0, future.length);
    }
  }

  /** Bytes of these matrices. */
  static long bytes(long windows, long features, long outputs) {
    return LargeMatrix.bytes(windows, features + outputs + windows);
  }

  /** Number of regions. */
  int regions() {
    return regions;
  }

  /** Steps ahead. */
  int horizon() {
    return horizon;
  }

  /** What turns coefficients of these features into those of the contexts' bins, by feature. */
  double[] scale() {
    return scale;
  }

  /** Features of some windows, [window][feature]; a copy. */
  LargeMatrix features(int[] windows) {
    return rows(features, windows);
  }

  /** Targets of some windows, [window][region * horizon + step]; a copy. */
  LargeMatrix targets(int[] windows) {
    return rows(targets, windows);
  }

  private static LargeMatrix rows(LargeMatrix from, int[] rows) {
    LargeMatrix result = new LargeMatrix(rows.length, from.columns());
    for (int i = 0; i < rows.length; i++) {
      result.copyRow(i, from, rows[i]);
    }
    return result;
  }

  /** Products of some windows' features with others', [window][window]; a copy. */
  LargeMatrix kernel(int[] some, int[] others) {
    LargeMatrix result = new LargeMatrix(some.length, others.length);
    result.change(
        (i, row) -> {
          double[] all = kernel.row(some[i]);
          for (int j = 0; j < row.length; j++) {
            row[j] = all[others[j]];
          }
        });
    return result;
  }

  @Override
  public void close() {
    features.close();
    targets.close();
    kernel.close();
  }
}

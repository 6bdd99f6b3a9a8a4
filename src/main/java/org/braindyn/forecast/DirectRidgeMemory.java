package org.braindyn.forecast;

import org.braindyn.kernel.linalg.LargeMatrix;

/**
 * Memory that fitting the linear forecast takes, counted matrix by matrix.
 *
 * @param sums bytes of the sums of products of one group of people
 * @param square bytes of a matrix of all features by all features
 * @param solution bytes of one set of coefficients
 * @param rows bytes of a block of windows while sums are made
 * @param settings how it is fitted
 */
public record DirectRidgeMemory(
    long sums, long square, long solution, long rows, DirectRidgeSettings settings) {
  private static final int BLOCK = 512;

  /** Of a fit of this shape. */
  public static DirectRidgeMemory of(
      int regions, int context, int horizon, DirectRidgeSettings settings) {
    long features = (long) regions * new LagBins(context).count();
    long outputs = (long) regions * horizon;
    return new DirectRidgeMemory(
        DirectRidgeSums.bytes(features, outputs),
        LargeMatrix.bytes(features, features),
        LargeMatrix.bytes(outputs, features),
        LargeMatrix.bytes(BLOCK, features + outputs),
        settings);
  }

  /** Bytes at the worst moment if every fold's windows are read twice. */
  public long least() {
    int folds = settings.folds();
    long reading = 2 * sums + rows;
    // Sums of all and of a fold, one inverse, one solution; and what has been found so far.
    long choosing = (folds == 0 ? sums : 2 * sums) + square + solution + extra();
    return Math.max(reading, choosing + (long) Math.max(1, folds) * solution);
  }

  /** Bytes at the worst moment if every fold's sums are kept. */
  public long withFolds() {
    int folds = settings.folds();
    long reading = (1 + folds) * sums + rows;
    long first = (1 + folds) * sums + square + 2 * solution + extra();
    return Math.max(Math.max(reading, first), least());
  }

  /** Whether this much memory allows to keep every fold's sums. */
  boolean keepsFolds(long available) {
    return withFolds() < 0.6 * available;
  }

  /** What mirroring takes in addition. */
  private long extra() {
    if (settings.mirror() == null) {
      return 0;
    }
    return settings.half() ? sums + square + 2 * solution : sums;
  }
}

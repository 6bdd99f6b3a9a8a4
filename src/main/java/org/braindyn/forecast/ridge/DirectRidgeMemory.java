package org.braindyn.forecast.ridge;

import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.kernel.linalg.LargeMatrix;

/**
 * Memory that fitting the linear forecast takes, counted matrix by matrix.
 *
 * @param sums bytes of the sums of products of one group of people
 * @param square bytes of a matrix of all features by all features
 * @param solution bytes of one set of coefficients
 * @param rows bytes of a block of windows while sums are made
 * @param scratch bytes that threads work in
 * @param settings how it is fitted
 */
public record DirectRidgeMemory(
    long sums, long square, long solution, long rows, long scratch, DirectRidgeSettings settings) {
  /** Share of what Java may take that the matrices may have; the rest is for the windows. */
  private static final double SHARE = 0.9;

  /** Sums of folds beyond one are a luxury. */
  private static final double LUXURY = 0.6;

  private static final long TILES = 64_000_000;

  /** Of a fit of this shape. */
  public static DirectRidgeMemory of(
      int regions, int context, int horizon, DirectRidgeSettings settings) {
    long features = (long) regions * new LagBins(context).count();
    long outputs = (long) regions * horizon;
    long freer = (settings.neighbours() + 1L) * (features / regions);
    return new DirectRidgeMemory(
        DirectRidgeSums.bytes(features, outputs),
        LargeMatrix.bytes(features, features),
        LargeMatrix.bytes(outputs, features),
        LargeMatrix.bytes(FoldSums.BLOCK, features + outputs),
        DirectRidgeSolver.GROUPS * LargeMatrix.bytes(Math.min(features, freer), features)
            + tiles(features),
        settings);
  }

  /** Three tiles of quadratic forms for each of a few threads. */
  private static long tiles(long features) {
    return Math.min(TILES, 3 * LargeMatrix.bytes(features, features));
  }

  /**
   * Refuses, before anything is computed, what does not fit.
   *
   * @param regions number of regions, for the message
   * @param available bytes that Java may take
   * @throws BadInput if even the frugal way needs more
   */
  public void check(int regions, long available) {
    check(regions, least(), available);
  }

  /** As {@link #check(int, long)}, with what is needed given. */
  static void check(int regions, long needed, long available) {
    if (needed > SHARE * available) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "The linear skip of %d regions needs about %.1f GB of memory, but there are %.1f GB."
                  + " Raise it in Edit > Options > Memory & Threads, use a coarser parcellation,"
                  + " a shorter context or horizon, or another model (released).",
              regions,
              needed / 1e9,
              available / 1e9));
    }
  }

  /** Bytes at the worst moment if one fold's sums are kept and the others' windows read again. */
  public long least() {
    return worst(1);
  }

  /** Bytes at the worst moment if every fold's sums are kept. */
  public long withFolds() {
    return worst(Math.max(1, settings.folds()));
  }

  /**
   * While windows are read, while ridges are tried, while folds are solved, and at the very end.
   */
  private long worst(int kept) {
    int folds = settings.folds();
    long working = square + scratch + extra();
    long reading = (1 + kept) * sums + rows;
    // In single precision what is tried and what it is multiplied by take half each.
    long trying = folds == 0 ? 0 : (1 + kept) * sums + working + solution;
    long solving = sums + working + (folds == 0 ? 2 : folds + 1) * solution;
    for (int f = 0; f < folds; f++) {
      int left = Math.max(1, Math.min(kept, folds - f)); // the kept ones are solved first
      solving = Math.max(solving, (1 + left) * sums + working + (f + 1) * solution);
    }
    return Math.max(Math.max(reading, trying), solving);
  }

  /** Folds whose sums this much memory allows to keep, 1 or more. */
  int foldsKept(long available) {
    int kept = Math.max(1, settings.folds());
    while (kept > 1 && worst(kept) >= LUXURY * available) {
      kept--;
    }
    return kept;
  }

  /** What mirroring takes in addition. */
  private long extra() {
    if (settings.mirror() == null) {
      return 0;
    }
    return settings.half() ? sums + square + 2 * solution : sums;
  }
}

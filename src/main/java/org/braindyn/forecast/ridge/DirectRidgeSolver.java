package org.braindyn.forecast.ridge;

import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.LargeCholesky;
import org.braindyn.kernel.linalg.LargeMatrix;
import org.braindyn.kernel.linalg.LargeProducts;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.NotPositiveDefinite;
import org.braindyn.kernel.linalg.RowCombiner;

/**
 * Solves the direct ridge regression: one factorisation for all targets, and a correction of rank K
 * per target (Woodbury's identity) for the smaller penalty on its own past and its neighbours'.
 * Close it to free its memory.
 */
final class DirectRidgeSolver implements AutoCloseable {
  /** Groups of regions that are corrected side by side, each with memory of its own. */
  static final int GROUPS = 8;

  private final DirectRidgeSums sums;
  private final LagBins bins;
  private final int regions;
  private final int horizon;
  private final DirectRidgeSettings settings;
  private final int[][] freer;
  private final LargeMatrix inverse;
  private final LargeMatrix cross;

  /**
   * @param single whether to compute in single precision, for solutions in single precision
   */
  DirectRidgeSolver(
      DirectRidgeSums sums,
      LagBins bins,
      int regions,
      int horizon,
      DirectRidgeSettings settings,
      boolean single) {
    this.sums = sums;
    this.bins = bins;
    this.regions = regions;
    this.horizon = horizon;
    this.settings = settings;
    freer = freer();
    int size = sums.gram().rows();
    inverse = single ? LargeMatrix.single(size, size) : new LargeMatrix(size, size);
    cross = single ? rounded(sums.cross()) : sums.cross();
  }

  private static LargeMatrix rounded(LargeMatrix m) {
    LargeMatrix result = LargeMatrix.single(m.rows(), m.columns());
    result.change((i, row) -> m.read(i, 0, row, 0, row.length));
    return result;
  }

  /** Steps ahead. */
  int horizon() {
    return horizon;
  }

  /**
   * Coefficients for one ridge.
   *
   * @param steps steps ahead that are wanted
   * @param into receives the rows of these steps, [region * horizon + step][feature]
   */
  void solve(double ridge, int[] steps, LargeMatrix into, Progress progress) {
    double scale = ridge * sums.windows();
    double[] penalty = new double[bins.count()];
    for (int k = 0; k < penalty.length; k++) {
      penalty[k] = scale * Math.pow(bins.lag(k), settings.lagExponent());
    }
    inverse.change(
        (i, row) -> {
          sums.gram().read(i, 0, row, 0, i + 1);
          row[i] += penalty[i / regions];
        });
    Cancelled.check(progress, "Fitting the linear forecast");
    invert();
    Cancelled.check(progress, "Fitting the linear forecast");
    if (steps.length == horizon) {
      LargeProducts.multiply(false, false, 1, cross, inverse, 0, into);
    } else {
      for (int step : steps) {
        LargeProducts.multiplyRows(cross, inverse, step, horizon, into);
      }
    }
    Cancelled.check(progress, "Fitting the linear forecast");
    if (settings.ownShare() < 1 || settings.neighbours() > 0) {
      Parallel.each(GROUPS, g -> relieve(g, penalty, steps, into));
    }
  }

  private void invert() {
    try {
      LargeCholesky.inPlace(inverse).inverseInPlace();
    } catch (NotPositiveDefinite e) {
      throw new BadInput(
          String.format(
              "The linear forecast cannot be fitted: the past of region %d of %d holds a value that"
                  + " is no number or far out of proportion. Look at that region in the quality"
                  + " table, and leave it out or mend the data.",
              e.row() % regions + 1, regions),
          e);
    }
  }

  private void relieve(int group, double[] penalty, int[] steps, LargeMatrix x) {
    int most = (settings.neighbours() + 1) * penalty.length;
    try (RowCombiner combiner =
        new RowCombiner(inverse, Math.min(most, x.columns()), steps.length)) {
      for (int n = group; n < regions; n += GROUPS) {
        relieve(combiner, n, penalty, steps, x);
      }
    }
  }

  /**
   * (M - U S U')^-1 r = x + M^-1 U (S^-1 - U' M^-1 U)^-1 U' x, U the features of the target and of
   * its neighbours. What is inverted is positive definite, as M - U S U' is: some penalty is left.
   */
  private void relieve(RowCombiner combiner, int n, double[] penalty, int[] steps, LargeMatrix x) {
    int size = freer[n].length * penalty.length;
    if (size == 0) {
      return;
    }
    int[] features = new int[size];
    double[] less = new double[size];
    for (int i = 0; i < size; i++) {
      int bin = i / freer[n].length;
      int source = freer[n][i % freer[n].length];
      double share = FreerSources.share(source, n, settings);
      features[i] = bin * regions + source;
      less[i] = penalty[bin] * (1 - share);
    }
    Matrix small = combiner.gather(inverse, features);
    for (int a = 0; a < size; a++) {
      for (int b = 0; b <= a; b++) {
        small.set(a, b, -small.get(a, b));
      }
      small.add(a, a, 1 / less[a]);
    }
    int[] rows = IntStream.of(steps).map(p -> n * horizon + p).toArray();
    Matrix own = x.select(rows, features).transposed();
    combiner.add(Cholesky.inPlace(small).solve(own).transposed(), x, rows);
  }

  private int[][] freer() {
    double[][] g = new double[regions][regions];
    for (int a = 0; a < regions; a++) {
      sums.gram().read(a, 0, g[a], 0, a + 1);
    }
    return FreerSources.of(g, settings);
  }

  @Override
  public void close() {
    inverse.close();
    if (cross != sums.cross()) {
      cross.close();
    }
  }
}

package org.braindyn.forecast.ridge;

import java.io.Serializable;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * Sums of products behind a forecast of every region from its own past, in bins of lags, and the
 * levels of its own context; and, on request, those of all regions' bins with these levels, which a
 * regression on all regions beside it needs. They add up over people.
 */
public final class LevelSums implements Serializable {
  /** Levels of a context: one, lowest value, largest rise, largest fall. */
  public static final int LEVELS = ContextLevels.COUNT;

  /** Windows x regions that are read at once. */
  private static final int BLOCK_ROWS = 50_000;

  private final int regions;
  private final int context;
  private final int horizon;
  private final Matrix gram;
  private final Matrix target;
  private final Matrix links;

  private LevelSums(
      int regions, int context, int horizon, Matrix gram, Matrix target, Matrix links) {
    this.regions = regions;
    this.context = context;
    this.horizon = horizon;
    this.gram = gram;
    this.target = target;
    this.links = links;
  }

  /** Own features of a region: bins of lags, then levels. */
  public static int features(int context) {
    return new LagBins(context).count() + LEVELS;
  }

  /**
   * Own features of every window and region.
   *
   * @param levels as {@link #levels} has them, of the context in whose units the batch is
   * @return [window * regions + region][feature]
   */
  public static Matrix features(SignalBatch batch, double[] levels) {
    LagBins bins = new LagBins(batch.steps());
    int rows = batch.windows() * batch.regions();
    Matrix all = new Matrix(rows, bins.count() + LEVELS);
    for (int r = 0; r < rows; r++) {
      int at = r * all.columns();
      bins.apply(batch.values(), r * batch.steps(), batch.steps(), all.values(), at, 1);
      System.arraycopy(levels, r * LEVELS, all.values(), at + bins.count(), LEVELS);
    }
    return all;
  }

  /** Levels of every window and region, {@link #LEVELS} each. */
  public static double[] levels(SignalBatch batch) {
    return ContextLevels.of(batch);
  }

  /**
   * Sums over windows in units of their contexts.
   *
   * @param links whether a regression on all regions will stand beside
   */
  public static LevelSums of(WindowSet set, boolean links, Progress progress) {
    int n = set.regions();
    int size = features(set.context());
    int bins = size - LEVELS;
    LevelSums sums =
        new LevelSums(
            n,
            set.context(),
            set.horizon(),
            new Matrix(n * size, size),
            new Matrix(n * size, set.horizon()),
            links ? new Matrix(bins * n, n * LEVELS) : null);
    int some = Math.max(1, BLOCK_ROWS / n);
    for (int from = 0; from < set.size(); from += some) {
      Cancelled.check(progress, "Fitting own pasts and levels");
      progress.report((double) from / set.size(), "Own pasts and levels: reading windows");
      Windows block = set.range(from, Math.min(set.size(), from + some));
      double[] levels = levels(block.context());
      Matrix own = features(block.context(), levels);
      Parallel.each(n, r -> sums.add(r, own, block.target()));
      if (links) {
        Matrix all = new Matrix(block.size(), bins * n);
        for (int row = 0; row < own.rows(); row++) {
          for (int k = 0; k < bins; k++) {
            all.set(row / n, k * n + row % n, own.get(row, k));
          }
        }
        Matrix levelled = new Matrix(block.size(), n * LEVELS, levels);
        Products.multiply(true, false, 1, all, levelled, 1, sums.links);
      }
    }
    return sums;
  }

  private void add(int region, Matrix own, SignalBatch followed) {
    int size = gram.columns();
    double[] x = own.values();
    double[] g = gram.values();
    double[] to = target.values();
    for (int w = 0; w < followed.windows(); w++) {
      int at = (w * regions + region) * size;
      int next = (w * regions + region) * horizon;
      for (int a = 0; a < size; a++) {
        int row = region * size + a;
        for (int b = 0; b <= a; b++) {
          g[row * size + b] += x[at + a] * x[at + b];
        }
        for (int p = 0; p < horizon; p++) {
          to[row * horizon + p] += x[at + a] * followed.values()[next + p];
        }
      }
    }
  }

  /** These sums and others; both stay as they are. */
  public LevelSums plus(LevelSums other) {
    if (other.gram.rows() != gram.rows() || other.horizon != horizon) {
      throw new BadInput("Sums of other regions or windows cannot be added.");
    }
    return new LevelSums(
        regions,
        context,
        horizon,
        plus(gram, other.gram),
        plus(target, other.target),
        links == null ? null : plus(links, other.links));
  }

  private static Matrix plus(Matrix a, Matrix b) {
    Matrix sum = a.copy();
    for (int i = 0; i < sum.values().length; i++) {
      sum.values()[i] += b.values()[i];
    }
    return sum;
  }

  /**
   * Coefficients of every region's own features.
   *
   * @param ridge penalty on their squares, in windows
   * @return [region * features + feature][step ahead]
   */
  public Matrix solve(double ridge) {
    int size = gram.columns();
    Matrix result = new Matrix(regions * size, horizon);
    Parallel.each(
        regions,
        r -> {
          Matrix left = new Matrix(size, size);
          Matrix right = new Matrix(size, horizon);
          System.arraycopy(gram.values(), r * size * size, left.values(), 0, size * size);
          System.arraycopy(target.values(), r * size * horizon, right.values(), 0, size * horizon);
          left.addToDiagonal(ridge);
          double[] own = Cholesky.inPlace(left).solve(right).values();
          System.arraycopy(own, 0, result.values(), r * size * horizon, own.length);
        });
    return result;
  }

  /** Regions. */
  public int regions() {
    return regions;
  }

  /** Samples of a context. */
  public int context() {
    return context;
  }

  /** Steps ahead. */
  public int horizon() {
    return horizon;
  }

  /** Bins of all with levels, [bin * regions + region][region * LEVELS + level]; not a copy. */
  public Matrix links() {
    return links;
  }
}

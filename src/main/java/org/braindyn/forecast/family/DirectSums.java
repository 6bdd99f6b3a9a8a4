package org.braindyn.forecast.family;

import java.io.Serializable;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.MemoryNeed;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.forecast.ridge.LagBins;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * Sums of products behind a linear forecast of every step ahead by itself from the whole context:
 * pasts of all regions in bins of lags, and what followed. Like {@link LagSums} they add up over
 * people, with weights, so that one's own recording can be pooled with a group's.
 */
public final class DirectSums implements Serializable {
  private static final int BLOCK = 256;

  private final int regions;
  private final int context;
  private final int horizon;
  private final Matrix gram;
  private final Matrix cross;
  private double windows;

  private DirectSums(int regions, int context, int horizon, Matrix gram, Matrix cross) {
    this.regions = regions;
    this.context = context;
    this.horizon = horizon;
    this.gram = gram;
    this.cross = cross;
  }

  /** Sums over windows in units of their contexts. */
  public static DirectSums of(WindowSet set, Progress progress) {
    int features = new LagBins(set.context()).count() * set.regions();
    int outputs = set.regions() * set.horizon();
    double pairs = (double) features * features + (double) features * outputs;
    MemoryNeed.check("A direct linear forecast", set.regions(), Double.BYTES * pairs);
    DirectSums sums =
        new DirectSums(
            set.regions(),
            set.context(),
            set.horizon(),
            new Matrix(features, features),
            new Matrix(features, outputs));
    for (int from = 0; from < set.size(); from += BLOCK) {
      Cancelled.check(progress, "Fitting the direct forecast");
      progress.report((double) from / set.size(), "Direct forecast: reading windows");
      Windows block = set.range(from, Math.min(set.size(), from + BLOCK));
      Matrix x = features(block.context());
      Products.addGram(x, 1, sums.gram);
      Matrix y = new Matrix(block.size(), outputs, block.target().values());
      Products.multiply(true, false, 1, x, y, 1, sums.cross);
    }
    sums.windows = set.size();
    return sums;
  }

  /** Sums kept in a file, {@code shape} being regions, context, horizon. */
  static DirectSums restore(int[] shape, Matrix gram, Matrix cross, double windows) {
    int features = new LagBins(shape[1]).count() * shape[0];
    if (gram.rows() != features
        || cross.rows() != features
        || cross.columns() != shape[0] * shape[2]) {
      throw new BadInput("The group's sums in the model are damaged. Train the model again.");
    }
    DirectSums sums = new DirectSums(shape[0], shape[1], shape[2], gram, cross);
    sums.windows = windows;
    return sums;
  }

  /** Bins of every window's context, [window][bin * regions + region]. */
  static Matrix features(SignalBatch batch) {
    LagBins bins = new LagBins(batch.steps());
    int n = batch.regions();
    Matrix rows = new Matrix(batch.windows(), bins.count() * n);
    for (int w = 0; w < batch.windows(); w++) {
      for (int i = 0; i < n; i++) {
        int at = batch.index(w, i, 0);
        bins.apply(batch.values(), at, batch.steps(), rows.values(), w * rows.columns() + i, n);
      }
    }
    return rows;
  }

  /**
   * These sums and others, weighted; both stay as they are.
   *
   * @param weight of the others; 4 counts their windows four times, -1 takes them away
   */
  public DirectSums plus(DirectSums other, double weight) {
    if (other.gram.rows() != gram.rows() || other.cross.columns() != cross.columns()) {
      throw new BadInput(
          String.format(
              "Sums of %d regions, context %d, horizon %d cannot be added to %d regions, context"
                  + " %d, horizon %d. Use the group's context, horizon and parcellation.",
              other.regions, other.context, other.horizon, regions, context, horizon));
    }
    DirectSums result =
        new DirectSums(
            regions,
            context,
            horizon,
            plus(gram, other.gram, weight),
            plus(cross, other.cross, weight));
    result.windows = windows + weight * other.windows;
    return result;
  }

  /**
   * These sums and those of what else is in the same windows, uncorrelated with these.
   *
   * @param other of other windows, as many as these once they are weighted
   */
  public DirectSums beside(DirectSums other) {
    double weight = other.windows > 0 ? windows / other.windows : 0;
    DirectSums result = plus(other, weight);
    result.windows = windows;
    return result;
  }

  private static Matrix plus(Matrix a, Matrix b, double weight) {
    Matrix sum = a.copy();
    double[] to = sum.values();
    double[] from = b.values();
    for (int i = 0; i < to.length; i++) {
      to[i] += weight * from[i];
    }
    return sum;
  }

  /**
   * Sums of other signals, each a mixture of these.
   *
   * @param mix [region][other signal]
   */
  public DirectSums through(double[][] mix) {
    Matrix m = Matrix.of(mix);
    int others = m.columns();
    int bins = gram.rows() / regions;
    Matrix full = gram.copy().mirrorLower();
    Matrix g = new Matrix(bins * others, bins * others);
    Matrix c = new Matrix(bins * others, others * horizon);
    for (int a = 0; a < bins; a++) {
      for (int b = 0; b <= a; b++) {
        Matrix block = new Matrix(regions, regions);
        for (int i = 0; i < regions; i++) {
          for (int j = 0; j < regions; j++) {
            block.set(i, j, full.get(a * regions + i, b * regions + j));
          }
        }
        put(mixed(m, block), g, a * others, b * others, 1);
      }
      for (int p = 0; p < horizon; p++) {
        Matrix block = new Matrix(regions, regions);
        for (int i = 0; i < regions; i++) {
          for (int j = 0; j < regions; j++) {
            block.set(i, j, cross.get(a * regions + i, j * horizon + p));
          }
        }
        put(mixed(m, block), c, a * others, p, horizon);
      }
    }
    DirectSums result = new DirectSums(others, context, horizon, g, c);
    result.windows = windows;
    return result;
  }

  private static Matrix mixed(Matrix mix, Matrix block) {
    return Products.multiply(Products.transposedMultiply(mix, block), mix);
  }

  private static void put(Matrix block, Matrix into, int row, int column, int step) {
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < block.columns(); j++) {
        into.set(row + i, column + j * step, block.get(i, j));
      }
    }
  }

  /** Windows summed over, weighted. */
  public double windows() {
    return windows;
  }

  int regions() {
    return regions;
  }

  int context() {
    return context;
  }

  int horizon() {
    return horizon;
  }

  /** [feature][feature]; only the lower triangle is filled. Not a copy. */
  Matrix gram() {
    return gram;
  }

  /** [feature][region * horizon + step]. Not a copy. */
  Matrix cross() {
    return cross;
  }
}

package org.braindyn.graph;

import java.io.Serializable;
import org.braindyn.data.BadInput;
import org.braindyn.kernel.linalg.LargeCholesky;
import org.braindyn.kernel.linalg.LargeMatrix;
import org.braindyn.kernel.linalg.LargeProducts;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.NotPositiveDefinite;

/**
 * Ridge regression of every region on the last p samples of all regions (vector autoregression,
 * Luetkepohl 2005, ch. 3; ridge: Hoerl and Kennard 1970). Stretches are added one by one, so a data
 * set never stands in memory.
 */
public final class LinearAutoregression implements Serializable {
  /** Samples whose products are added at once; long products are fast. */
  private static final int BLOCK = 512;

  private final int regions;
  private final int order;
  private final transient LargeMatrix gram;
  private final transient LargeMatrix cross;
  private final transient LargeMatrix past;
  private final transient LargeMatrix next;
  private int waiting;

  /**
   * @param regions number of regions N
   * @param order lags p, 1 or more
   */
  public LinearAutoregression(int regions, int order) {
    if (order < 1) {
      throw new BadInput("The order of the autoregression is " + order + ", but it must be 1+.");
    }
    this.regions = regions;
    this.order = order;
    int size = regions * order;
    gram = new LargeMatrix(size, size);
    cross = new LargeMatrix(size, regions);
    past = new LargeMatrix(BLOCK, size);
    next = new LargeMatrix(BLOCK, regions);
  }

  /**
   * Adds a stretch; its mean should be about zero.
   *
   * @param signals [region][time]
   */
  public void add(double[][] signals) {
    double[] before = new double[regions * order];
    double[] now = new double[regions];
    for (int t = order; t < signals[0].length; t++) {
      for (int n = 0; n < regions; n++) {
        now[n] = signals[n][t];
        for (int lag = 1; lag <= order; lag++) {
          before[(lag - 1) * regions + n] = signals[n][t - lag];
        }
      }
      past.write(waiting, 0, before, 0, before.length);
      next.write(waiting, 0, now, 0, regions);
      waiting++;
      if (waiting == BLOCK) {
        addWaiting();
      }
    }
  }

  /** Adds other sums of the same regions and order to these, and frees their memory. */
  public LinearAutoregression plus(LinearAutoregression other) {
    addWaiting();
    other.addWaiting();
    add(gram, other.gram);
    add(cross, other.cross);
    other.close();
    return this;
  }

  private static void add(LargeMatrix into, LargeMatrix other) {
    into.change(
        (i, row) -> {
          double[] added = other.row(i);
          for (int j = 0; j < row.length; j++) {
            row[j] += added[j];
          }
        });
  }

  private void close() {
    for (LargeMatrix m : new LargeMatrix[] {gram, cross, past, next}) {
      m.close();
    }
  }

  /** The sums as another machine can have them. */
  private record Sent(int regions, int order, Matrix gram, Matrix cross) implements Serializable {
    private Object readResolve() {
      LinearAutoregression sums = new LinearAutoregression(regions, order);
      for (int i = 0; i < gram.rows(); i++) {
        sums.gram.write(i, 0, gram.values(), i * gram.columns(), gram.columns());
        sums.cross.write(i, 0, cross.values(), i * cross.columns(), cross.columns());
      }
      return sums;
    }
  }

  private Object writeReplace() {
    addWaiting();
    return new Sent(regions, order, gram.toMatrix(), cross.toMatrix());
  }

  private void addWaiting() {
    if (waiting > 0) {
      LargeProducts.addGram(past, waiting, gram);
      LargeProducts.addCross(past, next, waiting, cross);
      waiting = 0;
    }
  }

  /**
   * Solves for the coefficients.
   *
   * @param ridge added to the diagonal of the sums of squares
   * @return [lag - 1][source][target]
   * @throws BadInput if the equations have no unique solution: a constant or copied region, or
   *     fewer samples than unknowns, and too small a ridge
   */
  public double[][][] solve(double ridge) {
    addWaiting();
    try (LargeMatrix left = gram.copy();
        LargeMatrix solution = cross.copy()) {
      for (int i = 0; i < left.rows(); i++) {
        left.add(i, i, ridge);
      }
      factor(left, ridge).solveInPlace(solution);
      double[][][] result = new double[order][regions][];
      for (int i = 0; i < left.rows(); i++) {
        result[i / regions][i % regions] = solution.row(i);
      }
      return result;
    }
  }

  private LargeCholesky factor(LargeMatrix left, double ridge) {
    try {
      return LargeCholesky.inPlace(left);
    } catch (NotPositiveDefinite e) {
      throw new BadInput(
          String.format(
              "The autoregression cannot be solved with ridge %s: the past of region %d of %d is"
                  + " constant, no number, or follows from the others' (or there are fewer samples"
                  + " than the %d unknowns). Leave that region out, or use a larger ridge, e.g."
                  + " 1000.",
              ridge, e.row() % regions + 1, regions, left.rows()),
          e);
    }
  }
}

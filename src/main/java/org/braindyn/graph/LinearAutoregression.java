package org.braindyn.graph;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.braindyn.data.BadInput;

/**
 * Ridge regression of every region on the last p samples of all regions (vector autoregression,
 * Luetkepohl 2005, ch. 3; ridge: Hoerl and Kennard 1970). Stretches are added one by one, so a data
 * set never stands in memory.
 */
public final class LinearAutoregression {
  private static final int LARGE = 256; // rows that are worth a second thread
  private static final int TOGETHER = 4;

  private final int regions;
  private final int order;
  private final double[] gram;
  private final double[] cross;

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
    gram = new double[size * size];
    cross = new double[size * regions];
  }

  /**
   * Adds a stretch; its mean should be about zero.
   *
   * @param signals [region][time]
   */
  public void add(double[][] signals) {
    int size = regions * order;
    int samples = signals[0].length - order;
    // Rows of samples, so that the innermost loops run along memory; some zero rows at the end.
    double[][] past = new double[samples + TOGETHER - 1][size];
    double[][] next = new double[samples + TOGETHER - 1][regions];
    for (int n = 0; n < regions; n++) {
      double[] signal = signals[n];
      for (int t = 0; t < samples; t++) {
        next[t][n] = signal[t + order];
        for (int lag = 1; lag <= order; lag++) {
          past[t][(lag - 1) * regions + n] = signal[t + order - lag];
        }
      }
    }
    IntStream rows = IntStream.range(0, size);
    (size < LARGE ? rows : rows.parallel())
        .forEach(
            i -> {
              for (int t = 0; t < samples; t += TOGETHER) {
                addRow(gram, i * size, i + 1, i, past, past, t);
                addRow(cross, i * regions, regions, i, past, next, t);
              }
            });
  }

  /** Adds the products of one past value with a row of values, at four times at once. */
  private static void addRow(
      double[] sums, int at, int length, int i, double[][] past, double[][] values, int t) {
    double a = past[t][i];
    double b = past[t + 1][i];
    double c = past[t + 2][i];
    double d = past[t + 3][i];
    double[] va = values[t];
    double[] vb = values[t + 1];
    double[] vc = values[t + 2];
    double[] vd = values[t + 3];
    for (int j = 0; j < length; j++) {
      sums[at + j] += a * va[j] + b * vb[j] + c * vc[j] + d * vd[j];
    }
  }

  /**
   * Solves for the coefficients.
   *
   * @param ridge added to the diagonal of the sums of squares
   * @return [lag - 1][source][target]
   */
  public double[][][] solve(double ridge) {
    int size = regions * order;
    RealMatrix left = new Array2DRowRealMatrix(size, size);
    RealMatrix right = new Array2DRowRealMatrix(size, regions);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double value = gram[i * size + j] + (i == j ? ridge : 0);
        left.setEntry(i, j, value);
        left.setEntry(j, i, value);
      }
      for (int n = 0; n < regions; n++) {
        right.setEntry(i, n, cross[i * regions + n]);
      }
    }
    double[][] solution;
    try {
      solution = new CholeskyDecomposition(left, 1e-9, 0).getSolver().solve(right).getData();
    } catch (NonPositiveDefiniteMatrixException e) {
      throw new BadInput(
          "The autoregression cannot be solved with ridge "
              + ridge
              + " (constant region or too few samples). Use a larger ridge, e.g. 1000.",
          e);
    }
    double[][][] result = new double[order][][];
    for (int lag = 0; lag < order; lag++) {
      result[lag] = Arrays.copyOfRange(solution, lag * regions, (lag + 1) * regions);
    }
    return result;
  }
}

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
    double[][] past = new double[size][];
    for (int lag = 1; lag <= order; lag++) {
      for (int n = 0; n < regions; n++) {
        past[(lag - 1) * regions + n] =
            Arrays.copyOfRange(signals[n], order - lag, order - lag + samples);
      }
    }
    IntStream rows = IntStream.range(0, size);
    (size < LARGE ? rows : rows.parallel()).forEach(i -> addRow(i, past, signals, samples));
  }

  private void addRow(int i, double[][] past, double[][] signals, int samples) {
    int size = past.length;
    double[] row = past[i];
    for (int j = 0; j <= i; j++) {
      double sum = 0;
      for (int t = 0; t < samples; t++) {
        sum += row[t] * past[j][t];
      }
      gram[i * size + j] += sum;
    }
    for (int n = 0; n < regions; n++) {
      double sum = 0;
      for (int t = 0; t < samples; t++) {
        sum += row[t] * signals[n][t + order];
      }
      cross[i * regions + n] += sum;
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

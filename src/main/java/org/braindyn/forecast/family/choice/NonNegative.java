package org.braindyn.forecast.family.choice;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/** Least squares with weights of 0 or more, exact by trying every subset: for a few unknowns. */
final class NonNegative {
  private static final double JITTER = 1e-9;

  private NonNegative() {}

  /**
   * Minimises w' A w - 2 b' w over w of 0 or more.
   *
   * @param a symmetric, positive semi-definite, at most some ten rows
   */
  static double[] solve(double[][] a, double[] b) {
    int k = b.length;
    double[] best = new double[k];
    double least = 0; // no weights at all
    for (int subset = 1; subset < 1 << k; subset++) {
      double[] w = unconstrained(a, b, subset);
      double value = w == null ? Double.POSITIVE_INFINITY : value(a, b, w);
      if (value < least) {
        least = value;
        best = w;
      }
    }
    return best;
  }

  /** The solution on a subset, or null if it has a negative weight. */
  private static double[] unconstrained(double[][] a, double[] b, int subset) {
    int size = Integer.bitCount(subset);
    int[] index = new int[size];
    for (int i = 0, s = 0; i < b.length; i++) {
      if ((subset >> i & 1) == 1) {
        index[s++] = i;
      }
    }
    double[][] left = new double[size][size];
    double[] right = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        left[i][j] = a[index[i]][index[j]];
      }
      left[i][i] *= 1 + JITTER;
      right[i] = b[index[i]];
    }
    double[] part;
    try {
      part =
          new LUDecomposition(new Array2DRowRealMatrix(left, false))
              .getSolver()
              .solve(new ArrayRealVector(right, false))
              .toArray();
    } catch (SingularMatrixException e) {
      return null; // two equal members: a smaller subset does as well
    }
    double[] w = new double[b.length];
    for (int i = 0; i < size; i++) {
      if (!(part[i] >= 0)) {
        return null;
      }
      w[index[i]] = part[i];
    }
    return w;
  }

  private static double value(double[][] a, double[] b, double[] w) {
    double sum = 0;
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < b.length; j++) {
        sum += w[i] * a[i][j] * w[j];
      }
      sum -= 2 * b[i] * w[i];
    }
    return sum;
  }
}

package org.braindyn.perturbation;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.braindyn.data.BadInput;

/** How alike two matrices are off their diagonals. */
public final class MatrixAgreement {
  private MatrixAgreement() {}

  /** Pearson correlation of the off-diagonal entries; NaN if one matrix is constant there. */
  public static double pearson(double[][] a, double[][] b) {
    return new PearsonsCorrelation().correlation(offDiagonal(a), matching(a, b));
  }

  /** Spearman correlation of the off-diagonal entries. */
  public static double spearman(double[][] a, double[][] b) {
    return new SpearmansCorrelation().correlation(offDiagonal(a), matching(a, b));
  }

  /** Share of pairs with a true link whose sign is the same in both. */
  public static double signAgreement(double[][] estimate, double[][] truth) {
    double[] e = offDiagonal(estimate);
    double[] t = matching(estimate, truth);
    int links = 0;
    int same = 0;
    for (int i = 0; i < t.length; i++) {
      links += t[i] != 0 ? 1 : 0;
      same += t[i] * e[i] > 0 ? 1 : 0;
    }
    return links == 0 ? Double.NaN : (double) same / links;
  }

  /** Rows and columns exchanged. */
  public static double[][] transpose(double[][] matrix) {
    double[][] result = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        result[j][i] = matrix[i][j];
      }
    }
    return result;
  }

  private static double[] matching(double[][] a, double[][] b) {
    if (a.length != b.length) {
      throw new BadInput(
          "A matrix of "
              + a.length
              + " regions cannot be compared with one of "
              + b.length
              + " regions.");
    }
    return offDiagonal(b);
  }

  /** Entries off the diagonal, row by row. */
  static double[] offDiagonal(double[][] matrix) {
    int n = matrix.length;
    double[] values = new double[n * (n - 1)];
    int k = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          values[k++] = matrix[i][j];
        }
      }
    }
    return values;
  }
}

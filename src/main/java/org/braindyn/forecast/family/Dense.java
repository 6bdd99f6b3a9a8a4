package org.braindyn.forecast.family;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;

/** Products and positive definite systems on matrices [row][column]; the only seam to libraries. */
final class Dense {
  private Dense() {}

  /** A B. */
  static double[][] multiply(double[][] a, double[][] b) {
    int m = a.length;
    int k = b.length;
    int n = b[0].length;
    try (Kernel kernel = Kernel.best(Precision.DOUBLE)) {
      Panel pa = panel(kernel, a, k);
      Panel pb = panel(kernel, b, n);
      Panel pc = kernel.panel(m * n);
      // Rows one after the other are the columns of the transposed matrices: C' = B' A'.
      kernel.multiply(n, m, k, pb, 0, pa, 0, pc, 0);
      return rows(kernel, pc, m, n);
    }
  }

  /** A' B, for matrices of equally many rows. */
  static double[][] multiplyTransposed(double[][] a, double[][] b) {
    int k = a.length;
    int m = a[0].length;
    int n = b[0].length;
    try (Kernel kernel = Kernel.best(Precision.DOUBLE)) {
      Panel pa = panel(kernel, a, m);
      Panel pb = panel(kernel, b, n);
      Panel pc = kernel.panel(m * n);
      kernel.multiplyByTransposed(n, m, k, pb, 0, pa, 0, pc, 0);
      return rows(kernel, pc, m, n);
    }
  }

  private static Panel panel(Kernel kernel, double[][] rows, int columns) {
    Panel panel = kernel.panel(rows.length * columns);
    Vec vec = kernel.vec(columns);
    for (int i = 0; i < rows.length; i++) {
      vec.read(0, rows[i], 0, columns);
      panel.put(i * columns, vec, 0, columns);
    }
    return panel;
  }

  private static double[][] rows(Kernel kernel, Panel panel, int m, int n) {
    double[][] rows = new double[m][n];
    Vec vec = kernel.vec(n);
    for (int i = 0; i < m; i++) {
      panel.get(i * n, vec, 0, n);
      vec.addTo(0, rows[i], 0, n);
    }
    return rows;
  }

  /**
   * Solves A X = B for a symmetric positive definite A.
   *
   * @param what the fit, for messages
   * @throws BadInput if A is not positive definite
   */
  static double[][] solve(double[][] a, double[][] b, String what) {
    return cholesky(a, what).getSolver().solve(new Array2DRowRealMatrix(b, false)).getData();
  }

  /** The inverse of a symmetric positive definite matrix. */
  static double[][] inverse(double[][] a, String what) {
    return cholesky(a, what).getSolver().getInverse().getData();
  }

  private static CholeskyDecomposition cholesky(double[][] a, String what) {
    try {
      return new CholeskyDecomposition(new Array2DRowRealMatrix(a, false), 1e-6, 0);
    } catch (NonPositiveDefiniteMatrixException e) {
      throw new BadInput(
          what
              + " cannot be solved: its "
              + a.length
              + " equations are not independent (constant regions, or too few frames). Use a larger"
              + " ridge, e.g. 1000, or a smaller order.",
          e);
    }
  }
}

package org.braindyn.forecast.family;

import org.braindyn.data.BadInput;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.NotPositiveDefinite;
import org.braindyn.kernel.linalg.Products;

/** Products and positive definite systems on matrices held as rows. */
final class Dense {
  private Dense() {}

  /** A B. */
  static double[][] multiply(double[][] a, double[][] b) {
    return Products.multiply(Matrix.of(a), Matrix.of(b)).toRows();
  }

  /**
   * Solves A X = B for a symmetric positive definite A.
   *
   * @param what the fit, for messages
   * @throws BadInput if A is not positive definite
   */
  static double[][] solve(double[][] a, double[][] b, String what) {
    return cholesky(a, what).solve(Matrix.of(b)).toRows();
  }

  /** The inverse of a symmetric positive definite matrix. */
  static double[][] inverse(double[][] a, String what) {
    return cholesky(a, what).inverseInPlace().toRows();
  }

  private static Cholesky cholesky(double[][] a, String what) {
    try {
      return Cholesky.inPlace(Matrix.of(a));
    } catch (NotPositiveDefinite e) {
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

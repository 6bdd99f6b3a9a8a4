package org.braindyn.forecast.family.sums;

import org.braindyn.data.BadInput;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.NotPositiveDefinite;
import org.braindyn.kernel.linalg.Products;

/** Products and positive definite systems on matrices held as rows. */
public final class Dense {
  private Dense() {}

  /**
   * A B.
   *
   * @param a [m][k]
   * @param b [k][n]
   * @return [m][n]
   */
  public static double[][] multiply(double[][] a, double[][] b) {
    return Products.multiply(Matrix.of(a), Matrix.of(b)).toRows();
  }

  /**
   * Solves A X = B for a symmetric positive definite A.
   *
   * @param a [n][n]; the lower triangle is read
   * @param b [n][k]
   * @param what the fit, for messages
   * @return X, [n][k]
   * @throws BadInput if A is not positive definite
   */
  public static double[][] solve(double[][] a, double[][] b, String what) {
    return cholesky(a, what).solve(Matrix.of(b)).toRows();
  }

  /**
   * The inverse of a symmetric positive definite matrix.
   *
   * @param a [n][n]; the lower triangle is read
   * @param what the fit, for messages
   * @return [n][n]
   * @throws BadInput if A is not positive definite
   */
  public static double[][] inverse(double[][] a, String what) {
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

package org.braindyn.kernel.linalg;

/**
 * A = L L' of a symmetric positive definite matrix (LAPACK dpotrf; Golub and Van Loan 2013, 4.2).
 */
public final class Cholesky {
  /**
   * A pivot below this share of its diagonal value, per row, counts as zero: nothing but rounding
   * is left.
   */
  private static final double LEAST = 4 * 2.2e-16;

  private final Backend backend;
  private final Matrix factor;

  private Cholesky(Backend backend, Matrix factor) {
    this.backend = backend;
    this.factor = factor;
  }

  /**
   * Factorises a copy.
   *
   * @param a symmetric; only the lower triangle is read
   * @throws NotPositiveDefinite if there is no such factor
   */
  public static Cholesky of(Matrix a) {
    return inPlace(a.copy());
  }

  /**
   * Factorises in the matrix's own memory: its lower triangle becomes L, its upper one is undefined
   * afterwards.
   *
   * @param a symmetric; only the lower triangle is read
   * @throws NotPositiveDefinite if there is no such factor
   */
  public static Cholesky inPlace(Matrix a) {
    return inPlace(Backend.best(), a);
  }

  static Cholesky inPlace(Backend backend, Matrix a) {
    int size = Shapes.square(a);
    double[] diagonal = diagonal(a);
    int failed = backend.cholesky(a);
    check(diagonal, diagonal(a), failed);
    return new Cholesky(backend, a);
  }

  private static double[] diagonal(Matrix a) {
    double[] result = new double[a.rows()];
    for (int i = 0; i < result.length; i++) {
      result[i] = a.get(i, i);
    }
    return result;
  }

  /**
   * Throws if a pivot is not clearly positive.
   *
   * @param before diagonal of the matrix
   * @param pivots diagonal of the factor
   * @param failed row at which the factorisation ended, or -1
   */
  static void check(double[] before, double[] pivots, int failed) {
    int size = before.length;
    for (int i = 0; i < (failed < 0 ? size : failed); i++) {
      if (!(pivots[i] * pivots[i] > LEAST * size * before[i])) {
        throw new NotPositiveDefinite(i, size);
      }
    }
    if (failed >= 0) {
      throw new NotPositiveDefinite(failed, size);
    }
  }

  /** L in the lower triangle; the upper one is undefined. Not a copy. */
  public Matrix factor() {
    return factor;
  }

  /** X of A X = B, a new matrix. */
  public Matrix solve(Matrix b) {
    Matrix x = b.copy();
    solveInPlace(x);
    return x;
  }

  /** x of A x = b, a new array. */
  public double[] solve(double[] b) {
    return solve(new Matrix(b.length, 1, b)).values();
  }

  /** Replaces B by X of A X = B. */
  public void solveInPlace(Matrix b) {
    Shapes.same(factor.rows(), b.rows());
    backend.choleskySolve(factor, b);
  }

  /** The inverse of A, both triangles, a new matrix. */
  public Matrix inverse() {
    Matrix result = factor.copy();
    backend.choleskyInverse(result);
    return result.mirrorLower();
  }

  /**
   * The inverse of A, both triangles, in the factor's memory; this factorisation is of no use
   * afterwards.
   */
  public Matrix inverseInPlace() {
    backend.choleskyInverse(factor);
    return factor.mirrorLower();
  }

  /** Natural logarithm of the determinant of A. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < factor.rows(); i++) {
      sum += 2 * Math.log(factor.get(i, i));
    }
    return sum;
  }
}

package org.braindyn.kernel.linalg;

/** P A = L U of a square matrix (LAPACK dgetrf, partial pivoting). */
public final class Lu {
  /** A pivot below this share of the largest value counts as zero, and more in large matrices. */
  private static final double LEAST = 1e-13;

  private static final double ROUNDING = 4 * 2.2e-16;

  private final Backend backend;
  private final Matrix factors;
  private final int[] pivots;

  private Lu(Backend backend, Matrix factors, int[] pivots) {
    this.backend = backend;
    this.factors = factors;
    this.pivots = pivots;
  }

  /**
   * Factorises a copy.
   *
   * @throws SingularMatrix if the matrix has no inverse
   */
  public static Lu of(Matrix a) {
    return of(Backend.best(), a);
  }

  static Lu of(Backend backend, Matrix a) {
    int size = Shapes.square(a);
    double largest = 0;
    for (double value : a.values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    Matrix factors = a.copy();
    int[] pivots = new int[size];
    int failed = backend.lu(factors, pivots);
    if (failed >= 0) {
      throw new SingularMatrix(failed, size);
    }
    for (int i = 0; i < size; i++) {
      if (!(Math.abs(factors.get(i, i)) > Math.max(LEAST, ROUNDING * size) * largest)) {
        throw new SingularMatrix(i, size);
      }
    }
    return new Lu(backend, factors, pivots);
  }

  /** X of A X = B, a new matrix. */
  public Matrix solve(Matrix b) {
    Shapes.same(factors.rows(), b.rows());
    Matrix x = b.copy();
    backend.luSolve(factors, pivots, x);
    return x;
  }

  /** x of A x = b, a new array. */
  public double[] solve(double[] b) {
    return solve(new Matrix(b.length, 1, b)).values();
  }

  /** The inverse of A, a new matrix. */
  public Matrix inverse() {
    return solve(Matrix.identity(factors.rows()));
  }

  /** Determinant of A. */
  public double determinant() {
    double product = 1;
    for (int i = 0; i < pivots.length; i++) {
      product *= pivots[i] == i ? factors.get(i, i) : -factors.get(i, i);
    }
    return product;
  }
}

package org.braindyn.kernel.linalg;

/** What computes: OpenBLAS, or plain Java. Matrices are checked by the callers. */
interface Backend {
  /** OpenBLAS if it can be used here. */
  static Backend best() {
    return NativeBackend.usable() ? NativeBackend.INSTANCE : JavaBackend.INSTANCE;
  }

  /** C = alpha op(A) op(B) + beta C. */
  void multiply(Product product, Matrix a, Matrix b, Matrix c);

  /** Lower triangle of C += alpha X' X. */
  void addGram(Matrix x, double alpha, Matrix c);

  /** C = S B, the lower triangle of S being read. */
  void symmetricMultiply(Matrix s, Matrix b, Matrix c);

  /**
   * The lower triangle becomes L.
   *
   * @return -1, or the row, from 0, whose pivot is not positive
   */
  int cholesky(Matrix a);

  /** B becomes (L L')^-1 B. */
  void choleskySolve(Matrix factor, Matrix b);

  /** The lower triangle becomes that of (L L')^-1. */
  void choleskyInverse(Matrix factor);

  /**
   * A becomes L (unit diagonal) and U.
   *
   * @param pivots receives the row, from 0, that row i was exchanged with
   * @return -1, or the row, from 0, without a pivot
   */
  int lu(Matrix a, int[] pivots);

  /** B becomes A^-1 B. */
  void luSolve(Matrix factors, int[] pivots, Matrix b);

  /** A becomes its eigenvectors, in columns. */
  void eigen(Matrix a, double[] values);
}

package org.braindyn.kernel;

/** Matrix products on panels; column-major, as BLAS has them. */
interface Products {
  /** A panel of {@code size} values, all zero. */
  Panel panel(int size);

  /**
   * C = op(A) op(B) + beta C, with op(A) m x k, op(B) k x n and C m x n, each stored by columns
   * with its leading dimension; beta is 0 or 1. The three panels are three, never the same one.
   */
  void multiply(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      Panel a,
      int atA,
      int lda,
      Panel b,
      int atB,
      int ldb,
      int beta,
      Panel c,
      int atC,
      int ldc);
}

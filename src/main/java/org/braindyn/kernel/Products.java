package org.braindyn.kernel;

/** Matrix products on panels; column-major, as BLAS has them. */
interface Products {
  /** A panel of {@code size} values, all zero. */
  Panel panel(int size);

  /**
   * C = op(A) op(B) + beta C. The three panels are three, never the same one.
   *
   * @param m rows of op(A) and C
   * @param n columns of op(B) and C
   * @param k columns of op(A), rows of op(B)
   * @param beta 0 or 1
   * @param c not transposed
   */
  void multiply(int m, int n, int k, Block a, Block b, int beta, Block c);
}

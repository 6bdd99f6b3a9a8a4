package org.braindyn.kernel.linalg;

/** What one thread does with blocks of stored matrices; sizes fit, blocks do not overlap. */
interface Tiles {
  /** C = alpha op(A) op(B) + beta C with C m x n and the inner length k. */
  void multiply(Product product, int m, int n, int k, Block a, Block b, Block c);

  /** The lower triangle of C (n x n) becomes that of A A' with A n x k. */
  void gram(int n, int k, Block a, Block c);

  /** B (m x n) becomes op(L)^-1 B, L lower triangular. */
  void solve(boolean transposed, int m, int n, Block l, Block b);

  /** B (m x n) becomes B L'^-1, L lower triangular. */
  void solveRight(int m, int n, Block l, Block b);

  /** B (m x n) becomes L' B, L lower triangular. */
  void multiplyTriangle(int m, int n, Block l, Block b);

  /**
   * The lower triangle becomes its Cholesky factor, the upper one zero.
   *
   * @return -1, or the row, from 0, whose pivot is not positive
   */
  int cholesky(int n, Block a);

  /** A lower triangle, zero above, becomes its inverse. */
  void invertTriangle(int n, Block l);

  /** A lower triangle L, zero above, becomes L' L, both triangles. */
  void squareTriangle(int n, Block l);

  /** Sum of the products of two stretches of values. */
  double dot(int n, Block a, Block b);
}

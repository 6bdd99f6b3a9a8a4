package org.braindyn.kernel.linalg;

/** Matrix products (BLAS dgemm, dsyrk, dsymm). */
public final class Products {
  private Products() {}

  /** A B, a new matrix. */
  public static Matrix multiply(Matrix a, Matrix b) {
    Matrix c = new Matrix(a.rows(), b.columns());
    multiply(false, false, 1, a, b, 0, c);
    return c;
  }

  /** A' B, a new matrix. */
  public static Matrix transposedMultiply(Matrix a, Matrix b) {
    Matrix c = new Matrix(a.columns(), b.columns());
    multiply(true, false, 1, a, b, 0, c);
    return c;
  }

  /** A B', a new matrix. */
  public static Matrix multiplyTransposed(Matrix a, Matrix b) {
    Matrix c = new Matrix(a.rows(), b.rows());
    multiply(false, true, 1, a, b, 0, c);
    return c;
  }

  /** C = alpha op(A) op(B) + beta C, op being the transpose where asked for. */
  public static void multiply(
      boolean transposeA,
      boolean transposeB,
      double alpha,
      Matrix a,
      Matrix b,
      double beta,
      Matrix c) {
    multiply(Backend.best(), new Product(transposeA, transposeB, alpha, beta), a, b, c);
  }

  static void multiply(Backend backend, Product product, Matrix a, Matrix b, Matrix c) {
    Shapes.same(c.rows(), product.transposeA() ? a.columns() : a.rows());
    Shapes.same(c.columns(), product.transposeB() ? b.rows() : b.columns());
    Shapes.same(
        product.transposeA() ? a.rows() : a.columns(),
        product.transposeB() ? b.columns() : b.rows());
    backend.multiply(product, a, b, c);
  }

  /**
   * Adds alpha X' X to the lower triangle of C (a symmetric rank-k update); the upper triangle is
   * left as it is, see {@link Matrix#mirrorLower}.
   *
   * @param x [sample][variable]
   * @param c [variable][variable]
   */
  public static void addGram(Matrix x, double alpha, Matrix c) {
    addGram(Backend.best(), x, alpha, c);
  }

  static void addGram(Backend backend, Matrix x, double alpha, Matrix c) {
    Shapes.same(x.columns(), Shapes.square(c));
    backend.addGram(x, alpha, c);
  }

  /** S B of a symmetric S whose lower triangle alone is read, a new matrix. */
  public static Matrix symmetricMultiply(Matrix s, Matrix b) {
    Shapes.same(Shapes.square(s), b.rows());
    Matrix c = new Matrix(s.rows(), b.columns());
    Backend.best().symmetricMultiply(s, b, c);
    return c;
  }
}

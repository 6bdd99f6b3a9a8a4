package org.braindyn.kernel.linalg;

/** Products of large matrices on several threads. */
public final class LargeProducts {
  private LargeProducts() {}

  /** C = alpha op(A) op(B) + beta C, op being the transpose where asked for. */
  public static void multiply(
      boolean transposeA,
      boolean transposeB,
      double alpha,
      LargeMatrix a,
      LargeMatrix b,
      double beta,
      LargeMatrix c) {
    int inner = transposeA ? a.rows() : a.columns();
    Shapes.same(c.rows(), transposeA ? a.columns() : a.rows());
    Shapes.same(c.columns(), transposeB ? b.rows() : b.columns());
    Shapes.same(inner, transposeB ? b.columns() : b.rows());
    Product product = new Product(transposeA, transposeB, alpha, beta);
    int tall = Tiling.product(c.rows());
    int wide = Tiling.product(c.columns());
    int across = Tiling.count(c.columns(), wide);
    Tiling.run(
        Tiling.count(c.rows(), tall) * across,
        t -> {
          int i = t / across * tall;
          int j = t % across * wide;
          c.tiles()
              .multiply(
                  product,
                  Math.min(tall, c.rows() - i),
                  Math.min(wide, c.columns() - j),
                  inner,
                  transposeA ? a.block(0, i) : a.block(i, 0),
                  transposeB ? b.block(j, 0) : b.block(0, j),
                  c.block(i, j));
        });
  }

  /**
   * Some rows of C = A B; the others stay as they are.
   *
   * @param first the first row
   * @param step from one row to the next
   */
  public static void multiplyRows(
      LargeMatrix a, LargeMatrix b, int first, int step, LargeMatrix c) {
    Shapes.same(c.rows(), a.rows());
    Shapes.same(c.columns(), b.columns());
    Shapes.same(a.columns(), b.rows());
    int rows = (c.rows() - first + step - 1) / step;
    int wide = Tiling.size(c.columns());
    Tiling.run(
        Tiling.count(c.columns(), wide),
        t -> {
          int j = t * wide;
          int columns = Math.min(wide, c.columns() - j);
          c.tiles()
              .multiply(
                  Product.PLAIN,
                  rows,
                  columns,
                  a.columns(),
                  a.block(first, 0, step),
                  b.block(0, j),
                  c.block(first, j, step));
        });
  }

  /**
   * Adds X' X of the first rows to the lower triangle of C; what is above the diagonal afterwards
   * is undefined.
   *
   * @param x [sample][variable]
   * @param samples rows of X that count
   * @param c [variable][variable]
   */
  public static void addGram(LargeMatrix x, int samples, LargeMatrix c) {
    addCross(x, x, samples, c, true);
  }

  /**
   * Adds Y' X of the first rows to C.
   *
   * @param y [sample][output]
   * @param x [sample][variable]
   * @param c [output][variable]
   */
  public static void addCross(LargeMatrix y, LargeMatrix x, int samples, LargeMatrix c) {
    addCross(y, x, samples, c, false);
  }

  private static void addCross(
      LargeMatrix y, LargeMatrix x, int samples, LargeMatrix c, boolean lower) {
    Shapes.same(c.rows(), y.columns());
    Shapes.same(c.columns(), x.columns());
    int tile = Tiling.product(c.columns());
    int across = Tiling.count(c.columns(), tile);
    Product add = new Product(true, false, 1, 1);
    Tiling.run(
        Tiling.count(c.rows(), tile) * across,
        t -> {
          int i = t / across * tile;
          int j = t % across * tile;
          if (!lower || j <= i) {
            c.tiles()
                .multiply(
                    add,
                    Math.min(tile, c.rows() - i),
                    Math.min(tile, c.columns() - j),
                    samples,
                    y.block(0, i),
                    x.block(0, j),
                    c.block(i, j));
          }
        });
  }
}

package org.braindyn.kernel.linalg;

/**
 * Sums of w' G w over the rows w of a matrix, for symmetric G. As {@code <G, W' W>} it takes half
 * of the work of the product G W', and no memory for it. Computed in the precision of W.
 */
public final class QuadraticForms {
  private final LargeMatrix w;
  private final int step;

  /**
   * @param w [row][variable]
   * @param step rows r, r + step, r + 2 step ... belong to one sum
   */
  public QuadraticForms(LargeMatrix w, int step) {
    this.w = w;
    this.step = step;
  }

  /**
   * The sums with G = A - B.
   *
   * @param a symmetric, in double; its lower triangle is read
   * @param b the same
   * @param wanted sums that are wanted, 0 to step - 1
   * @return [sum], 0 where not wanted
   */
  public double[] sums(LargeMatrix a, LargeMatrix b, int[] wanted) {
    int size = w.columns();
    int tile = Tiling.product(size);
    int across = Tiling.count(size, tile);
    double[][] parts = new double[across * across][];
    Tiling.run(
        parts.length,
        t -> {
          if (t % across <= t / across) {
            parts[t] = tile(a, b, t / across * tile, t % across * tile, tile, wanted);
          }
        });
    double[] result = new double[step];
    for (double[] part : parts) {
      for (int p = 0; part != null && p < step; p++) {
        result[p] += part[p];
      }
    }
    return result;
  }

  private double[] tile(LargeMatrix a, LargeMatrix b, int i, int j, int tile, int[] wanted) {
    int tall = Math.min(tile, w.columns() - i);
    int wide = Math.min(tile, w.columns() - j);
    double[] result = new double[step];
    Product transposed = new Product(true, false, 1, 0);
    // Two rows, G and a product: stretches without gaps.
    try (LargeMatrix scratch = w.like(2, tall * wide)) {
      double[] row = new double[wide];
      double[] less = new double[wide];
      for (int r = 0; r < tall; r++) {
        lower(a, b, i + r, j, row, less);
        scratch.write(0, r * wide, row, 0, wide);
      }
      Block gram = scratch.block(0, 0);
      Block product = new Block(gram.store(), (long) tall * wide, wide);
      for (int p : wanted) {
        int rows = (w.rows() - p + step - 1) / step;
        Block left = w.block(p, i, step);
        w.tiles().multiply(transposed, tall, wide, rows, left, w.block(p, j, step), product);
        result[p] = w.tiles().dot(tall * wide, gram, product);
      }
    }
    return result;
  }

  /** A row's part in the lower triangle, doubled where it stands for its mirror image too. */
  private static void lower(
      LargeMatrix a, LargeMatrix b, int row, int from, double[] into, double[] less) {
    int length = Math.max(0, Math.min(into.length, row - from + 1));
    a.read(row, from, into, 0, length);
    b.read(row, from, less, 0, length);
    for (int c = 0; c < length; c++) {
      into[c] = (into[c] - less[c]) * (row == from + c ? 1 : 2);
    }
    java.util.Arrays.fill(into, length, into.length, 0);
  }
}

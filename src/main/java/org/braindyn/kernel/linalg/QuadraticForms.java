package org.braindyn.kernel.linalg;

import java.util.List;

/**
 * Sums of w' G w over the rows w of a matrix, for symmetric G. As {@code <G, W' W>} it takes half
 * of the work of the product G W', and no memory for it.
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
   * The sums with several matrices at once.
   *
   * @param grams symmetric, their lower triangles are read
   * @return [matrix][sum]
   */
  public double[][] sums(List<LargeMatrix> grams) {
    int size = w.columns();
    int tile = Tiling.product(size);
    int across = Tiling.count(size, tile);
    double[][][] parts = new double[across * across][][];
    Tiling.run(
        parts.length,
        t -> {
          if (t % across <= t / across) {
            parts[t] = tile(grams, t / across * tile, t % across * tile, tile);
          }
        });
    double[][] result = new double[grams.size()][step];
    for (double[][] part : parts) {
      for (int g = 0; part != null && g < result.length; g++) {
        for (int p = 0; p < step; p++) {
          result[g][p] += part[g][p];
        }
      }
    }
    return result;
  }

  private double[][] tile(List<LargeMatrix> grams, int i, int j, int tile) {
    int tall = Math.min(tile, w.columns() - i);
    int wide = Math.min(tile, w.columns() - j);
    double[][] result = new double[grams.size()][step];
    boolean natively = w.tiles() == NativeTiles.INSTANCE;
    Product transposed = new Product(true, false, 1, 0);
    // One row per matrix, and one for the products: stretches without gaps.
    try (LargeMatrix scratch = new LargeMatrix(natively, grams.size() + 1, tall * wide)) {
      for (int g = 0; g < grams.size(); g++) {
        scratch.write(g, 0, lower(grams.get(g), i, j, tall, wide), 0, tall * wide);
      }
      Block product =
          new Block(scratch.block(0, 0).store(), (long) grams.size() * tall * wide, wide);
      for (int p = 0; p < step; p++) {
        int rows = (w.rows() - p + step - 1) / step;
        Block left = w.block(p, i, step);
        w.tiles().multiply(transposed, tall, wide, rows, left, w.block(p, j, step), product);
        for (int g = 0; g < grams.size(); g++) {
          result[g][p] = w.tiles().dot(tall * wide, scratch.block(g, 0), product);
        }
      }
    }
    return result;
  }

  /** A tile of the lower triangle, doubled where it stands for its mirror image too. */
  private static double[] lower(LargeMatrix gram, int i, int j, int tall, int wide) {
    double[] result = new double[tall * wide];
    for (int r = 0; r < tall; r++) {
      int length = Math.max(0, Math.min(wide, i + r - j + 1));
      gram.read(i + r, j, result, r * wide, length);
      for (int c = 0; c < length; c++) {
        result[r * wide + c] *= i + r == j + c ? 1 : 2;
      }
    }
    return result;
  }
}

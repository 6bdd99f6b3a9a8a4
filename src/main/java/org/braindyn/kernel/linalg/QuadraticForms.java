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
    int tile = 2 * Tiling.size(size);
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
    double[][] values = new double[grams.size()][];
    for (int g = 0; g < values.length; g++) {
      values[g] = lower(grams.get(g), i, j, tall, wide);
    }
    double[][] result = new double[values.length][step];
    double[] product = new double[tall * wide];
    try (LargeMatrix scratch = new LargeMatrix(w.tiles() == NativeTiles.INSTANCE, tall, wide)) {
      Product transposed = new Product(true, false, 1, 0);
      for (int p = 0; p < step; p++) {
        w.tiles()
            .multiply(
                transposed,
                tall,
                wide,
                (w.rows() - p + step - 1) / step,
                w.block(p, i, step),
                w.block(p, j, step),
                scratch.block(0, 0));
        scratch.readAll(product);
        for (int g = 0; g < values.length; g++) {
          result[g][p] = dot(values[g], product);
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

  private static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3);
  }
}

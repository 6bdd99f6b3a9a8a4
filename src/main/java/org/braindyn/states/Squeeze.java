package org.braindyn.states;

import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.kernel.linalg.SymmetricEigen;

/** Rows of many numbers in their strongest directions, so that k-means sees what they share. */
final class Squeeze {
  private static final int DIRECTIONS = 10;
  private static final int MOST = 1500; // rows whose products are made

  private Squeeze() {}

  /**
   * The strongest directions.
   *
   * @param rows [row][feature], not changed
   * @return [row][direction]
   */
  static double[][] rows(double[][] rows) {
    int p = rows[0].length;
    int kept = Math.min(DIRECTIONS, Math.min(rows.length, p));
    double[] mean = new double[p];
    for (double[] row : rows) {
      for (int f = 0; f < p; f++) {
        mean[f] += row[f] / rows.length;
      }
    }
    double[][] centred = new double[rows.length][p];
    for (int i = 0; i < rows.length; i++) {
      for (int f = 0; f < p; f++) {
        centred[i][f] = rows[i][f] - mean[f];
      }
    }
    int step = Math.max(1, rows.length / MOST);
    double[][] some = new double[(rows.length + step - 1) / step][];
    for (int i = 0; i < some.length; i++) {
      some[i] = centred[i * step];
    }
    Matrix x = Matrix.of(some);
    SymmetricEigen eigen = SymmetricEigen.of(Products.multiplyTransposed(x, x));
    Matrix weights = new Matrix(kept, some.length);
    for (int k = 0; k < kept; k++) {
      int from = some.length - 1 - k;
      double scale = 1 / Math.sqrt(Math.max(eigen.values()[from], 1e-12));
      for (int i = 0; i < some.length; i++) {
        weights.set(k, i, eigen.vectors().get(i, from) * scale);
      }
    }
    Matrix axes = Products.multiply(weights, x);
    return Products.multiplyTransposed(Matrix.of(centred), axes).toRows();
  }
}

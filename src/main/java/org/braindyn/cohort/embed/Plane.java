package org.braindyn.cohort.embed;

import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.kernel.linalg.SymmetricEigen;

/**
 * Recordings in a plane: the two principal components of their features, which is classical scaling
 * of their distances (Gower 1966, Biometrika 53:325).
 *
 * @param name features
 * @param places [recording][2]
 * @param share of the variance that each axis holds, [2]
 */
public record Plane(String name, double[][] places, double[] share) {
  /**
   * Of features.
   *
   * @param rows [recording][feature]
   * @param mixed true to standardise every feature first
   */
  static Plane of(String name, double[][] rows, boolean mixed) {
    Matrix x = Matrix.of(mixed ? Identification.standardised(rows) : centred(rows));
    SymmetricEigen eigen = SymmetricEigen.of(Products.multiplyTransposed(x, x));
    int n = rows.length;
    double all = 0;
    for (double value : eigen.values()) {
      all += Math.max(0, value);
    }
    double[][] places = new double[n][2];
    double[] share = new double[2];
    for (int axis = 0; axis < Math.min(2, n); axis++) {
      double value = Math.max(0, eigen.values()[n - 1 - axis]);
      share[axis] = all > 0 ? value / all : 0;
      for (int i = 0; i < n; i++) {
        places[i][axis] = eigen.vectors().get(i, n - 1 - axis) * Math.sqrt(value);
      }
    }
    return new Plane(name, places, share);
  }

  private static double[][] centred(double[][] rows) {
    double[][] made = new double[rows.length][rows[0].length];
    for (int f = 0; f < rows[0].length; f++) {
      double mean = 0;
      for (double[] row : rows) {
        mean += row[f] / rows.length;
      }
      for (int i = 0; i < rows.length; i++) {
        made[i][f] = rows[i][f] - mean;
      }
    }
    return made;
  }
}

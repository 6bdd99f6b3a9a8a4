package org.braindyn.graph;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.SymmetricEigen;

/**
 * Gradients of functional connectivity: places of regions among those that work like them, not in
 * millimetres. The tenth of each row with the largest correlations is kept, rows are compared by
 * their cosine, and a diffusion map with alpha 1/2 (Coifman and Lafon 2006) is taken at time 0
 * (Margulies et al. 2016); Brain-JEPA (Dong et al. 2024) gives them to tokens as positions.
 */
public final class FunctionalGradients {
  private static final double KEPT = 0.1;
  private static final double SPREAD = 0.5;

  private FunctionalGradients() {}

  /**
   * The first gradients, the widest first; their signs are such that the entry of largest magnitude
   * is positive, and all are scaled by one number, so that the first has root mean square 1/2, like
   * coordinates over 100 mm.
   *
   * @param correlation symmetric, [region, region]
   * @param count how many, 1 to below the number of regions
   * @return [region][gradient]; rows of regions without a correlation above 0 are 0
   * @throws BadInput if there are too few regions, or values that are not finite
   */
  public static double[][] of(Matrix correlation, int count) {
    int n = correlation.rows();
    if (count < 1 || count >= n) {
      throw new BadInput(
          String.format("%d gradients of %d regions: give 1 to %d.", count, n, n - 1));
    }
    double[][] kept = largest(correlation);
    Matrix affinity = cosines(kept);
    double[] degree = sums(affinity);
    scale(affinity, degree, -SPREAD);
    double[] second = sums(affinity);
    scale(affinity, second, -0.5);
    SymmetricEigen eigen = SymmetricEigen.of(affinity);
    double[][] result = new double[n][count];
    for (int k = 0; k < count; k++) {
      int at = n - 2 - k; // the last is the trivial one
      double value = Math.min(eigen.values()[at], 1 - 1e-9);
      for (int i = 0; i < n; i++) {
        double share = second[i] > 0 ? eigen.vectors().get(i, at) / Math.sqrt(second[i]) : 0;
        result[i][k] = value / (1 - value) * share;
      }
    }
    return signedAndScaled(result);
  }

  private static double[][] largest(Matrix correlation) {
    int n = correlation.rows();
    int most = Math.max(2, (int) Math.ceil(KEPT * n));
    double[][] kept = new double[n][n];
    for (int i = 0; i < n; i++) {
      double[] row = new double[n];
      for (int j = 0; j < n; j++) {
        row[j] = correlation.get(i, j);
        if (!Double.isFinite(row[j])) {
          throw new BadInput(
              "The correlation of regions "
                  + (i + 1)
                  + " and "
                  + (j + 1)
                  + " is "
                  + row[j]
                  + ". Leave constant regions out.");
        }
      }
      double[] sorted = row.clone();
      Arrays.sort(sorted);
      double least = sorted[Math.max(0, n - most)];
      for (int j = 0; j < n; j++) {
        kept[i][j] = row[j] >= least ? Math.max(0, row[j]) : 0;
      }
    }
    return kept;
  }

  private static Matrix cosines(double[][] rows) {
    int n = rows.length;
    Matrix result = new Matrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double length = Math.sqrt(dot(rows[i], rows[i]) * dot(rows[j], rows[j]));
        double cosine = length > 0 ? dot(rows[i], rows[j]) / length : 0;
        result.set(i, j, cosine);
        result.set(j, i, cosine);
      }
    }
    return result;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] sums(Matrix a) {
    double[] sums = new double[a.rows()];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < sums.length; j++) {
        sums[i] += a.get(i, j);
      }
    }
    return sums;
  }

  private static void scale(Matrix a, double[] by, double power) {
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.rows(); j++) {
        double product = by[i] * by[j];
        a.set(i, j, product > 0 ? a.get(i, j) * Math.pow(product, power) : 0);
      }
    }
  }

  private static double[][] signedAndScaled(double[][] x) {
    double squares = 0;
    for (int k = 0; k < x[0].length; k++) {
      double top = 0;
      for (double[] row : x) {
        top = Math.abs(row[k]) > Math.abs(top) ? row[k] : top;
        squares += k == 0 ? row[k] * row[k] : 0;
      }
      for (double[] row : x) {
        row[k] = top < 0 ? -row[k] : row[k];
      }
    }
    double size = Math.sqrt(squares / x.length);
    for (double[] row : x) {
      for (int k = 0; k < row.length && size > 0; k++) {
        row[k] *= 0.5 / size;
      }
    }
    return x;
  }
}

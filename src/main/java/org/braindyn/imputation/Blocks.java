package org.braindyn.imputation;

import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.kernel.linalg.SymmetricEigen;

/** Parts of matrices, and the few operations that the linear algebra package does not have. */
final class Blocks {
  private Blocks() {}

  /** Copy of some rows. */
  static Matrix rows(Matrix a, int[] rows) {
    int n = a.columns();
    Matrix result = new Matrix(rows.length, n);
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(a.values(), rows[i] * n, result.values(), i * n, n);
    }
    return result;
  }

  /** Copy of some columns. */
  static Matrix columns(Matrix a, int[] columns) {
    Matrix result = new Matrix(a.rows(), columns.length);
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < columns.length; j++) {
        result.set(i, j, a.get(i, columns[j]));
      }
    }
    return result;
  }

  /** Copy of a rectangle. */
  static Matrix part(Matrix a, int row, int column, int rows, int columns) {
    Matrix result = new Matrix(rows, columns);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(
          a.values(), (row + i) * a.columns() + column, result.values(), i * columns, columns);
    }
    return result;
  }

  /** Writes a whole matrix into a rectangle of another. */
  static void put(Matrix part, Matrix into, int row, int column) {
    for (int i = 0; i < part.rows(); i++) {
      System.arraycopy(
          part.values(),
          i * part.columns(),
          into.values(),
          (row + i) * into.columns() + column,
          part.columns());
    }
  }

  /** Makes a nearly symmetric matrix symmetric by the mean of both triangles, in place. */
  static Matrix symmetrise(Matrix a) {
    int n = a.rows();
    double[] v = a.values();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double mean = 0.5 * (v[i * n + j] + v[j * n + i]);
        v[i * n + j] = mean;
        v[j * n + i] = mean;
      }
    }
    return a;
  }

  /** {@code y += factor A x}. */
  static void addProduct(Matrix a, double factor, double[] x, double[] y) {
    int n = a.columns();
    double[] v = a.values();
    for (int i = 0; i < a.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += v[i * n + j] * x[j];
      }
      y[i] += factor * sum;
    }
  }

  /** {@code y += factor A' x}. */
  static void addTransposedProduct(Matrix a, double factor, double[] x, double[] y) {
    int n = a.columns();
    double[] v = a.values();
    for (int i = 0; i < a.rows(); i++) {
      double scale = factor * x[i];
      for (int j = 0; j < n; j++) {
        y[j] += scale * v[i * n + j];
      }
    }
  }

  /** Mean of the diagonal. */
  static double meanDiagonal(Matrix a) {
    double sum = 0;
    for (int i = 0; i < a.rows(); i++) {
      sum += a.get(i, i);
    }
    return sum / a.rows();
  }

  /** True if no value differs by more than a tolerance. */
  static boolean close(Matrix a, Matrix b, double tolerance) {
    if (a == b) {
      return true;
    }
    double[] u = a.values();
    double[] v = b.values();
    for (int i = 0; i < u.length; i++) {
      if (!(Math.abs(u[i] - v[i]) <= tolerance)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The symmetric part with every eigenvalue at least {@code floor} (nearest such matrix in the
   * Frobenius norm, Higham 1988).
   */
  static Matrix positive(Matrix a, double floor) {
    Matrix symmetric = symmetrise(a.copy());
    SymmetricEigen eigen = SymmetricEigen.of(symmetric);
    if (eigen.values()[0] >= floor) {
      return symmetric;
    }
    Matrix scaled = eigen.vectors().copy();
    for (int i = 0; i < scaled.rows(); i++) {
      for (int k = 0; k < scaled.columns(); k++) {
        scaled.set(i, k, scaled.get(i, k) * Math.max(floor, eigen.values()[k]));
      }
    }
    return symmetrise(Products.multiplyTransposed(scaled, eigen.vectors()));
  }
}

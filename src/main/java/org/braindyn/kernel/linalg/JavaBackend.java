package org.braindyn.kernel.linalg;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Plain Java: the fallback, and the oracle that OpenBLAS is checked against in tests. */
final class JavaBackend implements Backend {
  static final JavaBackend INSTANCE = new JavaBackend();

  private JavaBackend() {}

  @Override
  public void multiply(Product p, Matrix a, Matrix b, Matrix c) {
    Matrix left = p.transposeA() ? a.transposed() : a;
    Matrix right = p.transposeB() ? b.transposed() : b;
    double[] values = c.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = p.beta() == 0 ? 0 : values[i] * p.beta();
    }
    for (int i = 0; i < c.rows(); i++) {
      for (int k = 0; k < left.columns(); k++) {
        add(right, k, p.alpha() * left.get(i, k), c, i, c.columns());
      }
    }
  }

  /** Adds the first values of one row, times a factor, to another matrix's row. */
  private static void add(Matrix from, int row, double factor, Matrix to, int at, int length) {
    double[] a = from.values();
    double[] b = to.values();
    int first = row * from.columns();
    int second = at * to.columns();
    for (int j = 0; j < length; j++) {
      b[second + j] += factor * a[first + j];
    }
  }

  @Override
  public void addGram(Matrix x, double alpha, Matrix c) {
    for (int t = 0; t < x.rows(); t++) {
      for (int i = 0; i < c.rows(); i++) {
        add(x, t, alpha * x.get(t, i), c, i, i + 1);
      }
    }
  }

  @Override
  public void symmetricMultiply(Matrix s, Matrix b, Matrix c) {
    multiply(new Product(false, false, 1, 0), s.copy().mirrorLower(), b, c);
  }

  @Override
  public int cholesky(Matrix a) {
    double[] v = a.values();
    int n = a.rows();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = v[i * n + j];
        for (int k = 0; k < j; k++) {
          sum -= v[i * n + k] * v[j * n + k];
        }
        if (i > j) {
          v[i * n + j] = sum / v[j * n + j];
        } else if (sum > 0) {
          v[i * n + i] = Math.sqrt(sum);
        } else {
          return i;
        }
      }
    }
    return -1;
  }

  @Override
  public void choleskySolve(Matrix l, Matrix b) {
    int n = l.rows();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        add(b, k, -l.get(i, k), b, i, b.columns());
      }
      scale(b, i, 1 / l.get(i, i));
    }
    for (int i = n - 1; i >= 0; i--) {
      scale(b, i, 1 / l.get(i, i));
      for (int k = 0; k < i; k++) {
        add(b, i, -l.get(i, k), b, k, b.columns());
      }
    }
  }

  private static void scale(Matrix b, int row, double factor) {
    for (int j = 0; j < b.columns(); j++) {
      b.values()[row * b.columns() + j] *= factor;
    }
  }

  @Override
  public void choleskyInverse(Matrix factor) {
    Matrix inverse = Matrix.identity(factor.rows());
    choleskySolve(factor, inverse);
    System.arraycopy(inverse.values(), 0, factor.values(), 0, factor.values().length);
  }

  @Override
  public int lu(Matrix a, int[] pivots) {
    int n = a.rows();
    int failed = -1;
    for (int k = 0; k < n; k++) {
      int best = k;
      for (int i = k + 1; i < n; i++) {
        best = Math.abs(a.get(i, k)) > Math.abs(a.get(best, k)) ? i : best;
      }
      pivots[k] = best;
      exchange(a, k, best);
      if (a.get(k, k) == 0) {
        failed = failed < 0 ? k : failed;
        continue;
      }
      for (int i = k + 1; i < n; i++) {
        double factor = a.get(i, k) / a.get(k, k);
        a.set(i, k, factor);
        for (int j = k + 1; j < n; j++) {
          a.add(i, j, -factor * a.get(k, j));
        }
      }
    }
    return failed;
  }

  private static void exchange(Matrix a, int i, int j) {
    for (int k = 0; k < a.columns() && i != j; k++) {
      double value = a.get(i, k);
      a.set(i, k, a.get(j, k));
      a.set(j, k, value);
    }
  }

  @Override
  public void luSolve(Matrix factors, int[] pivots, Matrix b) {
    int n = factors.rows();
    for (int i = 0; i < n; i++) {
      exchange(b, i, pivots[i]);
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        add(b, k, -factors.get(i, k), b, i, b.columns());
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        add(b, k, -factors.get(i, k), b, i, b.columns());
      }
      scale(b, i, 1 / factors.get(i, i));
    }
  }

  /** By Apache Commons Math (Householder and QL), a well-tried library that the jar has anyway. */
  @Override
  public void eigen(Matrix a, double[] values) {
    double[][] rows = a.mirrorLower().toRows();
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(rows, false));
    double[] found = eigen.getRealEigenvalues();
    Integer[] order = new Integer[found.length];
    for (int k = 0; k < order.length; k++) {
      order[k] = k;
    }
    java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(k -> found[k]));
    for (int k = 0; k < order.length; k++) {
      values[k] = found[order[k]];
      for (int i = 0; i < order.length; i++) {
        a.set(i, k, eigen.getV().getEntry(i, order[k]));
      }
    }
  }
}

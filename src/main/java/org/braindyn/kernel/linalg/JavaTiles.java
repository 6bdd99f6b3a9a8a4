package org.braindyn.kernel.linalg;

import java.util.Arrays;

/** Plain Java loops on arrays, innermost along rows. */
final class JavaTiles implements Tiles {
  static final JavaTiles INSTANCE = new JavaTiles();

  private JavaTiles() {}

  private static double[] values(Block block) {
    return ((JavaStore) block.store()).values;
  }

  private static int row(Block block, int i) {
    return (int) block.at() + i * block.stride();
  }

  @Override
  public void multiply(Product p, int m, int n, int k, Block a, Block b, Block c) {
    Block right = p.transposeB() ? transposed(b, n, k) : b;
    double[] x = values(a);
    double[] y = values(right);
    double[] z = values(c);
    int step = p.transposeA() ? a.stride() : 1;
    for (int i = 0; i < m; i++) {
      int at = row(c, i);
      if (p.beta() == 0) {
        Arrays.fill(z, at, at + n, 0);
      } else if (p.beta() != 1) {
        scale(z, at, n, p.beta());
      }
      int from = p.transposeA() ? (int) a.at() + i : row(a, i);
      int l = 0;
      for (; l + 4 <= k; l += 4) {
        int q = from + l * step;
        double a0 = p.alpha() * x[q];
        double a1 = p.alpha() * x[q + step];
        double a2 = p.alpha() * x[q + 2 * step];
        double a3 = p.alpha() * x[q + 3 * step];
        int r0 = row(right, l);
        int r1 = r0 + right.stride();
        int r2 = r1 + right.stride();
        int r3 = r2 + right.stride();
        for (int j = 0; j < n; j++) {
          z[at + j] += a0 * y[r0 + j] + a1 * y[r1 + j] + a2 * y[r2 + j] + a3 * y[r3 + j];
        }
      }
      for (; l < k; l++) {
        add(z, at, p.alpha() * x[from + l * step], y, row(right, l), n);
      }
    }
  }

  private static Block transposed(Block b, int rows, int columns) {
    JavaStore result = new JavaStore((long) rows * columns);
    double[] from = values(b);
    for (int i = 0; i < rows; i++) {
      int at = row(b, i);
      for (int j = 0; j < columns; j++) {
        result.values[j * rows + i] = from[at + j];
      }
    }
    return new Block(result, 0, rows);
  }

  private static void add(double[] to, int at, double factor, double[] from, int start, int n) {
    for (int j = 0; j < n; j++) {
      to[at + j] += factor * from[start + j];
    }
  }

  private static void scale(double[] values, int at, int n, double factor) {
    for (int j = 0; j < n; j++) {
      values[at + j] *= factor;
    }
  }

  @Override
  public void gram(int n, int k, Block a, Block c) {
    multiply(new Product(false, true, 1, 0), n, n, k, a, a, c);
  }

  @Override
  public void solve(boolean transposed, int m, int n, Block l, Block b) {
    double[] t = values(l);
    double[] x = values(b);
    for (int i = 0; i < m && !transposed; i++) {
      for (int k = 0; k < i; k++) {
        add(x, row(b, i), -t[row(l, i) + k], x, row(b, k), n);
      }
      scale(x, row(b, i), n, 1 / t[row(l, i) + i]);
    }
    for (int i = m - 1; i >= 0 && transposed; i--) {
      scale(x, row(b, i), n, 1 / t[row(l, i) + i]);
      for (int k = 0; k < i; k++) {
        add(x, row(b, k), -t[row(l, i) + k], x, row(b, i), n);
      }
    }
  }

  @Override
  public void solveRight(int m, int n, Block l, Block b) {
    double[] t = values(l);
    double[] x = values(b);
    for (int i = 0; i < m; i++) {
      int at = row(b, i);
      for (int j = 0; j < n; j++) {
        double sum = x[at + j];
        for (int k = 0; k < j; k++) {
          sum -= x[at + k] * t[row(l, j) + k];
        }
        x[at + j] = sum / t[row(l, j) + j];
      }
    }
  }

  @Override
  public void multiplyTriangle(int m, int n, Block l, Block b) {
    double[] t = values(l);
    double[] x = values(b);
    for (int i = 0; i < m; i++) {
      scale(x, row(b, i), n, t[row(l, i) + i]);
      for (int k = i + 1; k < m; k++) {
        add(x, row(b, i), t[row(l, k) + i], x, row(b, k), n);
      }
    }
  }

  @Override
  public int cholesky(int n, Block a) {
    double[] v = values(a);
    for (int i = 0; i < n; i++) {
      int at = row(a, i);
      for (int j = 0; j <= i; j++) {
        double sum = v[at + j];
        int other = row(a, j);
        for (int k = 0; k < j; k++) {
          sum -= v[at + k] * v[other + k];
        }
        if (i > j) {
          v[at + j] = sum / v[other + j];
        } else if (sum > 0) {
          v[at + i] = Math.sqrt(sum);
        } else {
          return i;
        }
      }
      Arrays.fill(v, at + i + 1, at + n, 0);
    }
    return -1;
  }

  @Override
  public void invertTriangle(int n, Block l) {
    JavaStore inverse = new JavaStore((long) n * n);
    for (int i = 0; i < n; i++) {
      inverse.values[i * n + i] = 1;
    }
    solve(false, n, n, l, new Block(inverse, 0, n));
    for (int i = 0; i < n; i++) {
      System.arraycopy(inverse.values, i * n, values(l), row(l, i), n);
    }
  }

  @Override
  public void squareTriangle(int n, Block l) {
    JavaStore copy = new JavaStore((long) n * n);
    for (int i = 0; i < n; i++) {
      System.arraycopy(values(l), row(l, i), copy.values, i * n, n);
    }
    multiplyTriangle(n, n, new Block(copy, 0, n), l);
  }

  @Override
  public double dot(int n, Block a, Block b) {
    double[] x = values(a);
    double[] y = values(b);
    int from = (int) a.at();
    int other = (int) b.at();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[from + i] * y[other + i];
    }
    return sum;
  }
}

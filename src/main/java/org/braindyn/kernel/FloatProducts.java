package org.braindyn.kernel;

/**
 * Matrix products in plain Java: the fallback where no native library loads, and the oracle that
 * the native one is checked against. The build makes the class in double from this text.
 */
final class FloatProducts implements Products {
  private float[] transposed = new float[0];

  @Override
  public Panel panel(int size) {
    return new JavaPanel(new FloatVec(size));
  }

  @Override
  public void multiply(int m, int n, int k, Block left, Block right, int beta, Block result) {
    float[] a = array(left.panel());
    float[] b = array(right.panel());
    float[] c = array(result.panel());
    int atA = left.at();
    int lda = left.ld();
    if (left.transposed()) {
      a = transpose(a, atA, lda, k, m);
      atA = 0;
      lda = m;
    }
    boolean transposeB = right.transposed();
    int atB = right.at();
    int ldb = right.ld();
    int atC = result.at();
    int ldc = result.ld();
    int stepB = transposeB ? ldb : 1;
    for (int j = 0; j < n; j++) {
      int column = atC + j * ldc;
      int at = transposeB ? atB + j : atB + j * ldb;
      if (beta == 0) {
        java.util.Arrays.fill(c, column, column + m, 0);
      }
      int p = 0;
      for (; p + 4 <= k; p += 4) {
        int q = at + p * stepB;
        add4(
            c,
            column,
            a,
            atA + p * lda,
            lda,
            b[q],
            b[q + stepB],
            b[q + 2 * stepB],
            b[q + 3 * stepB],
            m);
      }
      for (; p < k; p++) {
        add1(c, column, a, atA + p * lda, b[at + p * stepB], m);
      }
    }
  }

  private static void add4(
      float[] c,
      int at,
      float[] a,
      int from,
      int lda,
      float b0,
      float b1,
      float b2,
      float b3,
      int m) {
    int second = from + lda;
    int third = second + lda;
    int fourth = third + lda;
    for (int i = 0; i < m; i++) {
      c[at + i] += a[from + i] * b0 + a[second + i] * b1 + a[third + i] * b2 + a[fourth + i] * b3;
    }
  }

  private static void add1(float[] c, int at, float[] a, int from, float b, int m) {
    for (int i = 0; i < m; i++) {
      c[at + i] += a[from + i] * b;
    }
  }

  /** Rows x columns at {@code from} with leading dimension ld, turned into columns x rows. */
  private float[] transpose(float[] a, int from, int ld, int rows, int columns) {
    if (transposed.length < rows * columns) {
      transposed = new float[rows * columns];
    }
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        transposed[i * columns + j] = a[from + j * ld + i];
      }
    }
    return transposed;
  }

  private static float[] array(Panel panel) {
    return ((FloatVec) ((JavaPanel) panel).values).a;
  }
}

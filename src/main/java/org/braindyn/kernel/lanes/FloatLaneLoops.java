package org.braindyn.kernel.lanes;

/**
 * Loops of the sheaf's lanes in float; the build makes the class in double from this text. At most
 * five arrays a loop: with more the compiler makes no vector instructions.
 */
final class FloatLaneLoops {
  private static final float FLOOR = (float) 1e-6;
  private static final float STEEP = 1e30f;

  /** Further than any channel. */
  static final float FAR = 1e9f;

  private FloatLaneLoops() {}

  static void extremes(float[] low, float[] high, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      low[i] = Math.min(low[i], z[i]);
      high[i] = Math.max(high[i], z[i]);
    }
  }

  /** The first channel that equals the extreme, without branches: others are far away. */
  static void first(float[] at, float[] extreme, float[] z, int m, int n) {
    float index = m;
    for (int i = 0; i < n; i++) {
      float apart = Math.min(1, Math.abs(z[i] - extreme[i]) * STEEP);
      at[i] = Math.min(at[i], index + FAR * apart);
    }
  }

  static void range(float[] width, float[] low, float[] high, int n) {
    for (int i = 0; i < n; i++) {
      width[i] = high[i] - low[i] + FLOOR;
    }
  }

  static void scale(float[] z, float[] low, float[] width, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = (z[i] - low[i]) / width[i];
    }
  }

  static void product(float[] y, float[] a, float[] b, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[i] * b[i];
    }
  }

  static void times(float[] y, float[] a, int n) {
    for (int i = 0; i < n; i++) {
      y[i] *= a[i];
    }
  }

  static void addProduct(float[] y, float[] a, float[] b, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += a[i] * b[i];
    }
  }

  /** Two products at a time: with more arrays the compiler makes no vector instructions. */
  static void addProducts(float[] y, float[] a, float[] b, float[] c, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += a[i] * b[i] + c[i] * d[i];
    }
  }

  static void disagree(float[] q, float[] gated, float[] sums, float[] factor, int n) {
    for (int i = 0; i < n; i++) {
      q[i] = (gated[i] * q[i] - sums[i]) * factor[i];
    }
  }

  /** {@code y = b c - y}. */
  static void minus(float[] y, float[] b, float[] c, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = b[i] * c[i] - y[i];
    }
  }

  static void mix(float[] y, float[] t, float[] a, float[] s, float[] b, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = t[i] * a[i] + s[i] * b[i];
    }
  }

  static void divide(float[] y, float[] a, int n) {
    for (int i = 0; i < n; i++) {
      y[i] /= a[i];
    }
  }

  static void gather(float[] sum, float[] weighted, float[] g, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += g[i];
      weighted[i] += g[i] * z[i];
    }
  }
}

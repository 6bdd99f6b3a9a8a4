package org.braindyn.kernel.attention;

import org.braindyn.data.Seed;
import org.braindyn.kernel.PlainArrays;
import org.braindyn.kernel.Vec;

/**
 * Activations in float; the build makes the class in double from this text. Two arrays are brought
 * to runs of their own first: the compiler makes vector instructions only of equal indices.
 */
final class FloatCurves implements CurveOps {
  private static final int RUN = 1024;
  private final float[] left = new float[RUN];
  private final float[] right = new float[RUN];
  private final float[] density = new float[RUN];
  private final float[] value = new float[RUN];

  @Override
  public void gelu(Vec x, int at, int n) {
    float[] a = PlainArrays.floats(x);
    for (int i = at; i < at + n; i++) {
      a[i] = a[i] * FloatNumbers.normal(a[i]);
    }
  }

  @Override
  public void geluGradient(Vec x, int at, Vec grad, int to, int n) {
    float[] a = PlainArrays.floats(x);
    float[] g = PlainArrays.floats(grad);
    for (int start = 0; start < n; start += RUN) {
      int m = Math.min(RUN, n - start);
      System.arraycopy(a, at + start, left, 0, m);
      System.arraycopy(g, to + start, right, 0, m);
      System.arraycopy(a, at + start, density, 0, m);
      System.arraycopy(a, at + start, value, 0, m);
      normal(left, m);
      density(density, m);
      multiply(value, left, m);
      multiply(density, right, m);
      multiply(right, left, m);
      add(right, density, m);
      System.arraycopy(right, 0, g, to + start, m);
      System.arraycopy(value, 0, a, at + start, m);
    }
  }

  // Loops of one function each: longer ones are not made vector instructions.
  private static void normal(float[] x, int m) {
    for (int i = 0; i < m; i++) {
      x[i] = FloatNumbers.normal(x[i]);
    }
  }

  private static void density(float[] x, int m) {
    for (int i = 0; i < m; i++) {
      x[i] = x[i] * FloatNumbers.density(x[i]);
    }
  }

  private static void add(float[] x, float[] y, int m) {
    for (int i = 0; i < m; i++) {
      x[i] += y[i];
    }
  }

  private static void multiply(float[] x, float[] y, int m) {
    for (int i = 0; i < m; i++) {
      x[i] *= y[i];
    }
  }

  @Override
  public void rectify(Vec x, int at, int n, double slope) {
    float[] a = PlainArrays.floats(x);
    float below = (float) slope;
    for (int i = at; i < at + n; i++) {
      a[i] = a[i] > 0 ? a[i] : below * a[i];
    }
  }

  @Override
  public void rectifyGradient(Vec y, int at, Vec grad, int to, int n, double slope) {
    float[] a = PlainArrays.floats(y);
    float[] g = PlainArrays.floats(grad);
    float below = (float) slope;
    for (int i = 0; i < n; i++) {
      g[to + i] *= a[at + i] > 0 ? 1 : below;
    }
  }

  @Override
  public void drop(Vec x, int at, int n, double rate, Seed.Stream stream) {
    float[] a = PlainArrays.floats(x);
    float raised = (float) (1 / (1 - rate));
    for (int i = at; i < at + n; i++) {
      a[i] *= stream.uniform() < rate ? 0 : raised;
    }
  }

  @Override
  public void tanh(Vec x, int at, int n) {
    float[] a = PlainArrays.floats(x);
    for (int i = at; i < at + n; i++) {
      a[i] = FloatNumbers.tanh(a[i]);
    }
  }

  @Override
  public void tanhGradient(Vec y, int at, Vec grad, int to, int n) {
    float[] a = PlainArrays.floats(y);
    float[] g = PlainArrays.floats(grad);
    for (int i = 0; i < n; i++) {
      g[to + i] *= 1 - a[at + i] * a[at + i];
    }
  }
}

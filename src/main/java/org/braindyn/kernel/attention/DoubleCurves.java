package org.braindyn.kernel.attention;

import org.braindyn.kernel.PlainArrays;
import org.braindyn.kernel.Vec;

/**
 * Activations in double; {@link FloatCurves} is the same text in float. Two arrays are brought to
 * runs of their own first: the compiler makes vector instructions only of equal indices.
 */
final class DoubleCurves implements CurveOps {
  private static final int RUN = 1024;
  private final double[] left = new double[RUN];
  private final double[] right = new double[RUN];

  @Override
  public void gelu(Vec x, int at, int n) {
    double[] a = PlainArrays.doubles(x);
    for (int i = at; i < at + n; i++) {
      a[i] = a[i] * DoubleNumbers.normal(a[i]);
    }
  }

  @Override
  public void geluGradient(Vec x, int at, Vec grad, int to, int n) {
    double[] a = PlainArrays.doubles(x);
    double[] g = PlainArrays.doubles(grad);
    for (int start = 0; start < n; start += RUN) {
      int m = Math.min(RUN, n - start);
      System.arraycopy(a, at + start, left, 0, m);
      System.arraycopy(g, to + start, right, 0, m);
      slopes(left, m);
      multiply(right, left, m);
      System.arraycopy(right, 0, g, to + start, m);
    }
  }

  private static void slopes(double[] x, int m) {
    for (int i = 0; i < m; i++) {
      double y = x[i];
      x[i] = DoubleNumbers.normal(y) + y * DoubleNumbers.density(y);
    }
  }

  private static void multiply(double[] x, double[] y, int m) {
    for (int i = 0; i < m; i++) {
      x[i] *= y[i];
    }
  }

  @Override
  public void rectify(Vec x, int at, int n, double slope) {
    double[] a = PlainArrays.doubles(x);
    double below = (double) slope;
    for (int i = at; i < at + n; i++) {
      a[i] = a[i] > 0 ? a[i] : below * a[i];
    }
  }

  @Override
  public void rectifyGradient(Vec y, int at, Vec grad, int to, int n, double slope) {
    double[] a = PlainArrays.doubles(y);
    double[] g = PlainArrays.doubles(grad);
    double below = (double) slope;
    for (int i = 0; i < n; i++) {
      g[to + i] *= a[at + i] > 0 ? 1 : below;
    }
  }

  @Override
  public void tanh(Vec x, int at, int n) {
    double[] a = PlainArrays.doubles(x);
    for (int i = at; i < at + n; i++) {
      a[i] = DoubleNumbers.tanh(a[i]);
    }
  }

  @Override
  public void tanhGradient(Vec y, int at, Vec grad, int to, int n) {
    double[] a = PlainArrays.doubles(y);
    double[] g = PlainArrays.doubles(grad);
    for (int i = 0; i < n; i++) {
      g[to + i] *= 1 - a[at + i] * a[at + i];
    }
  }
}

package org.braindyn.kernel;

import java.util.Arrays;

/** Numbers in double. {@link DoubleVec} is the same text in double; a test compares them. */
final class DoubleVec extends Vec {
  final double[] a;

  DoubleVec(int length) {
    a = new double[length];
  }

  @Override
  public int length() {
    return a.length;
  }

  @Override
  public double get(int index) {
    return a[index];
  }

  @Override
  public void set(int index, double value) {
    a[index] = (double) value;
  }

  @Override
  public void fill(int from, int to, double value) {
    Arrays.fill(a, from, to, (double) value);
  }

  @Override
  public void copy(int at, Vec source, int from, int n) {
    System.arraycopy(((DoubleVec) source).a, from, a, at, n);
  }

  @Override
  public void read(int at, double[] source, int from, int n) {
    for (int i = 0; i < n; i++) {
      a[at + i] = (double) source[from + i];
    }
  }

  @Override
  public void addTo(int from, double[] sum, int at, int n) {
    for (int i = 0; i < n; i++) {
      sum[at + i] += a[from + i];
    }
  }

  @Override
  public void addScaled(int at, double factor, Vec x, int from, int n) {
    double[] y = a;
    double[] other = ((DoubleVec) x).a;
    double f = (double) factor;
    if (at == from) {
      // Equal positions are what the compiler makes vector instructions of.
      for (int i = at; i < at + n; i++) {
        y[i] += f * other[i];
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      y[at + i] += f * other[from + i];
    }
  }

  @Override
  public void scale(int at, int n, double factor) {
    double f = (double) factor;
    for (int i = 0; i < n; i++) {
      a[at + i] *= f;
    }
  }

  @Override
  public double squares(int at, Vec scale, int from, int n) {
    double[] s = ((DoubleVec) scale).a;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double ratio = (double) a[at + i] / s[from + i];
      sum += ratio * ratio;
    }
    return sum;
  }
}

package org.braindyn.kernel;

import java.util.Arrays;

/** Numbers in float; the build makes the class in double from this text. */
final class FloatVec extends Vec {
  final float[] a;

  FloatVec(int length) {
    this(new float[length]);
  }

  /** On an array of the caller's. */
  FloatVec(float[] values) {
    a = values;
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
    a[index] = (float) value;
  }

  @Override
  public void fill(int from, int to, double value) {
    Arrays.fill(a, from, to, (float) value);
  }

  @Override
  public void copy(int at, Vec source, int from, int n) {
    System.arraycopy(((FloatVec) source).a, from, a, at, n);
  }

  @Override
  public void read(int at, double[] source, int from, int n) {
    for (int i = 0; i < n; i++) {
      a[at + i] = (float) source[from + i];
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
    float[] y = a;
    float[] other = ((FloatVec) x).a;
    float f = (float) factor;
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
    float f = (float) factor;
    for (int i = 0; i < n; i++) {
      a[at + i] *= f;
    }
  }

  @Override
  public double squares(int at, Vec scale, int from, int n) {
    float[] s = ((FloatVec) scale).a;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double ratio = (double) a[at + i] / s[from + i];
      sum += ratio * ratio;
    }
    return sum;
  }
}

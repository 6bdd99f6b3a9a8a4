package org.braindyn.kernel;

/** Perceptron layers in float; the build makes the class in double from this text. */
final class FloatField implements FieldOps {
  @Override
  public void tanh(Vec y, int at, int n) {
    float[] a = ((FloatVec) y).a;
    for (int i = at; i < at + n; i++) {
      a[i] = FloatMath.tanh(a[i]);
    }
  }

  @Override
  public void tanhBack(Vec gradY, Vec y, int n) {
    float[] g = ((FloatVec) gradY).a;
    float[] a = ((FloatVec) y).a;
    for (int i = 0; i < n; i++) {
      g[i] *= 1 - a[i] * a[i];
    }
  }
}

package org.braindyn.kernel;

/** Perceptron layers in double; {@link FloatField} is the same text in float. */
final class DoubleField implements FieldOps {
  @Override
  public void tanh(Vec y, int at, int n) {
    double[] a = ((DoubleVec) y).a;
    for (int i = at; i < at + n; i++) {
      a[i] = DoubleMath.tanh(a[i]);
    }
  }

  @Override
  public void tanhBack(Vec gradY, Vec y, int n) {
    double[] g = ((DoubleVec) gradY).a;
    double[] a = ((DoubleVec) y).a;
    for (int i = 0; i < n; i++) {
      g[i] *= 1 - a[i] * a[i];
    }
  }
}

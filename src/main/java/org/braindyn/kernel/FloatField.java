package org.braindyn.kernel;

import java.util.Arrays;

/** Perceptron layers in float; the build makes the class in double from this text. */
final class FloatField implements FieldOps {
  /**
   * Values at a time, in arrays of their own that are indexed alike and stay in the first cache.
   */
  private static final int RUN = 1024;

  private final FloatVec run = new FloatVec(RUN);
  private final FloatVec other = new FloatVec(RUN);
  private final float[] more = new float[RUN];
  private final float[] check = new float[RUN];

  @Override
  public void tanh(Vec y, int at, int n) {
    float[] a = ((FloatVec) y).a;
    for (int i = at; i < at + n; i++) {
      a[i] = FloatMath.tanh(a[i]);
    }
  }

  @Override
  public void tanhBack(Vec gradY, Vec y, int n) {
    times(((FloatVec) gradY).a, ((FloatVec) y).a, n);
  }

  private static void times(float[] g, float[] a, int n) {
    for (int i = 0; i < n; i++) {
      g[i] *= 1 - a[i] * a[i];
    }
  }

  private static void plus(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      x[i] += y[i];
    }
  }

  @Override
  public void activate(Panel z, Vec add, int n, Panel y, int at) {
    int checked = (Math.min(n, RUN) + 3) / 4 * 4;
    Arrays.fill(check, 0, checked, 0);
    activate(z, add, n, y, at, true);
    if (!FloatMath.right(check, checked)) {
      activate(z, add, n, y, at, false);
    }
  }

  private void activate(Panel z, Vec add, int n, Panel y, int at, boolean quick) {
    for (int i = 0; i < n; i += RUN) {
      int m = Math.min(RUN, n - i);
      z.get(i, run, 0, m);
      System.arraycopy(((FloatVec) add).a, i, more, 0, m);
      if (quick) {
        FloatMath.tanh(run.a, more, check, m);
      } else {
        plus(run.a, more, m);
        tanh(run, 0, m);
      }
      y.put(at + i, run, 0, m);
    }
  }

  @Override
  public void activateBack(Panel grad, int n, Panel y, int at, Vec sum) {
    for (int i = 0; i < n; i += RUN) {
      int m = Math.min(RUN, n - i);
      grad.get(i, run, 0, m);
      y.get(at + i, other, 0, m);
      times(run.a, other.a, m);
      grad.put(i, run, 0, m);
      if (sum != null) {
        float[] s = ((FloatVec) sum).a;
        System.arraycopy(s, i, more, 0, m);
        plus(more, run.a, m);
        System.arraycopy(more, 0, s, i, m);
      }
    }
  }
}

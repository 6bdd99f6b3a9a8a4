package org.braindyn.kernel;

import java.util.Arrays;
import org.braindyn.kernel.math.FloatMath;

/** Perceptron layers in float; the build makes the class in double from this text. */
final class FloatField implements FieldOps {
  /**
   * Values at a time, in arrays of their own that are indexed alike and stay in the first cache.
   */
  private static final int RUN = 1024;

  private FloatVec run = new FloatVec(RUN);
  private FloatVec other = new FloatVec(RUN);
  private float[] more = new float[RUN];
  private float[] check = new float[RUN];

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

  @Override
  public int run(int width) {
    int length = Math.max(1, RUN / width) * width;
    if (length > more.length) {
      run = new FloatVec(length);
      other = new FloatVec(length);
      more = new float[length];
      check = new float[(length + 3) / 4 * 4];
    }
    return length;
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
  public void activate(Panel z, int n, Panel y, int at) {
    int checked = clear(n);
    activate(z, n, y, at, true);
    if (!FloatMath.right(check, checked)) {
      activate(z, n, y, at, false);
    }
  }

  /** Forgets the marks of n values or a run, whichever is less; their number, in fours. */
  private int clear(int n) {
    int checked = (Math.min(n, more.length) + 3) / 4 * 4;
    Arrays.fill(check, 0, checked, 0);
    return checked;
  }

  private void activate(Panel z, int n, Panel y, int at, boolean quick) {
    for (int i = 0; i < n; i += RUN) {
      int m = Math.min(RUN, n - i);
      z.get(i, run, 0, m);
      if (quick) {
        FloatMath.tanh(run.a, check, m);
      } else {
        tanh(run, 0, m);
      }
      y.put(at + i, run, 0, m);
    }
  }

  @Override
  public void activateLine(Vec x, int from, Line line, Vec add, int n, Panel y, int at) {
    int length = run(line.width());
    int checked = clear(n);
    float[] a = ((FloatVec) add).a;
    float[] slope = ((FloatVec) line.slope()).a;
    for (int i = 0; i < n; i += length) {
      int m = Math.min(length, n - i);
      repeat(x, from + i / line.width(), line.width(), m);
      System.arraycopy(a, i, more, 0, m);
      FloatMath.tanh(run.a, slope, more, check, m);
      y.put(at + i, run, 0, m);
    }
    if (FloatMath.right(check, checked)) {
      return;
    }
    for (int i = 0; i < n; i += length) {
      int m = Math.min(length, n - i);
      repeat(x, from + i / line.width(), line.width(), m);
      for (int k = 0; k < m; k++) {
        run.a[k] = FloatMath.tanh(run.a[k] * slope[k] + a[i + k]);
      }
      y.put(at + i, run, 0, m);
    }
  }

  /** Puts one value per row into the run, for every unit of the row. */
  private void repeat(Vec x, int from, int width, int m) {
    float[] values = ((FloatVec) x).a;
    int row = from;
    for (int k = 0; k < m; k += width) {
      Arrays.fill(run.a, k, k + width, values[row++]);
    }
  }

  @Override
  public void activateBack(Panel grad, int n, Panel y, int at, Vec sum) {
    float[] s = ((FloatVec) sum).a;
    for (int i = 0; i < n; i += RUN) {
      int m = Math.min(RUN, n - i);
      grad.get(i, run, 0, m);
      y.get(at + i, other, 0, m);
      System.arraycopy(s, i, more, 0, m);
      timesAndSum(run.a, other.a, more, m);
      grad.put(i, run, 0, m);
      System.arraycopy(more, 0, s, i, m);
    }
  }

  @Override
  public void activateBackByRuns(Panel grad, int n, Panel y, int at, Vec sums) {
    int length = sums.length();
    for (int i = 0; i < n; i += length) {
      int m = Math.min(length, n - i);
      grad.get(i, run, 0, m);
      y.get(at + i, other, 0, m);
      timesAndSum(run.a, other.a, ((FloatVec) sums).a, m);
      grad.put(i, run, 0, m);
    }
  }

  @Override
  public void activateBackLine(
      Vec gradOut, Line line, Panel grad, int n, Panel y, int at, Vec sums) {
    int length = run(line.width());
    for (int i = 0; i < n; i += length) {
      int m = Math.min(length, n - i);
      repeat(gradOut, i / line.width(), line.width(), m);
      y.get(at + i, other, 0, m);
      scale(run.a, ((FloatVec) line.slope()).a, m);
      timesAndSum(run.a, other.a, ((FloatVec) sums).a, m);
      grad.put(i, run, 0, m);
    }
  }

  private static void scale(float[] x, float[] by, int n) {
    for (int i = 0; i < n; i++) {
      x[i] *= by[i];
    }
  }

  private static void timesAndSum(float[] g, float[] a, float[] sum, int n) {
    for (int i = 0; i < n; i++) {
      float value = g[i] * (1 - a[i] * a[i]);
      g[i] = value;
      sum[i] += value;
    }
  }
}

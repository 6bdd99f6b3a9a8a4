package org.braindyn.kernel.attention;

import java.util.Arrays;
import org.braindyn.data.Precision;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.PlainArrays;
import org.braindyn.kernel.Vec;

/**
 * Softmax in float; the build makes the class in double from this text. Several columns are taken
 * at once, and what belongs to a query is repeated as often: then all indices of a loop are equal.
 */
final class FloatScores implements ScoreOps {
  private static final int RUN = 2048;
  private final Kernel kernel = Kernel.plain(Precision.FLOAT);
  private Vec run = kernel.vec(RUN);
  private Vec second = kernel.vec(RUN);
  private float[] shift = new float[RUN];
  private float[] sum = new float[RUN];

  /** Columns at once; at least one, whatever the number of queries. */
  private int columns(int queries) {
    int n = Math.max(1, RUN / queries);
    if (shift.length < n * queries) {
      run = kernel.vec(n * queries);
      second = kernel.vec(n * queries);
      shift = new float[n * queries];
      sum = new float[n * queries];
    }
    return n;
  }

  @Override
  public void exponentials(
      Panel scores, int queries, int keys, boolean first, State state, int at) {
    int wide = Math.min(keys, columns(queries));
    float[] s = PlainArrays.floats(run);
    Arrays.fill(shift, 0, wide * queries, Float.NEGATIVE_INFINITY);
    for (int j = 0; j < keys; j += wide) {
      int n = Math.min(wide, keys - j) * queries;
      scores.get(j * queries, run, 0, n);
      larger(shift, s, n);
    }
    foldLargest(queries, wide);
    join(queries, first, state, at);
    repeat(shift, queries, wide);
    Arrays.fill(sum, 0, wide * queries, 0);
    for (int j = 0; j < keys; j += wide) {
      int n = Math.min(wide, keys - j) * queries;
      scores.get(j * queries, run, 0, n);
      exp(s, shift, n);
      add(sum, s, n);
      scores.put(j * queries, run, 0, n);
    }
    float[] sums = PlainArrays.floats(state.sum());
    for (int i = 0; i < queries; i++) {
      float total = 0;
      for (int c = 0; c < wide; c++) {
        total += sum[c * queries + i];
      }
      sums[at + i] += total;
    }
  }

  /** Brings what is known of the queries to the new largest score, which is kept in the shift. */
  private void join(int queries, boolean first, State state, int at) {
    float[] largest = PlainArrays.floats(state.largest());
    float[] sums = PlainArrays.floats(state.sum());
    float[] factor = PlainArrays.floats(state.factor());
    for (int i = 0; i < queries; i++) {
      if (first) {
        sums[at + i] = 0;
      } else {
        float old = largest[at + i];
        shift[i] = Math.max(shift[i], old);
        factor[i] = FloatNumbers.exp(old - shift[i]);
        sums[at + i] *= factor[i];
      }
      largest[at + i] = shift[i];
    }
  }

  @Override
  public void invert(Vec x, int at, int n) {
    float[] a = PlainArrays.floats(x);
    for (int i = at; i < at + n; i++) {
      a[i] = 1 / a[i];
    }
  }

  private void foldLargest(int queries, int wide) {
    for (int c = 1; c < wide; c++) {
      for (int i = 0; i < queries; i++) {
        shift[i] = Math.max(shift[i], shift[c * queries + i]);
      }
    }
  }

  private static void repeat(float[] x, int n, int times) {
    for (int c = 1; c < times; c++) {
      System.arraycopy(x, 0, x, c * n, n);
    }
  }

  private static void larger(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.max(x[i], y[i]);
    }
  }

  private static void exp(float[] x, float[] shift, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = FloatNumbers.exp(x[i] - shift[i]);
    }
  }

  private static void add(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      x[i] += y[i];
    }
  }

  private static void multiply(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      x[i] *= y[i];
    }
  }

  @Override
  public void again(Panel scores, int queries, int keys, Vec largest, Vec inverse, int at) {
    int wide = Math.min(keys, columns(queries));
    float[] s = PlainArrays.floats(run);
    System.arraycopy(PlainArrays.floats(largest), at, shift, 0, queries);
    System.arraycopy(PlainArrays.floats(inverse), at, sum, 0, queries);
    repeat(shift, queries, wide);
    repeat(sum, queries, wide);
    for (int j = 0; j < keys; j += wide) {
      int n = Math.min(wide, keys - j) * queries;
      scores.get(j * queries, run, 0, n);
      exp(s, shift, n);
      multiply(s, sum, n);
      scores.put(j * queries, run, 0, n);
    }
  }

  @Override
  public void gradient(Panel p, Panel grad, int queries, int keys, Vec dots) {
    int wide = Math.min(keys, columns(queries));
    System.arraycopy(PlainArrays.floats(dots), 0, shift, 0, queries);
    repeat(shift, queries, wide);
    for (int j = 0; j < keys; j += wide) {
      int n = Math.min(wide, keys - j) * queries;
      p.get(j * queries, run, 0, n);
      grad.get(j * queries, second, 0, n);
      back(PlainArrays.floats(second), PlainArrays.floats(run), shift, n);
      grad.put(j * queries, second, 0, n);
    }
  }

  private static void back(float[] grad, float[] p, float[] dot, int n) {
    for (int i = 0; i < n; i++) {
      grad[i] = p[i] * (grad[i] - dot[i]);
    }
  }

  @Override
  public void scaleRows(Vec x, int rows, int columns, Vec factor, int at) {
    float[] a = PlainArrays.floats(x);
    float[] f = PlainArrays.floats(factor);
    for (int c = 0; c < columns; c++) {
      for (int i = 0; i < rows; i++) {
        a[c * rows + i] *= f[at + i];
      }
    }
  }
}

package org.braindyn.kernel.attention;

import java.util.Arrays;
import org.braindyn.kernel.PlainArrays;
import org.braindyn.kernel.Vec;

/**
 * Sums along rows and columns in float; the build makes the class in double from this text. Columns
 * are brought to arrays of their own, where all indices are equal and loops become vector
 * instructions.
 */
final class FloatNorms implements NormOps {
  private float[] column = new float[0];
  private float[] other = new float[0];
  private float[] mean = new float[0];
  private float[] inverse = new float[0];
  private float[] first = new float[0];
  private float[] second = new float[0];

  private void rows(int rows) {
    if (column.length < rows) {
      column = new float[rows];
      other = new float[rows];
      mean = new float[rows];
      inverse = new float[rows];
      first = new float[rows];
      second = new float[rows];
    }
  }

  @Override
  public void addBias(Vec x, int at, int rows, int columns, Vec bias, int from) {
    float[] a = PlainArrays.floats(x);
    float[] b = PlainArrays.floats(bias);
    for (int c = 0; c < columns; c++) {
      float add = b[from + c];
      int end = at + (c + 1) * rows;
      for (int i = at + c * rows; i < end; i++) {
        a[i] += add;
      }
    }
  }

  @Override
  public void columnSums(Vec x, int at, int rows, int columns, Vec sums, int to) {
    float[] a = PlainArrays.floats(x);
    float[] s = PlainArrays.floats(sums);
    for (int c = 0; c < columns; c++) {
      s[to + c] += sum(a, at + c * rows, rows);
    }
  }

  /** Eight sums side by side hide the time that an addition takes. */
  private static float sum(float[] a, int at, int n) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int i = at;
    for (; i + 7 < at + n; i += 8) {
      s0 += a[i];
      s1 += a[i + 1];
      s2 += a[i + 2];
      s3 += a[i + 3];
      s4 += a[i + 4];
      s5 += a[i + 5];
      s6 += a[i + 6];
      s7 += a[i + 7];
    }
    for (; i < at + n; i++) {
      s0 += a[i];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  @Override
  public void rowDots(Vec a, Vec b, int rows, int columns, Vec dots, int to) {
    rows(rows);
    Arrays.fill(first, 0, rows, 0);
    for (int c = 0; c < columns; c++) {
      System.arraycopy(PlainArrays.floats(a), c * rows, column, 0, rows);
      System.arraycopy(PlainArrays.floats(b), c * rows, other, 0, rows);
      addProduct(first, column, other, rows);
    }
    System.arraycopy(first, 0, PlainArrays.floats(dots), to, rows);
  }

  private static void addProduct(float[] sum, float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += x[i] * y[i];
    }
  }

  @Override
  public void normalise(Tile x, Gain gain, Vec y, Vec stats, int s) {
    int rows = x.rows();
    int columns = x.columns();
    int at = x.at();
    rows(rows);
    float[] a = PlainArrays.floats(x.values());
    Arrays.fill(mean, 0, rows, 0);
    Arrays.fill(inverse, 0, rows, 0);
    for (int c = 0; c < columns; c++) {
      System.arraycopy(a, at + c * rows, column, 0, rows);
      add(mean, column, rows);
    }
    scale(mean, (float) 1 / columns, rows);
    for (int c = 0; c < columns; c++) {
      System.arraycopy(a, at + c * rows, column, 0, rows);
      addSquare(inverse, column, mean, rows);
    }
    float[] kept = PlainArrays.floats(stats);
    for (int i = 0; i < rows; i++) {
      inverse[i] = (float) (1 / Math.sqrt(inverse[i] / columns + gain.epsilon()));
      kept[s + 2 * i] = mean[i];
      kept[s + 2 * i + 1] = inverse[i];
    }
    float[] values = PlainArrays.floats(gain.values());
    for (int c = 0; c < columns; c++) {
      System.arraycopy(a, at + c * rows, column, 0, rows);
      apply(values[gain.g() + c], values[gain.b() + c], rows);
      System.arraycopy(column, 0, PlainArrays.floats(y), at + c * rows, rows);
    }
  }

  private static void add(float[] sum, float[] x, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += x[i];
    }
  }

  private static void scale(float[] x, float factor, int n) {
    for (int i = 0; i < n; i++) {
      x[i] *= factor;
    }
  }

  private static void addSquare(float[] sum, float[] x, float[] mean, int n) {
    for (int i = 0; i < n; i++) {
      float d = x[i] - mean[i];
      sum[i] += d * d;
    }
  }

  private void apply(float g, float b, int n) {
    float[] x = column;
    float[] m = mean;
    float[] v = inverse;
    for (int i = 0; i < n; i++) {
      x[i] = (x[i] - m[i]) * v[i] * g + b;
    }
  }

  @Override
  public void normaliseGradient(Tile x, Gain gain, Vec stats, int s, Vec grad, Vec gains) {
    int rows = x.rows();
    int columns = x.columns();
    int at = x.at();
    rows(rows);
    float[] kept = PlainArrays.floats(stats);
    for (int i = 0; i < rows; i++) {
      mean[i] = kept[s + 2 * i];
      inverse[i] = kept[s + 2 * i + 1];
    }
    Arrays.fill(first, 0, rows, 0);
    Arrays.fill(second, 0, rows, 0);
    float[] values = PlainArrays.floats(gain.values());
    float[] target = PlainArrays.floats(gains);
    float[] a = PlainArrays.floats(x.values());
    float[] d = PlainArrays.floats(grad);
    for (int c = 0; c < columns; c++) {
      System.arraycopy(a, at + c * rows, column, 0, rows);
      System.arraycopy(d, at + c * rows, other, 0, rows);
      standardise(rows);
      gather(values[gain.g() + c], rows);
      target[gain.g() + c] += sum(column, 0, rows);
      target[gain.b() + c] += sum(other, 0, rows);
    }
    scale(first, (float) 1 / columns, rows);
    scale(second, (float) 1 / columns, rows);
    for (int c = 0; c < columns; c++) {
      System.arraycopy(a, at + c * rows, column, 0, rows);
      System.arraycopy(d, at + c * rows, other, 0, rows);
      standardise(rows);
      back(values[gain.g() + c], rows);
      System.arraycopy(other, 0, d, at + c * rows, rows);
    }
  }

  private void standardise(int n) {
    float[] x = column;
    float[] m = mean;
    float[] v = inverse;
    for (int i = 0; i < n; i++) {
      x[i] = (x[i] - m[i]) * v[i];
    }
  }

  /** Sums of the gradient and of its product with the standardised value, which becomes it. */
  private void gather(float g, int n) {
    float[] x = column;
    float[] d = other;
    float[] one = first;
    float[] two = second;
    for (int i = 0; i < n; i++) {
      x[i] *= d[i];
    }
    for (int i = 0; i < n; i++) {
      one[i] += g * d[i];
      two[i] += g * x[i];
    }
  }

  private void back(float g, int n) {
    float[] x = column;
    float[] d = other;
    float[] one = first;
    float[] two = second;
    float[] v = inverse;
    for (int i = 0; i < n; i++) {
      d[i] = v[i] * (g * d[i] - one[i] - x[i] * two[i]);
    }
  }
}

package org.braindyn.kernel.attention;

import java.util.Arrays;
import org.braindyn.kernel.PlainArrays;
import org.braindyn.kernel.Vec;

/**
 * Sums along rows and columns in double; {@link FloatNorms} is the same text in float. Columns are
 * brought to arrays of their own, where all indices are equal and loops become vector instructions.
 */
final class DoubleNorms implements NormOps {
  private double[] column = new double[0];
  private double[] other = new double[0];
  private double[] mean = new double[0];
  private double[] inverse = new double[0];
  private double[] first = new double[0];
  private double[] second = new double[0];

  private void rows(int rows) {
    if (column.length < rows) {
      column = new double[rows];
      other = new double[rows];
      mean = new double[rows];
      inverse = new double[rows];
      first = new double[rows];
      second = new double[rows];
    }
  }

  @Override
  public void addBias(Vec x, int at, int rows, int columns, Vec bias, int from) {
    double[] a = PlainArrays.doubles(x);
    double[] b = PlainArrays.doubles(bias);
    for (int c = 0; c < columns; c++) {
      double add = b[from + c];
      int end = at + (c + 1) * rows;
      for (int i = at + c * rows; i < end; i++) {
        a[i] += add;
      }
    }
  }

  @Override
  public void columnSums(Vec x, int at, int rows, int columns, Vec sums, int to) {
    double[] a = PlainArrays.doubles(x);
    double[] s = PlainArrays.doubles(sums);
    for (int c = 0; c < columns; c++) {
      s[to + c] += sum(a, at + c * rows, rows);
    }
  }

  /** Four sums side by side hide the time that an addition takes. */
  private static double sum(double[] a, int at, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = at;
    for (; i + 3 < at + n; i += 4) {
      s0 += a[i];
      s1 += a[i + 1];
      s2 += a[i + 2];
      s3 += a[i + 3];
    }
    for (; i < at + n; i++) {
      s0 += a[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public void rowDots(Vec a, Vec b, int rows, int columns, Vec dots, int to) {
    rows(rows);
    Arrays.fill(first, 0, rows, 0);
    for (int c = 0; c < columns; c++) {
      System.arraycopy(PlainArrays.doubles(a), c * rows, column, 0, rows);
      System.arraycopy(PlainArrays.doubles(b), c * rows, other, 0, rows);
      addProduct(first, column, other, rows);
    }
    System.arraycopy(first, 0, PlainArrays.doubles(dots), to, rows);
  }

  private static void addProduct(double[] sum, double[] x, double[] y, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += x[i] * y[i];
    }
  }

  @Override
  public void normalise(int rows, int columns, Vec x, int at, Gain gain, Vec y, Vec stats, int s) {
    rows(rows);
    double[] a = PlainArrays.doubles(x);
    Arrays.fill(mean, 0, rows, 0);
    Arrays.fill(inverse, 0, rows, 0);
    for (int c = 0; c < columns; c++) {
      System.arraycopy(a, at + c * rows, column, 0, rows);
      add(mean, column, rows);
    }
    scale(mean, (double) 1 / columns, rows);
    for (int c = 0; c < columns; c++) {
      System.arraycopy(a, at + c * rows, column, 0, rows);
      addSquare(inverse, column, mean, rows);
    }
    double[] kept = PlainArrays.doubles(stats);
    for (int i = 0; i < rows; i++) {
      inverse[i] = (double) (1 / Math.sqrt(inverse[i] / columns + gain.epsilon()));
      kept[s + 2 * i] = mean[i];
      kept[s + 2 * i + 1] = inverse[i];
    }
    double[] values = PlainArrays.doubles(gain.values());
    for (int c = 0; c < columns; c++) {
      System.arraycopy(a, at + c * rows, column, 0, rows);
      apply(values[gain.g() + c], values[gain.b() + c], rows);
      System.arraycopy(column, 0, PlainArrays.doubles(y), at + c * rows, rows);
    }
  }

  private static void add(double[] sum, double[] x, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += x[i];
    }
  }

  private static void scale(double[] x, double factor, int n) {
    for (int i = 0; i < n; i++) {
      x[i] *= factor;
    }
  }

  private static void addSquare(double[] sum, double[] x, double[] mean, int n) {
    for (int i = 0; i < n; i++) {
      double d = x[i] - mean[i];
      sum[i] += d * d;
    }
  }

  private void apply(double g, double b, int n) {
    double[] x = column;
    double[] m = mean;
    double[] v = inverse;
    for (int i = 0; i < n; i++) {
      x[i] = (x[i] - m[i]) * v[i] * g + b;
    }
  }

  @Override
  public void normaliseGradient(
      int rows, int columns, Vec x, int at, Gain gain, Vec stats, int s, Vec grad, Vec gains) {
    rows(rows);
    double[] kept = PlainArrays.doubles(stats);
    for (int i = 0; i < rows; i++) {
      mean[i] = kept[s + 2 * i];
      inverse[i] = kept[s + 2 * i + 1];
    }
    Arrays.fill(first, 0, rows, 0);
    Arrays.fill(second, 0, rows, 0);
    double[] values = PlainArrays.doubles(gain.values());
    double[] target = PlainArrays.doubles(gains);
    double[] a = PlainArrays.doubles(x);
    double[] d = PlainArrays.doubles(grad);
    for (int c = 0; c < columns; c++) {
      System.arraycopy(a, at + c * rows, column, 0, rows);
      System.arraycopy(d, at + c * rows, other, 0, rows);
      standardise(rows);
      gather(values[gain.g() + c], rows);
      target[gain.g() + c] += sum(column, 0, rows);
      target[gain.b() + c] += sum(other, 0, rows);
    }
    scale(first, (double) 1 / columns, rows);
    scale(second, (double) 1 / columns, rows);
    for (int c = 0; c < columns; c++) {
      System.arraycopy(a, at + c * rows, column, 0, rows);
      System.arraycopy(d, at + c * rows, other, 0, rows);
      standardise(rows);
      back(values[gain.g() + c], rows);
      System.arraycopy(other, 0, d, at + c * rows, rows);
    }
  }

  private void standardise(int n) {
    double[] x = column;
    double[] m = mean;
    double[] v = inverse;
    for (int i = 0; i < n; i++) {
      x[i] = (x[i] - m[i]) * v[i];
    }
  }

  /** Sums of the gradient and of its product with the standardised value, which becomes it. */
  private void gather(double g, int n) {
    double[] x = column;
    double[] d = other;
    double[] one = first;
    double[] two = second;
    for (int i = 0; i < n; i++) {
      x[i] *= d[i];
    }
    for (int i = 0; i < n; i++) {
      one[i] += g * d[i];
      two[i] += g * x[i];
    }
  }

  private void back(double g, int n) {
    double[] x = column;
    double[] d = other;
    double[] one = first;
    double[] two = second;
    double[] v = inverse;
    for (int i = 0; i < n; i++) {
      d[i] = v[i] * (g * d[i] - one[i] - x[i] * two[i]);
    }
  }
}

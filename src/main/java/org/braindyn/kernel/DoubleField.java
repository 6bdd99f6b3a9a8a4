package org.braindyn.kernel;

/** Perceptron layers in double; {@link DoubleField} is the same text in double. */
final class DoubleField implements FieldOps {
  @Override
  public void first(
      Vec constant,
      Vec weight,
      Vec x,
      int xAt,
      int xStride,
      Vec y,
      int rows,
      int width,
      int signals) {
    double[] c = ((DoubleVec) constant).a;
    double[] w = ((DoubleVec) weight).a;
    double[] in = ((DoubleVec) x).a;
    double[] out = ((DoubleVec) y).a;
    // Two passes: the compiler makes vector instructions of tanh only where the loop is in place.
    for (int j = 0; j < width; j++) {
      addScaled(c, j * rows, w[j * signals], in, xAt, out, rows);
      for (int s = 1; s < signals; s++) {
        addScaled(out, j * rows, w[j * signals + s], in, xAt + s * xStride, rows);
      }
    }
    tanhRun(out, 0, width * rows);
  }

  private static void addScaled(
      double[] c, int at, double w, double[] x, int xAt, double[] y, int rows) {
    for (int r = 0; r < rows; r++) {
      y[at + r] = c[at + r] + w * x[xAt + r];
    }
  }

  private static void tanhRun(double[] y, int at, int n) {
    for (int i = at; i < at + n; i++) {
      y[i] = DoubleMath.tanh(y[i]);
    }
  }

  private static void addScaled(double[] y, int at, double f, double[] x, int from, int n) {
    for (int i = 0; i < n; i++) {
      y[at + i] += f * x[from + i];
    }
  }

  /** Four columns at once, so that the sum is read and written once for all of them. */
  private static void add4(double[] y, int at, double[] w, int first, double[] x, int from, int n) {
    double w0 = w[first];
    double w1 = w[first + 1];
    double w2 = w[first + 2];
    double w3 = w[first + 3];
    int second = from + n;
    int third = second + n;
    int fourth = third + n;
    for (int i = 0; i < n; i++) {
      y[at + i] += w0 * x[from + i] + w1 * x[second + i] + w2 * x[third + i] + w3 * x[fourth + i];
    }
  }

  private static void addProduct(
      double[] y, int at, double[] x, int from, double[] z, int zAt, int n) {
    for (int i = 0; i < n; i++) {
      y[at + i] += x[from + i] * z[zAt + i];
    }
  }

  private static void lineBack(
      double[] g,
      double[] y,
      int at,
      double w,
      double[] x,
      int xAt,
      double[] gc,
      double[] gw,
      double[] gx,
      int rows) {
    for (int r = 0; r < rows; r++) {
      double d = g[at + r] * (1 - y[at + r] * y[at + r]);
      gc[at + r] += d;
      gw[at + r] += d * x[xAt + r];
      gx[xAt + r] += w * d;
    }
  }

  private static void outputLineBack(
      double[] go, double[] y, int at, double w, double[] g, int to, double[] gw, int rows) {
    for (int r = 0; r < rows; r++) {
      double value = y[at + r];
      g[to + r] = w * go[r] * (1 - value * value);
      gw[to + r] += go[r] * value;
    }
  }

  private static void slope(double[] grad, int at, double[] y, int from, int n) {
    for (int i = 0; i < n; i++) {
      grad[at + i] *= 1 - y[from + i] * y[from + i];
    }
  }

  @Override
  public void firstBack(
      Vec gradY,
      Vec y,
      Vec weight,
      Vec x,
      int xAt,
      int xStride,
      Vec gradConstant,
      Vec gradWeight,
      Vec gradX,
      int rows,
      int width,
      int signals) {
    double[] g = ((DoubleVec) gradY).a;
    double[] out = ((DoubleVec) y).a;
    double[] w = ((DoubleVec) weight).a;
    double[] in = ((DoubleVec) x).a;
    double[] gc = ((DoubleVec) gradConstant).a;
    double[] gw = ((DoubleVec) gradWeight).a;
    double[] gx = ((DoubleVec) gradX).a;
    for (int j = 0; j < width; j++) {
      int at = j * rows;
      if (signals == 1) {
        lineBack(g, out, at, w[j], in, xAt, gc, gw, gx, rows);
        continue;
      }
      slope(g, at, out, at, rows);
      addScaled(gc, at, 1, g, at, rows);
      for (int s = 0; s < signals; s++) {
        int signal = xAt + s * xStride;
        addProduct(gw, (s * width + j) * rows, g, at, in, signal, rows);
        addScaled(gx, signal, w[j * signals + s], g, at, rows);
      }
    }
  }

  @Override
  public void tanh(Vec y, int at, int n) {
    tanhRun(((DoubleVec) y).a, at, n);
  }

  @Override
  public void tanhBack(Vec gradY, Vec y, int at, int n) {
    slope(((DoubleVec) gradY).a, 0, ((DoubleVec) y).a, at, n);
  }

  @Override
  public void output(
      Vec y, int at, Vec weight, Vec bias, Vec out, int rows, int width, int signals) {
    double[] in = ((DoubleVec) y).a;
    double[] w = ((DoubleVec) weight).a;
    double[] o = ((DoubleVec) out).a;
    for (int s = 0; s < signals; s++) {
      java.util.Arrays.fill(o, s * rows, (s + 1) * rows, ((DoubleVec) bias).a[s]);
      int j = 0;
      for (; j + 4 <= width; j += 4) {
        add4(o, s * rows, w, s * width + j, in, at + j * rows, rows);
      }
      for (; j < width; j++) {
        addScaled(o, s * rows, w[s * width + j], in, at + j * rows, rows);
      }
    }
  }

  @Override
  public void outputBack(
      Vec gradOut,
      Vec y,
      int at,
      Vec weight,
      Vec gradY,
      Vec gradWeight,
      int rows,
      int width,
      int signals) {
    double[] go = ((DoubleVec) gradOut).a;
    double[] in = ((DoubleVec) y).a;
    double[] w = ((DoubleVec) weight).a;
    double[] g = ((DoubleVec) gradY).a;
    double[] gw = ((DoubleVec) gradWeight).a;
    if (signals == 1) {
      for (int j = 0; j < width; j++) {
        outputLineBack(go, in, at + j * rows, w[j], g, j * rows, gw, rows);
      }
      return;
    }
    java.util.Arrays.fill(g, 0, width * rows, 0);
    for (int j = 0; j < width; j++) {
      for (int s = 0; s < signals; s++) {
        addScaled(g, j * rows, w[s * width + j], go, s * rows, rows);
        addProduct(gw, (s * width + j) * rows, go, s * rows, in, at + j * rows, rows);
      }
      slope(g, j * rows, in, at + j * rows, rows);
    }
  }

  @Override
  public void addColumnSums(Vec x, int from, int rows, int columns, Vec sum, int at, int step) {
    double[] in = ((DoubleVec) x).a;
    double[] out = ((DoubleVec) sum).a;
    for (int j = 0; j < columns; j++) {
      double total = 0;
      for (int r = 0; r < rows; r++) {
        total += in[from + j * rows + r];
      }
      out[at + j * step] += (double) total;
    }
  }
}

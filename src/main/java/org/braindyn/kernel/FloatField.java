package org.braindyn.kernel;

/** Perceptron layers in float; {@link DoubleField} is the same text in double. */
final class FloatField implements FieldOps {
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
    float[] c = ((FloatVec) constant).a;
    float[] w = ((FloatVec) weight).a;
    float[] in = ((FloatVec) x).a;
    float[] out = ((FloatVec) y).a;
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
      float[] c, int at, float w, float[] x, int xAt, float[] y, int rows) {
    for (int r = 0; r < rows; r++) {
      y[at + r] = c[at + r] + w * x[xAt + r];
    }
  }

  private static void tanhRun(float[] y, int at, int n) {
    for (int i = at; i < at + n; i++) {
      y[i] = FloatMath.tanh(y[i]);
    }
  }

  private static void addScaled(float[] y, int at, float f, float[] x, int from, int n) {
    for (int i = 0; i < n; i++) {
      y[at + i] += f * x[from + i];
    }
  }

  /** Four columns at once, so that the sum is read and written once for all of them. */
  private static void add4(float[] y, int at, float[] w, int first, float[] x, int from, int n) {
    float w0 = w[first];
    float w1 = w[first + 1];
    float w2 = w[first + 2];
    float w3 = w[first + 3];
    int second = from + n;
    int third = second + n;
    int fourth = third + n;
    for (int i = 0; i < n; i++) {
      y[at + i] += w0 * x[from + i] + w1 * x[second + i] + w2 * x[third + i] + w3 * x[fourth + i];
    }
  }

  private static void addProduct(
      float[] y, int at, float[] x, int from, float[] z, int zAt, int n) {
    for (int i = 0; i < n; i++) {
      y[at + i] += x[from + i] * z[zAt + i];
    }
  }

  private static void lineBack(
      float[] g,
      float[] y,
      int at,
      float w,
      float[] x,
      int xAt,
      float[] gc,
      float[] gw,
      float[] gx,
      int rows) {
    for (int r = 0; r < rows; r++) {
      float d = g[at + r] * (1 - y[at + r] * y[at + r]);
      gc[at + r] += d;
      gw[at + r] += d * x[xAt + r];
      gx[xAt + r] += w * d;
    }
  }

  private static void outputLineBack(
      float[] go, float[] y, int at, float w, float[] g, int to, float[] gw, int rows) {
    for (int r = 0; r < rows; r++) {
      float value = y[at + r];
      g[to + r] = w * go[r] * (1 - value * value);
      gw[to + r] += go[r] * value;
    }
  }

  private static void slope(float[] grad, int at, float[] y, int from, int n) {
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
    float[] g = ((FloatVec) gradY).a;
    float[] out = ((FloatVec) y).a;
    float[] w = ((FloatVec) weight).a;
    float[] in = ((FloatVec) x).a;
    float[] gc = ((FloatVec) gradConstant).a;
    float[] gw = ((FloatVec) gradWeight).a;
    float[] gx = ((FloatVec) gradX).a;
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
    tanhRun(((FloatVec) y).a, at, n);
  }

  @Override
  public void tanhBack(Vec gradY, Vec y, int at, int n) {
    slope(((FloatVec) gradY).a, 0, ((FloatVec) y).a, at, n);
  }

  @Override
  public void output(
      Vec y, int at, Vec weight, Vec bias, Vec out, int rows, int width, int signals) {
    float[] in = ((FloatVec) y).a;
    float[] w = ((FloatVec) weight).a;
    float[] o = ((FloatVec) out).a;
    for (int s = 0; s < signals; s++) {
      java.util.Arrays.fill(o, s * rows, (s + 1) * rows, ((FloatVec) bias).a[s]);
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
    float[] go = ((FloatVec) gradOut).a;
    float[] in = ((FloatVec) y).a;
    float[] w = ((FloatVec) weight).a;
    float[] g = ((FloatVec) gradY).a;
    float[] gw = ((FloatVec) gradWeight).a;
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
    float[] in = ((FloatVec) x).a;
    float[] out = ((FloatVec) sum).a;
    for (int j = 0; j < columns; j++) {
      double total = 0;
      for (int r = 0; r < rows; r++) {
        total += in[from + j * rows + r];
      }
      out[at + j * step] += (float) total;
    }
  }
}

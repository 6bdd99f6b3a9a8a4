package org.braindyn.kernel;

/**
 * LSTM step in float; The build makes the class in double from this text. Works on short runs
 * copied to arrays of its own: the compiler makes vector instructions only where all arrays of a
 * loop are indexed alike, and short runs stay in the first cache from one loop to the next.
 */
final class FloatLstm implements LstmOps {
  private static final int RUN = 512;
  private final float[] in = new float[RUN];
  private final float[] forget = new float[RUN];
  private final float[] candidate = new float[RUN];
  private final float[] out = new float[RUN];
  private final float[] cell = new float[RUN];
  private final float[] bent = new float[RUN];
  private final float[] gradHidden = new float[RUN];
  private final float[] gradCell = new float[RUN];

  @Override
  public void forward(
      Vec gates, int g, Vec cells, int c, int before, Vec tanhs, Vec output, int o, int n) {
    float[] gate = ((FloatVec) gates).a;
    for (int i = 0; i < n; i += RUN) {
      int m = Math.min(RUN, n - i);
      load(gate, g + i, n, m);
      previous(((FloatVec) cells).a, before, i, m);
      sigmoid(in, m);
      sigmoid(forget, m);
      tanh(candidate, m);
      sigmoid(out, m);
      advance(m);
      store(gate, g + i, n, m);
      System.arraycopy(cell, 0, ((FloatVec) cells).a, c + i, m);
      tanh(cell, m);
      System.arraycopy(cell, 0, ((FloatVec) tanhs).a, c + i, m);
      multiply(out, cell, m);
      System.arraycopy(out, 0, ((FloatVec) output).a, o + i, m);
    }
  }

  private void load(float[] gate, int at, int n, int m) {
    System.arraycopy(gate, at, in, 0, m);
    System.arraycopy(gate, at + n, forget, 0, m);
    System.arraycopy(gate, at + 2 * n, candidate, 0, m);
    System.arraycopy(gate, at + 3 * n, out, 0, m);
  }

  private void store(float[] gate, int at, int n, int m) {
    System.arraycopy(in, 0, gate, at, m);
    System.arraycopy(forget, 0, gate, at + n, m);
    System.arraycopy(candidate, 0, gate, at + 2 * n, m);
    System.arraycopy(out, 0, gate, at + 3 * n, m);
  }

  private void previous(float[] cells, int before, int i, int m) {
    if (before < 0) {
      java.util.Arrays.fill(cell, 0, m, 0);
    } else {
      System.arraycopy(cells, before + i, cell, 0, m);
    }
  }

  private static void sigmoid(float[] x, int m) {
    for (int i = 0; i < m; i++) {
      x[i] = FloatMath.sigmoid(x[i]);
    }
  }

  private static void tanh(float[] x, int m) {
    for (int i = 0; i < m; i++) {
      x[i] = FloatMath.tanh(x[i]);
    }
  }

  private static void multiply(float[] x, float[] y, int m) {
    for (int i = 0; i < m; i++) {
      x[i] *= y[i];
    }
  }

  private void advance(int m) {
    float[] a = in;
    float[] f = forget;
    float[] b = candidate;
    float[] c = cell;
    for (int i = 0; i < m; i++) {
      c[i] = f[i] * c[i] + a[i] * b[i];
    }
  }

  @Override
  public void backward(
      Vec gates,
      int g,
      Vec cells,
      int c,
      int before,
      Vec tanhs,
      Vec gradOutput,
      Vec gradCells,
      Vec gradGates,
      int n) {
    for (int i = 0; i < n; i += RUN) {
      int m = Math.min(RUN, n - i);
      load(((FloatVec) gates).a, g + i, n, m);
      previous(((FloatVec) cells).a, before, i, m);
      System.arraycopy(((FloatVec) tanhs).a, c + i, bent, 0, m);
      System.arraycopy(((FloatVec) gradOutput).a, i, gradHidden, 0, m);
      System.arraycopy(((FloatVec) gradCells).a, i, gradCell, 0, m);
      output(m);
      inner(m);
      System.arraycopy(gradCell, 0, ((FloatVec) gradCells).a, i, m);
      store(((FloatVec) gradGates).a, i, n, m);
    }
  }

  /** Through the output gate: its gradient replaces it. */
  private void output(int m) {
    float[] o = out;
    float[] y = bent;
    float[] gh = gradHidden;
    float[] gc = gradCell;
    for (int i = 0; i < m; i++) {
      gc[i] += gh[i] * o[i] * (1 - y[i] * y[i]);
    }
    for (int i = 0; i < m; i++) {
      o[i] = gh[i] * y[i] * o[i] * (1 - o[i]);
    }
  }

  /** Through the cell: gradients replace the other gates. */
  private void inner(int m) {
    float[] a = in;
    float[] f = forget;
    float[] b = candidate;
    float[] c = cell;
    float[] gc = gradCell;
    for (int i = 0; i < m; i++) {
      c[i] = gc[i] * c[i] * f[i] * (1 - f[i]);
    }
    for (int i = 0; i < m; i++) {
      float x = a[i];
      float y = b[i];
      a[i] = gc[i] * y * x * (1 - x);
      b[i] = gc[i] * x * (1 - y * y);
    }
    multiply(gc, f, m);
    System.arraycopy(c, 0, f, 0, m);
  }
}

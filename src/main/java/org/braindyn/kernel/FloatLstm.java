package org.braindyn.kernel;

/** LSTM step in float; {@link DoubleLstm} is the same text in double. */
final class FloatLstm implements LstmOps {
  @Override
  public void forward(
      Vec gates, int g, Vec cells, int c, int before, Vec tanhs, Vec output, int o, int n) {
    float[] gate = ((FloatVec) gates).a;
    float[] cell = ((FloatVec) cells).a;
    sigmoid(gate, g, 2 * n);
    tanh(gate, g + 2 * n, n);
    sigmoid(gate, g + 3 * n, n);
    if (before < 0) {
      first(gate, g, cell, c, n);
    } else {
      next(gate, g, cell, c, before, n);
    }
    float[] t = ((FloatVec) tanhs).a;
    System.arraycopy(cell, c, t, c, n);
    tanh(t, c, n);
    multiply(gate, g + 3 * n, t, c, ((FloatVec) output).a, o, n);
  }

  private static void sigmoid(float[] x, int at, int n) {
    for (int i = at; i < at + n; i++) {
      x[i] = FloatMath.sigmoid(x[i]);
    }
  }

  private static void tanh(float[] x, int at, int n) {
    for (int i = at; i < at + n; i++) {
      x[i] = FloatMath.tanh(x[i]);
    }
  }

  private static void first(float[] gate, int g, float[] cell, int c, int n) {
    for (int i = 0; i < n; i++) {
      cell[c + i] = gate[g + i] * gate[g + 2 * n + i];
    }
  }

  private static void next(float[] gate, int g, float[] cell, int c, int before, int n) {
    for (int i = 0; i < n; i++) {
      cell[c + i] = gate[g + n + i] * cell[before + i] + gate[g + i] * gate[g + 2 * n + i];
    }
  }

  private static void multiply(float[] x, int from, float[] y, int at, float[] z, int to, int n) {
    for (int i = 0; i < n; i++) {
      z[to + i] = x[from + i] * y[at + i];
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
      Vec gradCell,
      Vec gradGates,
      int n) {
    float[] gate = ((FloatVec) gates).a;
    float[] t = ((FloatVec) tanhs).a;
    float[] gh = ((FloatVec) gradOutput).a;
    float[] gc = ((FloatVec) gradCell).a;
    float[] gg = ((FloatVec) gradGates).a;
    output(gate, g, t, c, gh, gc, gg, n);
    if (before < 0) {
      java.util.Arrays.fill(gg, n, 2 * n, 0);
    } else {
      forget(gate, g, ((FloatVec) cells).a, before, gc, gg, n);
    }
    input(gate, g, gc, gg, n);
  }

  private static void output(
      float[] gate, int g, float[] t, int c, float[] gh, float[] gc, float[] gg, int n) {
    for (int i = 0; i < n; i++) {
      float o = gate[g + 3 * n + i];
      float y = t[c + i];
      gg[3 * n + i] = gh[i] * y * o * (1 - o);
      gc[i] += gh[i] * o * (1 - y * y);
    }
  }

  private static void forget(
      float[] gate, int g, float[] cell, int before, float[] gc, float[] gg, int n) {
    for (int i = 0; i < n; i++) {
      float f = gate[g + n + i];
      gg[n + i] = gc[i] * cell[before + i] * f * (1 - f);
    }
  }

  private static void input(float[] gate, int g, float[] gc, float[] gg, int n) {
    for (int i = 0; i < n; i++) {
      float in = gate[g + i];
      float candidate = gate[g + 2 * n + i];
      gg[i] = gc[i] * candidate * in * (1 - in);
      gg[2 * n + i] = gc[i] * in * (1 - candidate * candidate);
      gc[i] *= gate[g + n + i];
    }
  }
}

package org.braindyn.kernel;

/** LSTM step in double; {@link DoubleLstm} is the same text in double. */
final class DoubleLstm implements LstmOps {
  @Override
  public void forward(
      Vec gates, int g, Vec cells, int c, int before, Vec tanhs, Vec output, int o, int n) {
    double[] gate = ((DoubleVec) gates).a;
    double[] cell = ((DoubleVec) cells).a;
    sigmoid(gate, g, 2 * n);
    tanh(gate, g + 2 * n, n);
    sigmoid(gate, g + 3 * n, n);
    if (before < 0) {
      first(gate, g, cell, c, n);
    } else {
      next(gate, g, cell, c, before, n);
    }
    double[] t = ((DoubleVec) tanhs).a;
    System.arraycopy(cell, c, t, c, n);
    tanh(t, c, n);
    multiply(gate, g + 3 * n, t, c, ((DoubleVec) output).a, o, n);
  }

  private static void sigmoid(double[] x, int at, int n) {
    for (int i = at; i < at + n; i++) {
      x[i] = DoubleMath.sigmoid(x[i]);
    }
  }

  private static void tanh(double[] x, int at, int n) {
    for (int i = at; i < at + n; i++) {
      x[i] = DoubleMath.tanh(x[i]);
    }
  }

  private static void first(double[] gate, int g, double[] cell, int c, int n) {
    for (int i = 0; i < n; i++) {
      cell[c + i] = gate[g + i] * gate[g + 2 * n + i];
    }
  }

  private static void next(double[] gate, int g, double[] cell, int c, int before, int n) {
    for (int i = 0; i < n; i++) {
      cell[c + i] = gate[g + n + i] * cell[before + i] + gate[g + i] * gate[g + 2 * n + i];
    }
  }

  private static void multiply(
      double[] x, int from, double[] y, int at, double[] z, int to, int n) {
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
    double[] gate = ((DoubleVec) gates).a;
    double[] t = ((DoubleVec) tanhs).a;
    double[] gh = ((DoubleVec) gradOutput).a;
    double[] gc = ((DoubleVec) gradCell).a;
    double[] gg = ((DoubleVec) gradGates).a;
    output(gate, g, t, c, gh, gc, gg, n);
    if (before < 0) {
      java.util.Arrays.fill(gg, n, 2 * n, 0);
    } else {
      forget(gate, g, ((DoubleVec) cells).a, before, gc, gg, n);
    }
    input(gate, g, gc, gg, n);
  }

  private static void output(
      double[] gate, int g, double[] t, int c, double[] gh, double[] gc, double[] gg, int n) {
    for (int i = 0; i < n; i++) {
      double o = gate[g + 3 * n + i];
      double y = t[c + i];
      gg[3 * n + i] = gh[i] * y * o * (1 - o);
      gc[i] += gh[i] * o * (1 - y * y);
    }
  }

  private static void forget(
      double[] gate, int g, double[] cell, int before, double[] gc, double[] gg, int n) {
    for (int i = 0; i < n; i++) {
      double f = gate[g + n + i];
      gg[n + i] = gc[i] * cell[before + i] * f * (1 - f);
    }
  }

  private static void input(double[] gate, int g, double[] gc, double[] gg, int n) {
    for (int i = 0; i < n; i++) {
      double in = gate[g + i];
      double candidate = gate[g + 2 * n + i];
      gg[i] = gc[i] * candidate * in * (1 - in);
      gg[2 * n + i] = gc[i] * in * (1 - candidate * candidate);
      gc[i] *= gate[g + n + i];
    }
  }
}

package org.braindyn.kernel;

/**
 * LSTM step in double; {@link DoubleLstm} is the same text in double. Works on short runs copied to
 * arrays of its own: the compiler makes vector instructions only where all arrays of a loop are
 * indexed alike, and short runs stay in the first cache from one loop to the next.
 */
final class DoubleLstm implements LstmOps {
  private static final int RUN = 512;
  private final double[] in = new double[RUN];
  private final double[] forget = new double[RUN];
  private final double[] candidate = new double[RUN];
  private final double[] out = new double[RUN];
  private final double[] cell = new double[RUN];
  private final double[] bent = new double[RUN];
  private final double[] gradHidden = new double[RUN];
  private final double[] gradCell = new double[RUN];

  @Override
  public void forward(
      Vec gates, int g, Vec cells, int c, int before, Vec tanhs, Vec output, int o, int n) {
    double[] gate = ((DoubleVec) gates).a;
    for (int i = 0; i < n; i += RUN) {
      int m = Math.min(RUN, n - i);
      load(gate, g + i, n, m);
      previous(((DoubleVec) cells).a, before, i, m);
      sigmoid(in, m);
      sigmoid(forget, m);
      tanh(candidate, m);
      sigmoid(out, m);
      advance(m);
      store(gate, g + i, n, m);
      System.arraycopy(cell, 0, ((DoubleVec) cells).a, c + i, m);
      tanh(cell, m);
      System.arraycopy(cell, 0, ((DoubleVec) tanhs).a, c + i, m);
      multiply(out, cell, m);
      System.arraycopy(out, 0, ((DoubleVec) output).a, o + i, m);
    }
  }

  private void load(double[] gate, int at, int n, int m) {
    System.arraycopy(gate, at, in, 0, m);
    System.arraycopy(gate, at + n, forget, 0, m);
    System.arraycopy(gate, at + 2 * n, candidate, 0, m);
    System.arraycopy(gate, at + 3 * n, out, 0, m);
  }

  private void store(double[] gate, int at, int n, int m) {
    System.arraycopy(in, 0, gate, at, m);
    System.arraycopy(forget, 0, gate, at + n, m);
    System.arraycopy(candidate, 0, gate, at + 2 * n, m);
    System.arraycopy(out, 0, gate, at + 3 * n, m);
  }

  private void previous(double[] cells, int before, int i, int m) {
    if (before < 0) {
      java.util.Arrays.fill(cell, 0, m, 0);
    } else {
      System.arraycopy(cells, before + i, cell, 0, m);
    }
  }

  private static void sigmoid(double[] x, int m) {
    for (int i = 0; i < m; i++) {
      x[i] = DoubleMath.sigmoid(x[i]);
    }
  }

  private static void tanh(double[] x, int m) {
    for (int i = 0; i < m; i++) {
      x[i] = DoubleMath.tanh(x[i]);
    }
  }

  private static void multiply(double[] x, double[] y, int m) {
    for (int i = 0; i < m; i++) {
      x[i] *= y[i];
    }
  }

  private void advance(int m) {
    double[] a = in;
    double[] f = forget;
    double[] b = candidate;
    double[] c = cell;
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
      load(((DoubleVec) gates).a, g + i, n, m);
      previous(((DoubleVec) cells).a, before, i, m);
      System.arraycopy(((DoubleVec) tanhs).a, c + i, bent, 0, m);
      System.arraycopy(((DoubleVec) gradOutput).a, i, gradHidden, 0, m);
      System.arraycopy(((DoubleVec) gradCells).a, i, gradCell, 0, m);
      output(m);
      inner(m);
      System.arraycopy(gradCell, 0, ((DoubleVec) gradCells).a, i, m);
      store(((DoubleVec) gradGates).a, i, n, m);
    }
  }

  /** Through the output gate: its gradient replaces it. */
  private void output(int m) {
    double[] o = out;
    double[] y = bent;
    double[] gh = gradHidden;
    double[] gc = gradCell;
    for (int i = 0; i < m; i++) {
      gc[i] += gh[i] * o[i] * (1 - y[i] * y[i]);
    }
    for (int i = 0; i < m; i++) {
      o[i] = gh[i] * y[i] * o[i] * (1 - o[i]);
    }
  }

  /** Through the cell: gradients replace the other gates. */
  private void inner(int m) {
    double[] a = in;
    double[] f = forget;
    double[] b = candidate;
    double[] c = cell;
    double[] gc = gradCell;
    for (int i = 0; i < m; i++) {
      c[i] = gc[i] * c[i] * f[i] * (1 - f[i]);
    }
    for (int i = 0; i < m; i++) {
      double x = a[i];
      double y = b[i];
      a[i] = gc[i] * y * x * (1 - x);
      b[i] = gc[i] * x * (1 - y * y);
    }
    multiply(gc, f, m);
    System.arraycopy(c, 0, f, 0, m);
  }
}

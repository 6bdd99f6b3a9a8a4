package org.braindyn.kernel;

import org.braindyn.kernel.math.FloatMath;

/**
 * LSTM step in float; The build makes the class in double from this text. Works on short runs
 * copied to arrays of its own: the compiler makes vector instructions only where all arrays of a
 * loop are indexed alike, and short runs stay in the first cache from one loop to the next.
 */
final class FloatLstm implements LstmOps {
  private static final int RUN = 512;

  private final FloatVec inRun = new FloatVec(RUN);
  private final FloatVec forgetRun = new FloatVec(RUN);
  private final FloatVec candidateRun = new FloatVec(RUN);
  private final FloatVec outRun = new FloatVec(RUN);
  private final float[] in = inRun.a;
  private final float[] forget = forgetRun.a;
  private final float[] candidate = candidateRun.a;
  private final float[] out = outRun.a;
  private final float[] cell = new float[RUN];
  private final float[] bent = new float[RUN];
  private final float[] gradHidden = new float[RUN];
  private final float[] gradCell = new float[RUN];
  private final float[] check = new float[RUN];

  @Override
  public void forward(
      Panel pre, Vec gates, int g, Vec cells, int c, int before, Vec tanhs, Vec output, int n) {
    java.util.Arrays.fill(check, 0);
    forward(pre, gates, g, cells, c, before, tanhs, output, n, true);
    if (!FloatMath.right(check, RUN)) {
      forward(pre, gates, g, cells, c, before, tanhs, output, n, false);
    }
  }

  private void forward(
      Panel pre,
      Vec gates,
      int g,
      Vec cells,
      int c,
      int before,
      Vec tanhs,
      Vec output,
      int n,
      boolean quick) {
    float[] gate = ((FloatVec) gates).a;
    for (int i = 0; i < n; i += RUN) {
      int m = Math.min(RUN, n - i);
      pre.get(i, inRun, 0, m);
      pre.get(i + n, forgetRun, 0, m);
      pre.get(i + 2 * n, candidateRun, 0, m);
      pre.get(i + 3 * n, outRun, 0, m);
      previous(((FloatVec) cells).a, before, i, m);
      sigmoid(in, m, quick);
      sigmoid(forget, m, quick);
      tanh(candidate, m, quick);
      sigmoid(out, m, quick);
      advance(m);
      System.arraycopy(in, 0, gate, g + i, m);
      System.arraycopy(forget, 0, gate, g + i + n, m);
      System.arraycopy(candidate, 0, gate, g + i + 2 * n, m);
      System.arraycopy(out, 0, gate, g + i + 3 * n, m);
      System.arraycopy(cell, 0, ((FloatVec) cells).a, c + i, m);
      tanh(cell, m, quick);
      System.arraycopy(cell, 0, ((FloatVec) tanhs).a, c + i, m);
      multiply(out, cell, m);
      System.arraycopy(out, 0, ((FloatVec) output).a, i, m);
    }
  }

  private void sigmoid(float[] x, int m, boolean quick) {
    if (quick) {
      FloatMath.sigmoid(x, check, m);
      return;
    }
    for (int i = 0; i < m; i++) {
      x[i] = FloatMath.sigmoid(x[i]);
    }
  }

  private void tanh(float[] x, int m, boolean quick) {
    if (quick) {
      FloatMath.tanh(x, check, m);
      return;
    }
    for (int i = 0; i < m; i++) {
      x[i] = FloatMath.tanh(x[i]);
    }
  }

  private void load(float[] gate, int at, int n, int m) {
    System.arraycopy(gate, at, in, 0, m);
    System.arraycopy(gate, at + n, forget, 0, m);
    System.arraycopy(gate, at + 2 * n, candidate, 0, m);
    System.arraycopy(gate, at + 3 * n, out, 0, m);
  }

  private void previous(float[] cells, int before, int i, int m) {
    if (before < 0) {
      java.util.Arrays.fill(cell, 0, m, 0);
    } else {
      System.arraycopy(cells, before + i, cell, 0, m);
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
      Panel gradGates,
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
      gradGates.put(i, inRun, 0, m);
      gradGates.put(i + n, forgetRun, 0, m);
      gradGates.put(i + 2 * n, candidateRun, 0, m);
      gradGates.put(i + 3 * n, outRun, 0, m);
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

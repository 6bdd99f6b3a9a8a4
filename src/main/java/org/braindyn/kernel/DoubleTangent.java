package org.braindyn.kernel;

/** Tangents in double; the same text as {@link FloatTangent}. */
final class DoubleTangent implements TangentOps {
  private double[] byPre = new double[0];
  private double[] differences = new double[0];

  @Override
  public void lstm(
      Vec gates,
      int g,
      Vec cells,
      int c,
      int before,
      Vec tanhs,
      Vec pre,
      Vec cellBefore,
      Vec cell,
      Vec output,
      int hidden,
      int size,
      int old) {
    double[] p = ((DoubleVec) pre).a;
    double[] from = ((DoubleVec) cellBefore).a;
    double[] to = ((DoubleVec) cell).a;
    double[] out = ((DoubleVec) output).a;
    byPre = byPre.length < 6 * size ? new double[6 * size] : byPre;
    int m = (old + 1) * size;
    int run = hidden * m;
    for (int j = 0; j < hidden; j++) {
      coefficients(gates, g, cells, c, before, tanhs, hidden, size, j);
      for (int k = 0; k <= old; k++) {
        int at = j * m + k * size;
        int last = k < old ? j * old * size + k * size : -1;
        step(p, at, run, from, last, to, out, byPre, size);
      }
    }
  }

  private void coefficients(
      Vec gates, int g, Vec cells, int c, int before, Vec tanhs, int hidden, int size, int j) {
    double[] gate = ((DoubleVec) gates).a;
    double[] state = ((DoubleVec) cells).a;
    double[] tanh = ((DoubleVec) tanhs).a;
    int n = hidden * size;
    for (int r = 0; r < size; r++) {
      int at = j * size + r;
      double in = gate[g + at];
      double forget = gate[g + n + at];
      double candidate = gate[g + 2 * n + at];
      double o = gate[g + 3 * n + at];
      double y = tanh[c + at];
      byPre[r] = in * (1 - in) * candidate;
      byPre[size + r] = before < 0 ? 0 : forget * (1 - forget) * state[before + at];
      byPre[2 * size + r] = (1 - candidate * candidate) * in;
      byPre[3 * size + r] = o * (1 - o) * y;
      byPre[4 * size + r] = forget;
      byPre[5 * size + r] = o * (1 - y * y);
    }
  }

  private static void step(
      double[] p,
      int at,
      int run,
      double[] from,
      int last,
      double[] to,
      double[] out,
      double[] w,
      int size) {
    for (int r = 0; r < size; r++) {
      int i = at + r;
      double moved = w[r] * p[i] + w[size + r] * p[run + i] + w[2 * size + r] * p[2 * run + i];
      if (last >= 0) {
        moved += w[4 * size + r] * from[last + r];
      }
      to[i] = moved;
      out[i] = w[3 * size + r] * p[3 * run + i] + w[5 * size + r] * moved;
    }
  }

  @Override
  public void rate(Vec state, Vec fx, Vec fl, Vec rate, int hidden, int size) {
    double[] x = ((DoubleVec) state).a;
    double[] slope = ((DoubleVec) fx).a;
    double[] push = ((DoubleVec) fl).a;
    double[] y = ((DoubleVec) rate).a;
    for (int r = 0; r < size; r++) {
      y[size + r] = slope[r] * x[size + r];
    }
    for (int j = 0; j < hidden; j++) {
      int at = (j + 2) * size;
      for (int r = 0; r < size; r++) {
        y[at + r] = slope[r] * x[at + r] + push[j * size + r];
      }
    }
  }

  @Override
  public void normalise(
      Vec tangents,
      int at,
      int stride,
      int n,
      Vec normalised,
      int zAt,
      int windows,
      double range,
      int low,
      int high,
      int channels) {
    double[] t = ((DoubleVec) tangents).a;
    double[] z = ((DoubleVec) normalised).a;
    double scale = 1 / (double) range;
    differences = differences.length < 2 * n ? new double[2 * n] : differences;
    for (int i = 0; i < n; i++) {
      double bottom = t[at + low * stride + i];
      differences[i] = bottom;
      differences[n + i] = t[at + high * stride + i] - bottom;
    }
    for (int m = 0; m < channels; m++) {
      double value = z[zAt + m * windows];
      int from = at + m * stride;
      for (int i = 0; i < n; i++) {
        t[from + i] = (t[from + i] - differences[i] - value * differences[n + i]) * scale;
      }
    }
  }
}

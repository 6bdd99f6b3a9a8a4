package org.braindyn.kernel;

/** Tangents in float; the build makes the class in double from this text. */
final class FloatTangent implements TangentOps {
  private float[] byPre = new float[0];
  private float[] differences = new float[0];

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
    float[] p = ((FloatVec) pre).a;
    float[] from = ((FloatVec) cellBefore).a;
    float[] to = ((FloatVec) cell).a;
    float[] out = ((FloatVec) output).a;
    byPre = byPre.length < 6 * size ? new float[6 * size] : byPre;
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
    float[] gate = ((FloatVec) gates).a;
    float[] state = ((FloatVec) cells).a;
    float[] tanh = ((FloatVec) tanhs).a;
    int n = hidden * size;
    for (int r = 0; r < size; r++) {
      int at = j * size + r;
      float in = gate[g + at];
      float forget = gate[g + n + at];
      float candidate = gate[g + 2 * n + at];
      float o = gate[g + 3 * n + at];
      float y = tanh[c + at];
      byPre[r] = in * (1 - in) * candidate;
      byPre[size + r] = before < 0 ? 0 : forget * (1 - forget) * state[before + at];
      byPre[2 * size + r] = (1 - candidate * candidate) * in;
      byPre[3 * size + r] = o * (1 - o) * y;
      byPre[4 * size + r] = forget;
      byPre[5 * size + r] = o * (1 - y * y);
    }
  }

  private static void step(
      float[] p,
      int at,
      int run,
      float[] from,
      int last,
      float[] to,
      float[] out,
      float[] w,
      int size) {
    for (int r = 0; r < size; r++) {
      int i = at + r;
      float moved = w[r] * p[i] + w[size + r] * p[run + i] + w[2 * size + r] * p[2 * run + i];
      if (last >= 0) {
        moved += w[4 * size + r] * from[last + r];
      }
      to[i] = moved;
      out[i] = w[3 * size + r] * p[3 * run + i] + w[5 * size + r] * moved;
    }
  }

  @Override
  public void rate(Vec state, Vec fx, Vec fl, Vec rate, int hidden, int size) {
    float[] x = ((FloatVec) state).a;
    float[] slope = ((FloatVec) fx).a;
    float[] push = ((FloatVec) fl).a;
    float[] y = ((FloatVec) rate).a;
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
    float[] t = ((FloatVec) tangents).a;
    float[] z = ((FloatVec) normalised).a;
    float scale = 1 / (float) range;
    differences = differences.length < 2 * n ? new float[2 * n] : differences;
    for (int i = 0; i < n; i++) {
      float bottom = t[at + low * stride + i];
      differences[i] = bottom;
      differences[n + i] = t[at + high * stride + i] - bottom;
    }
    for (int m = 0; m < channels; m++) {
      float value = z[zAt + m * windows];
      int from = at + m * stride;
      for (int i = 0; i < n; i++) {
        t[from + i] = (t[from + i] - differences[i] - value * differences[n + i]) * scale;
      }
    }
  }
}

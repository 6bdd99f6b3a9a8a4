package org.braindyn.kernel.attention;

import java.util.Arrays;
import org.braindyn.kernel.PlainArrays;
import org.braindyn.kernel.Vec;

/** Sliding kernels in float; the build makes the class in double from this text. */
final class FloatShifts implements ShiftOps {
  private static final int RUN = 2048;
  private final float[] moved = new float[RUN];
  private final float[] sum = new float[RUN];

  @Override
  public void convolve(Vec x, Vec w, int at, int taps, Vec out, int n) {
    slide(x, PlainArrays.floats(w), at, 1, taps, out, n);
  }

  @Override
  public void convolveReversed(Vec x, Vec w, int at, int taps, Vec out, int n) {
    slide(x, PlainArrays.floats(w), at + taps - 1, -1, taps, out, n);
  }

  private void slide(Vec x, float[] w, int at, int step, int taps, Vec out, int n) {
    float[] a = PlainArrays.floats(x);
    for (int start = 0; start < n; start += RUN) {
      int m = Math.min(RUN, n - start);
      Arrays.fill(sum, 0, m, 0);
      for (int j = 0; j < taps; j++) {
        System.arraycopy(a, start + j, moved, 0, m);
        addScaled(sum, w[at + j * step], moved, m);
      }
      System.arraycopy(sum, 0, PlainArrays.floats(out), start, m);
    }
  }

  private static void addScaled(float[] y, float factor, float[] x, int m) {
    for (int i = 0; i < m; i++) {
      y[i] += factor * x[i];
    }
  }

  @Override
  public void correlate(Vec x, Vec grad, int n, Vec w, int at, int taps) {
    float[] a = PlainArrays.floats(x);
    float[] g = PlainArrays.floats(grad);
    float[] out = PlainArrays.floats(w);
    for (int j = 0; j < taps; j++) {
      double total = 0;
      for (int start = 0; start < n; start += RUN) {
        int m = Math.min(RUN, n - start);
        System.arraycopy(a, start + j, moved, 0, m);
        System.arraycopy(g, start, sum, 0, m);
        multiply(sum, moved, m);
        for (int i = 0; i < m; i++) {
          total += sum[i];
        }
      }
      out[at + j] += (float) total;
    }
  }

  private static void multiply(float[] x, float[] y, int m) {
    for (int i = 0; i < m; i++) {
      x[i] *= y[i];
    }
  }
}

package org.braindyn.kernel.attention;

import java.util.Arrays;
import org.braindyn.kernel.PlainArrays;
import org.braindyn.kernel.Vec;

/** Sliding kernels in double; {@link FloatShifts} is the same text in float. */
final class DoubleShifts implements ShiftOps {
  private static final int RUN = 2048;
  private final double[] moved = new double[RUN];
  private final double[] sum = new double[RUN];

  @Override
  public void convolve(Vec x, Vec w, int at, int taps, Vec out, int n) {
    slide(x, PlainArrays.doubles(w), at, 1, taps, out, n);
  }

  @Override
  public void convolveReversed(Vec x, Vec w, int at, int taps, Vec out, int n) {
    slide(x, PlainArrays.doubles(w), at + taps - 1, -1, taps, out, n);
  }

  private void slide(Vec x, double[] w, int at, int step, int taps, Vec out, int n) {
    double[] a = PlainArrays.doubles(x);
    for (int start = 0; start < n; start += RUN) {
      int m = Math.min(RUN, n - start);
      Arrays.fill(sum, 0, m, 0);
      for (int j = 0; j < taps; j++) {
        System.arraycopy(a, start + j, moved, 0, m);
        addScaled(sum, w[at + j * step], moved, m);
      }
      System.arraycopy(sum, 0, PlainArrays.doubles(out), start, m);
    }
  }

  private static void addScaled(double[] y, double factor, double[] x, int m) {
    for (int i = 0; i < m; i++) {
      y[i] += factor * x[i];
    }
  }

  @Override
  public void correlate(Vec x, Vec grad, int n, Vec w, int at, int taps) {
    double[] a = PlainArrays.doubles(x);
    double[] g = PlainArrays.doubles(grad);
    double[] out = PlainArrays.doubles(w);
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
      out[at + j] += (double) total;
    }
  }

  private static void multiply(double[] x, double[] y, int m) {
    for (int i = 0; i < m; i++) {
      x[i] *= y[i];
    }
  }
}

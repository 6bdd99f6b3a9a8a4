package org.braindyn.kernel;

/** Per-node sheaf operations in double; {@link DoubleSheaf} is the same text in double. */
final class DoubleSheaf implements SheafOps {
  @Override
  public void normalise(
      Vec z, int zAt, Vec range, int rangeAt, int[] extremes, int windows, int channels) {
    double[] x = ((DoubleVec) z).a;
    double[] d = ((DoubleVec) range).a;
    for (int b = 0; b < windows; b++) {
      int low = 0;
      int high = 0;
      for (int m = 1; m < channels; m++) {
        double value = x[zAt + m * windows + b];
        low = value < x[zAt + low * windows + b] ? m : low;
        high = value > x[zAt + high * windows + b] ? m : high;
      }
      double min = x[zAt + low * windows + b];
      double width = x[zAt + high * windows + b] - min + (double) 1e-6;
      for (int m = 0; m < channels; m++) {
        x[zAt + m * windows + b] = (x[zAt + m * windows + b] - min) / width;
      }
      d[rangeAt + b] = width;
      extremes[2 * (rangeAt + b)] = low;
      extremes[2 * (rangeAt + b) + 1] = high;
    }
  }

  @Override
  public void normaliseBack(
      Vec grad,
      int at,
      Vec normalised,
      int zAt,
      Vec range,
      int rangeAt,
      int[] extremes,
      int windows,
      int channels) {
    double[] g = ((DoubleVec) grad).a;
    double[] x = ((DoubleVec) normalised).a;
    double[] d = ((DoubleVec) range).a;
    for (int b = 0; b < windows; b++) {
      double sum = 0;
      double weighted = 0;
      for (int m = 0; m < channels; m++) {
        double value = g[at + m * windows + b] / d[rangeAt + b];
        g[at + m * windows + b] = value;
        sum += value;
        weighted += value * x[zAt + m * windows + b];
      }
      g[at + extremes[2 * (rangeAt + b)] * windows + b] += weighted - sum;
      g[at + extremes[2 * (rangeAt + b) + 1] * windows + b] -= weighted;
    }
  }

  @Override
  public void gate(Vec z, int zAt, Vec gate, int gateAt, Vec out, int windows, int channels) {
    double[] x = ((DoubleVec) z).a;
    double[] w = ((DoubleVec) gate).a;
    double[] y = ((DoubleVec) out).a;
    for (int m = 0; m < channels; m++) {
      double f = w[gateAt + m];
      for (int b = zAt + m * windows; b < zAt + (m + 1) * windows; b++) {
        y[b] = f * x[b];
      }
    }
  }

  @Override
  public void gatesBack(
      Vec normalised,
      Vec gradA,
      Vec gradB,
      Vec target,
      Vec source,
      int gateAt,
      Vec grad,
      Vec gradTarget,
      Vec gradSource,
      int at,
      int windows,
      int channels) {
    double[] x = ((DoubleVec) normalised).a;
    double[] ga = ((DoubleVec) gradA).a;
    double[] gb = ((DoubleVec) gradB).a;
    double[] g = ((DoubleVec) grad).a;
    for (int m = 0; m < channels; m++) {
      double t = ((DoubleVec) target).a[gateAt + m];
      double s = ((DoubleVec) source).a[gateAt + m];
      double sumT = 0;
      double sumS = 0;
      for (int b = at + m * windows; b < at + (m + 1) * windows; b++) {
        sumT += ga[b] * x[b];
        sumS += gb[b] * x[b];
        g[b] = t * ga[b] + s * gb[b];
      }
      ((DoubleVec) gradTarget).a[gateAt + m] += sumT;
      ((DoubleVec) gradSource).a[gateAt + m] += sumS;
    }
  }
}

package org.braindyn.kernel;

/** Per-node sheaf operations in float; the build makes the class in double from this text. */
final class FloatSheaf implements SheafOps {
  @Override
  public void normalise(
      Vec z, int zAt, Vec range, int rangeAt, int[] extremes, int windows, int channels) {
    float[] x = ((FloatVec) z).a;
    float[] d = ((FloatVec) range).a;
    for (int b = 0; b < windows; b++) {
      int low = 0;
      int high = 0;
      for (int m = 1; m < channels; m++) {
        float value = x[zAt + m * windows + b];
        low = value < x[zAt + low * windows + b] ? m : low;
        high = value > x[zAt + high * windows + b] ? m : high;
      }
      float min = x[zAt + low * windows + b];
      float width = x[zAt + high * windows + b] - min + (float) 1e-6;
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
    float[] g = ((FloatVec) grad).a;
    float[] x = ((FloatVec) normalised).a;
    float[] d = ((FloatVec) range).a;
    for (int b = 0; b < windows; b++) {
      float sum = 0;
      float weighted = 0;
      for (int m = 0; m < channels; m++) {
        float value = g[at + m * windows + b] / d[rangeAt + b];
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
    float[] x = ((FloatVec) z).a;
    float[] w = ((FloatVec) gate).a;
    float[] y = ((FloatVec) out).a;
    for (int m = 0; m < channels; m++) {
      float f = w[gateAt + m];
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
    float[] x = ((FloatVec) normalised).a;
    float[] ga = ((FloatVec) gradA).a;
    float[] gb = ((FloatVec) gradB).a;
    float[] g = ((FloatVec) grad).a;
    for (int m = 0; m < channels; m++) {
      float t = ((FloatVec) target).a[gateAt + m];
      float s = ((FloatVec) source).a[gateAt + m];
      float sumT = 0;
      float sumS = 0;
      for (int b = at + m * windows; b < at + (m + 1) * windows; b++) {
        sumT += ga[b] * x[b];
        sumS += gb[b] * x[b];
        g[b] = t * ga[b] + s * gb[b];
      }
      ((FloatVec) gradTarget).a[gateAt + m] += sumT;
      ((FloatVec) gradSource).a[gateAt + m] += sumS;
    }
  }
}

package org.braindyn.kernel;

/** Lanes in float; the build makes the class in double from this text. */
final class FloatLanes implements LaneOps {
  @Override
  public void gather(Vec from, int at, int[] lanes, int first, int n, Vec to, int toAt) {
    float[] x = ((FloatVec) from).a;
    float[] y = ((FloatVec) to).a;
    for (int i = 0; i < n; i++) {
      y[toAt + i] = x[at + lanes[first + i]];
    }
  }

  @Override
  public void scatterDifference(
      Vec from, int at, double base, int[] lanes, int n, Vec to, int toAt) {
    float[] x = ((FloatVec) from).a;
    float[] y = ((FloatVec) to).a;
    float subtract = (float) base;
    for (int i = 0; i < n; i++) {
      y[toAt + lanes[i]] = x[at + i] - subtract;
    }
  }

  @Override
  public void scatterAdd(Vec from, int at, double factor, int[] lanes, int n, Vec to, int toAt) {
    float[] x = ((FloatVec) from).a;
    float[] y = ((FloatVec) to).a;
    float f = (float) factor;
    for (int i = 0; i < n; i++) {
      y[toAt + lanes[i]] += f * x[at + i];
    }
  }

  @Override
  public void sumNeighbours(Vec x, int at, int[] start, int[] others, Vec weights, Vec sum) {
    float[] from = ((FloatVec) x).a;
    float[] w = ((FloatVec) weights).a;
    float[] to = ((FloatVec) sum).a;
    for (int v = 0; v + 1 < start.length; v++) {
      int end = start[v + 1];
      float even = 0;
      float odd = 0;
      int e = start[v];
      for (; e + 2 <= end; e += 2) {
        even += w[e] * from[at + others[e]];
        odd += w[e + 1] * from[at + others[e + 1]];
      }
      to[at + v] = even + odd + (e < end ? w[e] * from[at + others[e]] : 0);
    }
  }
}

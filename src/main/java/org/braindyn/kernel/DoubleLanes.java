package org.braindyn.kernel;

/** Lanes in double; {@link FloatLanes} is the same text in float. */
final class DoubleLanes implements LaneOps {
  @Override
  public void gather(Vec from, int at, int[] lanes, int first, int n, Vec to, int toAt) {
    double[] x = ((DoubleVec) from).a;
    double[] y = ((DoubleVec) to).a;
    for (int i = 0; i < n; i++) {
      y[toAt + i] = x[at + lanes[first + i]];
    }
  }

  @Override
  public void scatterDifference(
      Vec from, int at, double base, int[] lanes, int n, Vec to, int toAt) {
    double[] x = ((DoubleVec) from).a;
    double[] y = ((DoubleVec) to).a;
    double subtract = (double) base;
    for (int i = 0; i < n; i++) {
      y[toAt + lanes[i]] = x[at + i] - subtract;
    }
  }

  @Override
  public void scatterAdd(Vec from, int at, double factor, int[] lanes, int n, Vec to, int toAt) {
    double[] x = ((DoubleVec) from).a;
    double[] y = ((DoubleVec) to).a;
    double f = (double) factor;
    for (int i = 0; i < n; i++) {
      y[toAt + lanes[i]] += f * x[at + i];
    }
  }
}

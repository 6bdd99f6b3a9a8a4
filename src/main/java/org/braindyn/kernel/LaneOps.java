package org.braindyn.kernel;

/** Moves values between arrays that hold all lanes and arrays that hold some of them. */
public interface LaneOps {
  /** {@code to[toAt + i] = from[at + lanes[i]]} for the lanes {@code first .. first + n - 1}. */
  void gather(Vec from, int at, int[] lanes, int first, int n, Vec to, int toAt);

  /** {@code to[toAt + lanes[i]] = from[at + i] - base} for the first n lanes. */
  void scatterDifference(Vec from, int at, double base, int[] lanes, int n, Vec to, int toAt);

  /** {@code to[toAt + lanes[i]] += factor * from[at + i]} for the first n lanes. */
  void scatterAdd(Vec from, int at, double factor, int[] lanes, int n, Vec to, int toAt);

  /**
   * {@code sum[at + v] = sum over start[v] <= e < start[v + 1] of weights[e] * x[at + others[e]]}
   * for every v.
   */
  void sumNeighbours(Vec x, int at, int[] start, int[] others, Vec weights, Vec sum);
}

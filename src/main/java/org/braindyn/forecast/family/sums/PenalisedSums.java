package org.braindyn.forecast.family.sums;

import org.braindyn.data.parallel.Parallel;

/**
 * Ridge regression of every region on the last p samples of all, with a smaller penalty on the
 * region's own past: one inverse for all regions and right-hand sides, and a correction of rank p
 * per region (Woodbury's identity).
 */
public final class PenalisedSums {
  private final int order;
  private final double[] less;
  private final double[][] inverse;

  /**
   * Factorises the sums once for all right-hand sides.
   *
   * @param sums of the recordings, for at least this order
   * @param order lags p
   * @param ridge penalty on squared coefficients of lag 1, in sums of squares
   * @param ownShare share of it on a region's own past, above 0 to 1
   * @param lagExponent later lags are penalised more, by the lag to this power
   * @throws org.braindyn.data.BadInput if the penalised sums are not positive definite
   */
  public PenalisedSums(LagSums sums, int order, double ridge, double ownShare, double lagExponent) {
    this.order = order;
    less = new double[order];
    double[][] left = sums.gram(order);
    int n = sums.regions();
    for (int i = 0; i < left.length; i++) {
      double penalty = ridge * Math.pow(i / n + 1, lagExponent);
      left[i][i] += penalty;
      less[i / n] = penalty * (1 - ownShare);
    }
    inverse = Dense.inverse(left, "The autoregression of order " + order);
  }

  /**
   * Coefficients of all targets.
   *
   * @param right [(lag - 1) * regions + source][target]
   * @return coefficients of the same shape
   */
  public double[][] solve(double[][] right) {
    double[][] x = Dense.multiply(inverse, right);
    if (less[0] > 0) {
      Parallel.each(right[0].length, target -> relieve(x, target));
    }
    return x;
  }

  /** (M - s U U')^-1 r = x + M^-1 U (I / s - U' M^-1 U)^-1 U' x, U the region's own past. */
  private void relieve(double[][] x, int target) {
    int n = x[0].length;
    double[][] small = new double[order][order];
    double[][] own = new double[order][1];
    for (int a = 0; a < order; a++) {
      for (int b = 0; b < order; b++) {
        small[a][b] = -inverse[a * n + target][b * n + target];
      }
      small[a][a] += 1 / less[a];
      own[a][0] = x[a * n + target][target];
    }
    double[][] factor = Dense.solve(small, own, "The penalty on own pasts");
    for (int i = 0; i < x.length; i++) {
      for (int a = 0; a < order; a++) {
        x[i][target] += inverse[i][a * n + target] * factor[a][0];
      }
    }
  }
}

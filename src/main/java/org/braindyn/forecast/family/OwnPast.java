package org.braindyn.forecast.family;

import org.braindyn.forecast.family.sums.Dense;
import org.braindyn.forecast.family.sums.LagSums;

/** Every region from its own last p samples: p numbers per region. */
public final class OwnPast {
  /** Penalty on squared coefficients, in sums of squares: hardly any, against singular systems. */
  static final double RIDGE = 3;

  private OwnPast() {}

  /**
   * Least squares per region.
   *
   * @param order lags p
   */
  public static LagModel fit(LagSums sums, int order) {
    int n = sums.regions();
    double[][] gram = sums.gram(order);
    double[][] cross = sums.cross(order);
    double[][] stacked = new double[order * n][n];
    for (int r = 0; r < n; r++) {
      double[][] left = new double[order][order];
      double[][] right = new double[order][1];
      for (int k = 0; k < order; k++) {
        right[k][0] = cross[k * n + r][r];
        for (int l = 0; l < order; l++) {
          left[k][l] = gram[k * n + r][l * n + r];
        }
        left[k][k] += RIDGE;
      }
      double[][] own = Dense.solve(left, right, "The autoregression of own pasts");
      for (int k = 0; k < order; k++) {
        stacked[k * n + r][r] = own[k][0];
      }
    }
    return LagModel.ofStacked("own past AR(" + order + ")", stacked, order * n);
  }
}

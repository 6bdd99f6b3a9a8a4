package org.braindyn.forecast.family;

/** Every region from its own last p samples, or from these and the average over all regions'. */
public final class OwnPast {
  /** Penalty on squared coefficients, in sums of squares: hardly any, against singular systems. */
  static final double RIDGE = 3;

  private OwnPast() {}

  /** p numbers per region. */
  public static LagModel fit(LagSums sums, int order) {
    return solve(sums, order, false);
  }

  /** 2 p numbers per region: own past and average past. */
  public static LagModel withMean(LagSums sums, int order) {
    return solve(sums, order, true);
  }

  private static LagModel solve(LagSums sums, int order, boolean mean) {
    int n = sums.regions();
    int size = mean ? 2 * order : order;
    double[][] gram = sums.gram(order);
    double[][] cross = sums.cross(order);
    double[][] byMean = new double[order * n][order]; // past x average past
    double[][] meanCross = new double[order][n]; // average past x present
    for (int i = 0; i < order * n; i++) {
      for (int j = 0; j < order * n; j++) {
        byMean[i][j / n] += gram[i][j] / n;
      }
      for (int j = 0; j < n; j++) {
        meanCross[i / n][j] += cross[i][j] / n;
      }
    }
    double[][] both = new double[order][order]; // average past x average past
    for (int i = 0; i < order * n; i++) {
      for (int l = 0; l < order; l++) {
        both[i / n][l] += byMean[i][l] / n;
      }
    }
    double[][] stacked = new double[order * n][n];
    for (int r = 0; r < n; r++) {
      double[][] left = new double[size][size];
      double[][] right = new double[size][1];
      for (int k = 0; k < order; k++) {
        right[k][0] = cross[k * n + r][r];
        for (int l = 0; l < order; l++) {
          left[k][l] = gram[k * n + r][l * n + r];
          if (mean) {
            left[k][order + l] = byMean[k * n + r][l];
            left[order + l][k] = byMean[k * n + r][l];
            left[order + k][order + l] = both[k][l];
          }
        }
        if (mean) {
          right[order + k][0] = meanCross[k][r];
        }
      }
      for (int k = 0; k < size; k++) {
        left[k][k] += RIDGE;
      }
      double[][] x = Dense.solve(left, right, "The autoregression of own pasts");
      for (int k = 0; k < order; k++) {
        for (int i = 0; i < n && mean; i++) {
          stacked[k * n + i][r] = x[order + k][0] / n;
        }
        stacked[k * n + r][r] += x[k][0];
      }
    }
    String name = mean ? "own past and mean" : "own past";
    return LagModel.ofStacked(name + " AR(" + order + ")", stacked, size * n);
  }
}

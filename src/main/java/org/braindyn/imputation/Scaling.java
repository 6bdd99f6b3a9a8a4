package org.braindyn.imputation;

/**
 * Mean and population standard deviation of every region over what is seen.
 *
 * @param mean per region, in the recording's unit
 * @param sd per region, in the recording's unit; 0 for a region that is constant or never seen
 */
record Scaling(double[] mean, double[] sd) {
  /** Below this share of its magnitude a region's standard deviation is rounding. */
  private static final double CONSTANT = 1e-12;

  static Scaling of(double[][] values, boolean[][] seen) {
    double[] mean = new double[values.length];
    double[] sd = new double[values.length];
    for (int n = 0; n < values.length; n++) {
      int count = 0;
      double sum = 0;
      double largest = 0;
      for (int t = 0; t < values[n].length; t++) {
        if (seen[n][t]) {
          sum += values[n][t];
          largest = Math.max(largest, Math.abs(values[n][t]));
          count++;
        }
      }
      mean[n] = count == 0 ? 0 : sum / count;
      double squares = 0;
      for (int t = 0; t < values[n].length; t++) {
        squares += seen[n][t] ? (values[n][t] - mean[n]) * (values[n][t] - mean[n]) : 0;
      }
      double found = count < 2 ? 0 : Math.sqrt(squares / count);
      sd[n] = found > CONSTANT * largest ? found : 0;
    }
    return new Scaling(mean, sd);
  }

  /** z-scores, [region][time]; 0 where nothing is seen. */
  double[][] scaled(double[][] values, boolean[][] seen) {
    double[][] z = new double[values.length][values[0].length];
    for (int n = 0; n < z.length; n++) {
      for (int t = 0; t < z[n].length; t++) {
        z[n][t] = seen[n][t] && sd[n] > 0 ? (values[n][t] - mean[n]) / sd[n] : 0;
      }
    }
    return z;
  }
}

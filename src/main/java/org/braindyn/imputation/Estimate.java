package org.braindyn.imputation;

import java.util.Arrays;

/**
 * Values for what is missing, in units of each region's standard deviation.
 *
 * @param mean [region][time]; where a value is seen, that value
 * @param variance posterior variance, [region][time], 0 where a value is seen; null if the method
 *     knows none
 */
public record Estimate(double[][] mean, double[][] variance) {
  /** The same in the unit that was scaled; a region without a scale stays as it is. */
  Estimate unscaled(Scaling scaling) {
    double[][] means = new double[mean.length][];
    double[][] variances = variance == null ? null : new double[mean.length][];
    for (int n = 0; n < mean.length; n++) {
      double sd = scaling.sd()[n] > 0 ? scaling.sd()[n] : 1;
      double shift = scaling.sd()[n] > 0 ? scaling.mean()[n] : 0;
      means[n] = Arrays.stream(mean[n]).map(v -> shift + sd * v).toArray();
      if (variances != null) {
        variances[n] = Arrays.stream(variance[n]).map(v -> sd * sd * v).toArray();
      }
    }
    return new Estimate(means, variances);
  }
}

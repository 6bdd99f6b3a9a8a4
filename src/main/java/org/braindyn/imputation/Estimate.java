package org.braindyn.imputation;

import java.util.Arrays;
import org.braindyn.kernel.linalg.Matrix;

/**
 * Values for what is missing, in units of each region's standard deviation.
 *
 * @param mean [region][time]; where a value is seen, that value
 * @param variance posterior variance, [region][time], 0 where a value is seen; null if the method
 *     knows none
 * @param posterior posterior covariances of the missing values summed over time, N x N; null if the
 *     method knows none
 */
public record Estimate(double[][] mean, double[][] variance, Matrix posterior) {
  /** An estimate without posterior covariances between regions. */
  public Estimate(double[][] mean, double[][] variance) {
    this(mean, variance, null);
  }

  /**
   * Correlation between regions of the filled recording, by expected products: what is uncertain
   * counts with its posterior covariance. Correlating filled values alone would be wrong, since
   * estimates vary less than what they stand for.
   *
   * @return [region][region]; null if the method knows no posterior covariances
   */
  public double[][] connectivity() {
    if (posterior == null) {
      return null;
    }
    int frames = mean[0].length;
    Matrix sum = posterior.copy();
    LagMoments.addLagged(mean, 0, sum);
    double[] level = Arrays.stream(mean).mapToDouble(r -> Arrays.stream(r).sum()).toArray();
    double[][] result = new double[mean.length][mean.length];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result.length; j++) {
        result[i][j] = sum.get(i, j) - level[i] * level[j] / frames;
      }
    }
    double[] scale = new double[result.length];
    for (int i = 0; i < scale.length; i++) {
      scale[i] = Math.sqrt(result[i][i]);
    }
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result.length; j++) {
        result[i][j] = i == j ? 1 : result[i][j] / (scale[i] * scale[j]);
      }
    }
    return result;
  }

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
    return new Estimate(means, variances); // posterior covariances are not asked for here
  }
}

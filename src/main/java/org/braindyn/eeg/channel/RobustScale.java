package org.braindyn.eeg.channel;

import java.util.Arrays;
import org.braindyn.data.Median;

/** Median and spread that a few wild values do not move. */
public final class RobustScale {
  /** Interquartile range of a normal distribution to its standard deviation. */
  private static final double NORMAL = 0.7413;

  /** Least spread, as a share of the median: channels may be alike but not to the last digit. */
  private static final double LEAST = 0.02;

  private RobustScale() {}

  /** 0.7413 interquartile ranges of the finite values; NaN if there is none. */
  public static double spread(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return NORMAL * (quantile(sorted, 0.75) - quantile(sorted, 0.25));
  }

  /**
   * Distance of each value from the median in spreads of the values below it: what is large now and
   * then, up to nearly half of the values, does not widen the measure. NaN stays NaN.
   */
  public static double[] zOfLower(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return values.clone();
    }
    double middle = quantile(sorted, 0.5);
    double spread =
        Math.max(2 * NORMAL * (middle - quantile(sorted, 0.25)), LEAST * Math.abs(middle));
    return Arrays.stream(values).map(v -> spread > 0 ? (v - middle) / spread : v - v).toArray();
  }

  /** Median of the finite values; NaN if there is none. */
  public static double middle(double[] values) {
    return Median.of(Arrays.stream(values).filter(Double::isFinite).toArray());
  }

  /** Distance of each value from the median in spreads; NaN stays NaN. */
  public static double[] z(double[] values) {
    double middle = middle(values);
    double spread = Math.max(spread(values), LEAST * Math.abs(middle));
    return Arrays.stream(values).map(v -> spread > 0 ? (v - middle) / spread : v - v).toArray();
  }

  private static double quantile(double[] sorted, double q) {
    double at = q * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}

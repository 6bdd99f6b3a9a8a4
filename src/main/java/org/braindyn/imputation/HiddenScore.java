package org.braindyn.imputation;

/**
 * How well hidden values were met. R2 is {@code 1 - sum (x - p)^2 / sum (x - mean)^2} with the mean
 * of the hidden values, printed as it is, also where negative. Not for several threads at once.
 */
public final class HiddenScore {
  private static final double NORMAL_50 = 0.6744897501960817; // two-sided quantiles of the normal
  private static final double NORMAL_90 = 1.6448536269514722;

  private long count;
  private double sum;
  private double squares;
  private double errors;
  private long judged;
  private long within50;
  private long within90;

  /**
   * Adds one value.
   *
   * @param truth what was hidden
   * @param mean what was filled in
   * @param variance posterior variance; NaN if the method knows none
   */
  public void add(double truth, double mean, double variance) {
    count++;
    sum += truth;
    squares += truth * truth;
    errors += (truth - mean) * (truth - mean);
    if (!Double.isNaN(variance)) {
      double sd = Math.sqrt(variance);
      judged++;
      within50 += Math.abs(truth - mean) <= NORMAL_50 * sd ? 1 : 0;
      within90 += Math.abs(truth - mean) <= NORMAL_90 * sd ? 1 : 0;
    }
  }

  /**
   * Adds the hidden values of a recording.
   *
   * @param truth z-scores, [region][time]
   * @param hidden [region][time], true where hidden on purpose
   */
  public void add(double[][] truth, boolean[][] hidden, Estimate estimate) {
    for (int n = 0; n < truth.length; n++) {
      for (int t = 0; t < truth[n].length; t++) {
        if (hidden[n][t]) {
          double variance = estimate.variance() == null ? Double.NaN : estimate.variance()[n][t];
          add(truth[n][t], estimate.mean()[n][t], variance);
        }
      }
    }
  }

  /** Number of hidden values. */
  public long count() {
    return count;
  }

  /** R2; NaN with fewer than two values. */
  public double r2() {
    return count < 2 ? Double.NaN : 1 - errors / (squares - sum * sum / count);
  }

  /** Mean squared error. */
  public double mse() {
    return errors / count;
  }

  /** Share of hidden values inside the 50 % interval; NaN if the method knows none. */
  public double coverage50() {
    return judged == 0 ? Double.NaN : within50 / (double) judged;
  }

  /** Share of hidden values inside the 90 % interval; NaN if the method knows none. */
  public double coverage90() {
    return judged == 0 ? Double.NaN : within90 / (double) judged;
  }

  /** Half width of an interval in posterior standard deviations. */
  static double halfWidth(double level) {
    return new org.apache.commons.math3.distribution.NormalDistribution()
        .inverseCumulativeProbability(0.5 + level / 2);
  }
}

package org.braindyn.training.score;

import java.io.Serializable;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.family.interval.ConformalIntervals;

/**
 * How a forecaster's intervals did on test windows; NaN for one without intervals that reach as far
 * ahead.
 *
 * @param crps mean continuous ranked probability score, in context standard deviations
 * @param fifty share of the values that 50 % intervals held
 * @param ninety share of the values that 90 % intervals held
 */
public record IntervalScores(double crps, double fifty, double ninety) implements Serializable {
  static final IntervalScores NONE = new IntervalScores(Double.NaN, Double.NaN, Double.NaN);

  /** Means of two groups, weighted. */
  IntervalScores plus(IntervalScores other, double own, double others) {
    return new IntervalScores(
        own * crps + others * other.crps,
        own * fifty + others * other.fifty,
        own * ninety + others * other.ninety);
  }

  /** Sums block by block. */
  static final class Sums {
    private final ConformalIntervals widths;
    private final long[] held = new long[ConformalIntervals.LEVELS.length];
    private double crps;
    private long values;

    /**
     * @param widths null for none
     * @param steps ahead that are tested
     */
    Sums(ConformalIntervals widths, int steps) {
      this.widths = widths != null && widths.horizon() >= steps ? widths : null;
    }

    void add(SignalBatch forecast, SignalBatch target) {
      if (widths == null) {
        return;
      }
      int count = target.values().length;
      crps += widths.crps(forecast, target) * count;
      values += count;
      int steps = target.steps();
      for (int i = 0; i < count; i++) {
        double error = Math.abs(target.values()[i] - forecast.values()[i]);
        for (int level = 0; level < held.length; level++) {
          held[level] +=
              error <= widths.half(level, i / steps % target.regions(), i % steps) ? 1 : 0;
        }
      }
    }

    IntervalScores scores() {
      return widths == null
          ? NONE
          : new IntervalScores(crps / values, (double) held[0] / values, (double) held[1] / values);
    }
  }
}

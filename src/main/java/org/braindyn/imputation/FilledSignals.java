package org.braindyn.imputation;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;

/**
 * A recording whose missing values are filled, and which ones those are.
 *
 * @param signals seen values as they were, filled ones in the recording's unit and marked; NaN only
 *     in regions that were left missing
 * @param filled [region][time], true where the value was filled; such values are estimates and must
 *     not enter a test score, see {@link #unfilled}
 * @param sd posterior standard deviation in the recording's unit, [region][time]: 0 where seen, NaN
 *     where the method knows none
 * @param method what was used, never {@link FillMethod#AUTO}
 * @param order lags of the autoregression; 0 if the method has none
 * @param lost names of regions that were never seen or constant: filled at a guessed scale, or left
 *     missing
 * @param connectivity correlation between the filled regions, [row][row] in their order: expected
 *     products, so that uncertain values do not weaken it; null if the method knows no posterior
 *     covariances. Correlating {@code signals} instead gives too little
 * @param score from values hidden on purpose; null if not asked for or nothing was missing
 */
public record FilledSignals(
    RegionSignals signals,
    boolean[][] filled,
    double[][] sd,
    FillMethod method,
    int order,
    List<String> lost,
    double[][] connectivity,
    FillScore score) {
  /** Number of filled values. */
  public long filledValues() {
    return Missing.count(filled);
  }

  /** The recording with NaN in place of every filled value: what may be scored against. */
  public RegionSignals unfilled() {
    double[][] values = new double[filled.length][];
    for (int n = 0; n < values.length; n++) {
      values[n] = signals.values()[n].clone();
      for (int t = 0; t < values[n].length; t++) {
        values[n][t] = filled[n][t] ? Double.NaN : values[n][t];
      }
    }
    return signals.withValues(values);
  }

  /**
   * Lower end of the central interval of a normal distribution, [region][time], in the recording's
   * unit.
   *
   * @param level share of truth meant to lie inside, e.g. 0.9
   */
  public double[][] low(double level) {
    return bound(level, -1);
  }

  /** Upper end, see {@link #low}. */
  public double[][] high(double level) {
    return bound(level, 1);
  }

  private double[][] bound(double level, int side) {
    if (!(level > 0 && level < 1)) {
      throw new BadInput("The level of the interval is " + level + ", but it must be 0 to 1.");
    }
    double width = side * HiddenScore.halfWidth(level);
    double[][] result = new double[sd.length][sd[0].length];
    for (int n = 0; n < sd.length; n++) {
      for (int t = 0; t < sd[n].length; t++) {
        result[n][t] = signals.values()[n][t] + width * sd[n][t];
      }
    }
    return result;
  }
}

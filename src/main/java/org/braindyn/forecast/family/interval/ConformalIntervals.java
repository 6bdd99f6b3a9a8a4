package org.braindyn.forecast.family.interval;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.parallel.Parallel;

/**
 * Intervals around forecasts from the errors on data left out, by region and step ahead: split
 * conformal prediction (Vovk et al. 2005; Lei et al. 2018, J. Am. Stat. Assoc. 113:1094, alg. 2) on
 * absolute errors, for 50 and 90 %; and quantiles of the signed errors, which make a whole
 * distribution of each forecast. Windows of one person are not independent, so what is promised
 * holds for people like those left out, on average.
 */
public final class ConformalIntervals {
  /** Levels of the intervals. */
  public static final double[] LEVELS = {0.5, 0.9};

  private static final int QUANTILES = 20;
  private static final int FEWEST = 20;

  private final int regions;
  private final int horizon;

  /** [level][region * horizon + step]. */
  private final double[][] half;

  /** Signed errors at (i + 1/2) / 20, [region * horizon + step][i]. */
  private final double[][] quantiles;

  private ConformalIntervals(int regions, int horizon, double[][] half, double[][] quantiles) {
    this.regions = regions;
    this.horizon = horizon;
    this.half = half;
    this.quantiles = quantiles;
  }

  /**
   * Calibrates.
   *
   * @throws BadInput if there are fewer than 20 windows: a 90 % interval needs more
   */
  public static ConformalIntervals of(LeftOutErrors errors) {
    return of(errors, unit -> true);
  }

  /** Calibrates on some pieces only. */
  static ConformalIntervals of(LeftOutErrors left, IntPredicate used) {
    SignalBatch errors = left.errors();
    int[] windows =
        IntStream.range(0, errors.windows()).filter(w -> used.test(left.units()[w])).toArray();
    if (windows.length < FEWEST) {
      throw new BadInput(
          windows.length
              + " windows left out are too few to calibrate 90 % intervals; "
              + FEWEST
              + " are needed. Give longer recordings, more people or a smaller stride.");
    }
    int cells = errors.regions() * errors.steps();
    double[][] half = new double[LEVELS.length][cells];
    double[][] quantiles = new double[cells][QUANTILES];
    Parallel.each(
        cells,
        cell -> {
          double[] e = new double[windows.length];
          double[] size = new double[windows.length];
          for (int i = 0; i < e.length; i++) {
            e[i] = errors.values()[windows[i] * cells + cell];
            size[i] = Math.abs(e[i]);
          }
          Arrays.sort(e);
          Arrays.sort(size);
          for (int l = 0; l < LEVELS.length; l++) {
            // rank ceil((m + 1) level) of m errors covers a further one with that probability
            int rank = (int) Math.ceil((size.length + 1) * LEVELS[l]);
            half[l][cell] = size[Math.min(rank, size.length) - 1];
          }
          for (int q = 0; q < QUANTILES; q++) {
            quantiles[cell][q] = e[(int) ((q + 0.5) / QUANTILES * e.length)];
          }
        });
    return new ConformalIntervals(errors.regions(), errors.steps(), half, quantiles);
  }

  /**
   * Half the width of an interval; steps beyond the calibrated horizon have the last one's.
   *
   * @param level index into {@link #LEVELS}
   * @param step ahead, from 0
   * @return in context standard deviations
   */
  public double half(int level, int region, int step) {
    return half[level][region * horizon + Math.min(step, horizon - 1)];
  }

  /** Steps ahead that were calibrated. */
  public int horizon() {
    return horizon;
  }

  /** Number of regions. */
  public int regions() {
    return regions;
  }

  /** Half widths, [level][region * horizon + step], for files; not a copy. */
  public double[][] halves() {
    return half;
  }

  /** Quantiles of signed errors, [region * horizon + step][quantile], for files; not a copy. */
  public double[][] quantiles() {
    return quantiles;
  }

  /** Intervals kept in a file. */
  public static ConformalIntervals restore(
      int regions, int horizon, double[][] half, double[][] quantiles) {
    if (half.length != LEVELS.length
        || half[0].length != regions * horizon
        || quantiles.length != regions * horizon) {
      throw new BadInput(
          "The intervals of the model do not fit its "
              + regions
              + " regions and "
              + horizon
              + " steps. Train the model again.");
    }
    return new ConformalIntervals(regions, horizon, half, quantiles);
  }

  /**
   * Lower and upper ends of the intervals around forecasts.
   *
   * @param level index into {@link #LEVELS}
   * @return two batches of the forecast's shape
   */
  public SignalBatch[] around(SignalBatch forecast, int level) {
    SignalBatch low = forecast.copy();
    SignalBatch high = forecast.copy();
    int steps = forecast.steps();
    for (int i = 0; i < low.values().length; i++) {
      double h = half(level, i / steps % forecast.regions(), i % steps);
      low.values()[i] -= h;
      high.values()[i] += h;
    }
    return new SignalBatch[] {low, high};
  }

  /**
   * Mean continuous ranked probability score of forecasts as distributions, in context standard
   * deviations: E|X - y| - E|X - X'| / 2 (Gneiting and Raftery 2007, J. Am. Stat. Assoc. 102:359,
   * eq. 21); lower is better, and for a distribution without width it is the absolute error.
   */
  public double crps(SignalBatch forecast, SignalBatch target) {
    double sum = 0;
    int steps = forecast.steps();
    for (int i = 0; i < target.values().length; i++) {
      int region = i / steps % regions;
      double[] spread = quantiles[region * horizon + Math.min(i % steps, horizon - 1)];
      sum += crps(spread, target.values()[i] - forecast.values()[i]);
    }
    return sum / target.values().length;
  }

  /** Of sorted values, each of equal weight. */
  static double crps(double[] sorted, double truth) {
    int n = sorted.length;
    double distance = 0;
    double spread = 0;
    for (int i = 0; i < n; i++) {
      distance += Math.abs(sorted[i] - truth);
      spread += sorted[i] * (2 * i + 1 - n); // half of sum |x_i - x_j| over ordered pairs
    }
    return distance / n - spread / ((double) n * n);
  }
}

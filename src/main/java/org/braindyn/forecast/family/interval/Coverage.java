package org.braindyn.forecast.family.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.SignalBatch;

/**
 * How often intervals held the truth.
 *
 * @param level what was promised
 * @param all share of all values inside
 * @param byStep share by step ahead
 * @param byUnit share by piece (person, or stretch of time), in the order of their numbers
 * @param early share in the first half of every piece's windows
 * @param late share in the second half
 */
public record Coverage(
    double level, double all, double[] byStep, double[] byUnit, double early, double late) {
  /** Coverage of errors by intervals that were calibrated elsewhere. */
  public static Coverage of(ConformalIntervals intervals, LeftOutErrors left, int level) {
    Sums sums = new Sums(left, level);
    for (int w = 0; w < left.units().length; w++) {
      sums.add(intervals, w);
    }
    return sums.coverage();
  }

  /** Every piece by intervals that were calibrated on the other pieces. */
  public static Coverage ofPiecesLeftOut(LeftOutErrors left, int level) {
    Sums sums = new Sums(left, level);
    for (int unit : Arrays.stream(left.units()).distinct().sorted().toArray()) {
      ConformalIntervals others = ConformalIntervals.of(left, u -> u != unit);
      for (int w = 0; w < left.units().length; w++) {
        if (left.units()[w] == unit) {
          sums.add(others, w);
        }
      }
    }
    return sums.coverage();
  }

  /** From the first to the second half: how the share inside drifts. */
  public double drift() {
    return late - early;
  }

  /** One line for logs. */
  public String describe() {
    double[] units = byUnit.clone();
    Arrays.sort(units);
    return String.format(
        Locale.ROOT,
        "%.0f %% intervals held %.1f %% of the values left out (%.1f to %.1f %% by piece; step 1"
            + " %.1f %%, last step %.1f %%; drift %+.1f points from the first to the second half)",
        100 * level,
        100 * all,
        100 * units[0],
        100 * units[units.length - 1],
        100 * byStep[0],
        100 * byStep[byStep.length - 1],
        100 * drift());
  }

  private static final class Sums {
    private final LeftOutErrors left;
    private final int level;
    private final long[] byStep;
    private final long[] byUnit;
    private final int[] windows;
    private final int[] seen;
    private final long[] halves = new long[2];
    private final long[] halfWindows = new long[2];

    Sums(LeftOutErrors left, int level) {
      this.left = left;
      this.level = level;
      int units = Arrays.stream(left.units()).max().orElse(0) + 1;
      byStep = new long[left.errors().steps()];
      byUnit = new long[units];
      windows = new int[units];
      seen = new int[units];
      for (int unit : left.units()) {
        windows[unit]++;
      }
    }

    void add(ConformalIntervals intervals, int window) {
      SignalBatch e = left.errors();
      int unit = left.units()[window];
      int half = 2 * seen[unit]++ < windows[unit] ? 0 : 1;
      halfWindows[half]++;
      for (int r = 0; r < e.regions(); r++) {
        for (int p = 0; p < e.steps(); p++) {
          if (Math.abs(e.get(window, r, p)) <= intervals.half(level, r, p)) {
            byStep[p]++;
            byUnit[unit]++;
            halves[half]++;
          }
        }
      }
    }

    Coverage coverage() {
      int regions = left.errors().regions();
      int steps = byStep.length;
      int count = left.units().length;
      double[] step = new double[steps];
      for (int p = 0; p < steps; p++) {
        step[p] = (double) byStep[p] / count / regions;
      }
      List<Double> units = new ArrayList<>();
      for (int u = 0; u < byUnit.length; u++) {
        if (windows[u] > 0) {
          units.add((double) byUnit[u] / windows[u] / regions / steps);
        }
      }
      double perWindow = (double) regions * steps;
      return new Coverage(
          ConformalIntervals.LEVELS[level],
          Arrays.stream(step).average().orElse(Double.NaN),
          step,
          units.stream().mapToDouble(Double::doubleValue).toArray(),
          halves[0] / perWindow / halfWindows[0],
          halves[1] / perWindow / halfWindows[1]);
    }
  }
}

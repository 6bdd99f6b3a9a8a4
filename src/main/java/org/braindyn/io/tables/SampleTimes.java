package org.braindyn.io.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.braindyn.data.Units;
import org.braindyn.io.MatrixImport;

/** What a column of times or counts says: the time between samples, and where a clock restarts. */
final class SampleTimes {
  private static final String TIME =
      "(time|times|t|timestamp|timestamps|seconds|sec|secs|msec|ms|onset|onsets)";
  private static final String COUNTER =
      "(frame|frames|time_?points?|tr|trs|vol|vols|volume|volumes|scan|scans|sample|samples|index"
          + "|idx|row|rows|no|nr|n|number|step|steps|image|images|slice|dyn|dynamic|dynamics|#"
          + "|unnamed_0|level_0|)(_?(no|nr|number|index|idx|id))?";
  private static final double EVEN = 0.01;

  private SampleTimes() {}

  /** True for the names that a column of times or frame numbers has. */
  static boolean isTimeName(String name) {
    return isClock(name) || plain(name).matches("frames?|time_?points?");
  }

  /** True for the names of a column of times. */
  static boolean isClock(String name) {
    String unit = Units.timeUnitOf(name);
    String rest = plain(name);
    if (!unit.isEmpty() && rest.endsWith("_" + plain(unit))) {
      rest = rest.substring(0, rest.length() - plain(unit).length() - 1);
    }
    return rest.matches(TIME) || rest.matches("(acq|acquisition|scan|frame|volume|sample)_?times?");
  }

  /** True for the names of a column that counts rows; no name is one of them. */
  static boolean isCounter(String name) {
    return plain(name).matches(COUNTER);
  }

  private static String plain(String name) {
    return name.strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}#]+", "_")
        .replaceAll("^_+|_+$", "");
  }

  /** True if the values rise by one step from row to row, whole numbers all. */
  static boolean counts(double[] column) {
    return column.length > 1 && restarts(column).isEmpty() && rises(column);
  }

  private static boolean rises(double[] column) {
    double step = column[1] - column[0];
    for (int t = 0; t < column.length; t++) {
      if (column[t] != Math.rint(column[t]) || column[t] != column[0] + t * step) {
        return false;
      }
    }
    return step >= 1;
  }

  /** Counters of several runs: each rises by the same step. */
  static boolean countsByRun(double[] column) {
    List<Integer> restarts = restarts(column);
    return restarts.isEmpty()
        ? counts(column)
        : Arrays.stream(column).allMatch(v -> v == Math.rint(v));
  }

  /**
   * Rows at which a clock or counter starts again: it falls there, and rises evenly before and
   * after.
   *
   * @return rows from 0; empty if it never does
   */
  static List<Integer> restarts(double[] times) {
    List<Integer> rows = new ArrayList<>();
    if (times.length < 4) {
      return rows;
    }
    double step = median(times);
    for (int t = 1; t < times.length; t++) {
      double move = times[t] - times[t - 1];
      if (move <= 0) {
        rows.add(t);
      } else if (!(Math.abs(move - step) <= EVEN * step)) {
        return List.of();
      }
    }
    return step > 0 ? rows : List.of();
  }

  private static double median(double[] times) {
    double[] moves = new double[times.length - 1];
    for (int t = 0; t < moves.length; t++) {
      moves[t] = times[t + 1] - times[t];
    }
    Arrays.sort(moves);
    return moves[moves.length / 2];
  }

  /**
   * Time between samples in s; NaN, with a note, if the column does not tell.
   *
   * @param name the column's name, with its unit in brackets or behind it: s, ms, sec, min
   */
  static double interval(String name, double[] times, MatrixImport notes) {
    if (!isClock(name)) {
      return Double.NaN;
    }
    double unit = 1;
    String text =
        plain(name).matches("m?sec|secs|ms|seconds") ? plain(name) : Units.timeUnitOf(name);
    if (text.isEmpty() && days(times)) {
      notes.note(
          "Warning: the times look like days since the year 0 (MATLAB's datenum); they are ignored."
              + " Give interval=(s).");
      return Double.NaN;
    }
    if (text.isEmpty()) {
      notes.note("The time column has no unit; s is assumed.");
    } else {
      OptionalDouble known = Units.seconds(text);
      if (known.isEmpty()) {
        notes.note("The unit of time \"" + text + "\" is not known; times are ignored.");
        return Double.NaN;
      }
      unit = known.getAsDouble();
    }
    if (times.length < 2) {
      return Double.NaN;
    }
    double step = (times[times.length - 1] - times[0]) / (times.length - 1);
    boolean even = step > 0;
    for (int t = 0; t < times.length && even; t++) {
      even = Math.abs(times[t] - times[0] - t * step) <= EVEN * Math.abs(step);
    }
    if (!even) {
      notes.note(
          "Warning: the times are not evenly spaced (see row "
              + (uneven(times) + 1)
              + "); they are ignored.");
      return Double.NaN;
    }
    return unit * shortest(step, times);
  }

  /** True for dates of the years 1917 to 2190 as MATLAB counts days, less than a quarter apart. */
  private static boolean days(double[] times) {
    return times.length > 1
        && times[0] > 700_000
        && times[0] < 800_000
        && Math.abs(times[1] - times[0]) < 0.01;
  }

  /** The first row that does not follow the one before as most rows do. */
  private static int uneven(double[] times) {
    double step = median(times);
    for (int t = 1; t < times.length; t++) {
      if (!(Math.abs(times[t] - times[t - 1] - step) <= EVEN * Math.abs(step))) {
        return t;
      }
    }
    return times.length - 1;
  }

  /** The interval with the fewest digits that gives exactly the times written, if there is one. */
  private static double shortest(double step, double[] times) {
    for (int digits = 1; digits <= 17; digits++) {
      double candidate = new BigDecimal(step).round(new MathContext(digits)).doubleValue();
      boolean exact = true;
      for (int t = 0; t < times.length && exact; t++) {
        exact = times[t] == times[0] + t * candidate;
      }
      if (exact) {
        return candidate;
      }
    }
    return new BigDecimal(step).round(new MathContext(9)).doubleValue();
  }
}

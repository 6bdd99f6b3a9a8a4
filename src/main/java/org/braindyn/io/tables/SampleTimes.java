package org.braindyn.io.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.braindyn.io.MatrixImport;

/** What a time column says about the time between samples. */
final class SampleTimes {
  private SampleTimes() {}

  /** True for the names that a first column of times or frame numbers has. */
  static boolean isTimeName(String name) {
    return name.toLowerCase(Locale.ROOT)
        .matches("(time|times|t|frame|frames|timepoint)\\s*([\\[(].*[\\])])?");
  }

  /**
   * Time between samples in s; NaN, with a note, if the column does not tell.
   *
   * @param name the column's name, with its unit in brackets: s, ms, sec, min
   */
  static double interval(String name, double[] times, MatrixImport notes) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("frame") || lower.startsWith("timepoint")) {
      return Double.NaN;
    }
    double unit = 1;
    if (lower.matches(".*[\\[(].*")) {
      String text = lower.replaceAll(".*[\\[(]\\s*|\\s*[\\])].*", "");
      switch (text) {
        case "s", "sec", "seconds" -> unit = 1;
        case "ms", "msec", "milliseconds" -> unit = 1e-3;
        case "min", "minutes" -> unit = 60;
        default -> {
          notes.note("The unit of time \"" + text + "\" is not known; times are ignored.");
          return Double.NaN;
        }
      }
    } else {
      notes.note("The time column has no unit; s is assumed.");
    }
    if (times.length < 2) {
      return Double.NaN;
    }
    double step = (times[times.length - 1] - times[0]) / (times.length - 1);
    for (int t = 0; t < times.length; t++) {
      if (!(Math.abs(times[t] - times[0] - t * step) <= 0.01 * Math.abs(step)) || step <= 0) {
        notes.note("The times are not evenly spaced (see row " + (t + 1) + "); they are ignored.");
        return Double.NaN;
      }
    }
    return unit * shortest(step, times);
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

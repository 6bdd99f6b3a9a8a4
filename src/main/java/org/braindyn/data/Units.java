package org.braindyn.data;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Units of potentials and of time as files write them, in one place: what an unknown unit is, and
 * by how much a value must be multiplied, is decided here for every format.
 */
public final class Units {
  private Units() {}

  /**
   * Microvolts in one of this unit.
   *
   * @param unit as a header states it: V, mV, uV (any of the two signs for micro), nV; case counts
   *     where it tells (MV is no unit of the brain and means mV)
   * @return the factor to microvolts; empty if the unit is unknown or blank
   */
  public static OptionalDouble microvolts(String unit) {
    return switch (plain(unit)) {
      case "v", "volt", "volts", "volt(s)" -> OptionalDouble.of(1e6);
      case "mv", "millivolt", "millivolts", "milliv", "mvolt", "mvolts" -> OptionalDouble.of(1e3);
      case "uv", "microvolt", "microvolts", "microv", "uvolt", "uvolts", "mcv" ->
          OptionalDouble.of(1);
      case "nv", "nanovolt", "nanovolts" -> OptionalDouble.of(1e-3);
      default -> OptionalDouble.empty();
    };
  }

  /** True for units that are known to be none of potentials: a truth value, a share, a rate. */
  public static boolean otherQuantity(String unit) {
    return plain(unit)
        .matches(
            "bool(ean)?|%|c|\u00b0c|deg.*|bpm|1/min|hz|l/min|g|mmhg|lux|k?ohm|s|ms|bits?|code|trigger");
  }

  /**
   * Seconds in one of this unit.
   *
   * @param unit s, sec, ms, us, ns, min, h or their long names
   * @return the factor to seconds; empty if the unit is unknown or blank (steps are no unit of
   *     time)
   */
  public static OptionalDouble seconds(String unit) {
    return switch (plain(unit)) {
      case "s", "sec", "secs", "second", "seconds" -> OptionalDouble.of(1);
      case "ms", "msec", "msecs", "millisec", "millisecond", "milliseconds" ->
          OptionalDouble.of(1e-3);
      case "us", "usec", "microsecond", "microseconds" -> OptionalDouble.of(1e-6);
      case "ns", "nsec", "nanosecond", "nanoseconds" -> OptionalDouble.of(1e-9);
      case "min", "mins", "minute", "minutes" -> OptionalDouble.of(60);
      case "h", "hr", "hour", "hours" -> OptionalDouble.of(3600);
      default -> OptionalDouble.empty();
    };
  }

  /**
   * The unit of time that a column's or variable's name ends in: "time_ms", "Time (s)", "t [sec]",
   * "onset.ms".
   *
   * @return the unit as {@link #seconds} takes it; "" if the name has none
   */
  public static String timeUnitOf(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    if (lower.matches(".*[\\[(].*")) {
      return lower.replaceAll(".*[\\[(]\\s*|\\s*[\\])].*", "");
    }
    int cut =
        Math.max(lower.lastIndexOf('_'), Math.max(lower.lastIndexOf(' '), lower.indexOf('.')));
    String end = cut < 0 ? "" : lower.substring(cut + 1);
    return seconds(end).isPresent() ? end : "";
  }

  private static String plain(String unit) {
    return unit == null
        ? ""
        : unit.strip()
            .toLowerCase(Locale.ROOT)
            // both signs for micro, also where their two bytes of UTF-8 were read as two letters
            .replaceAll("\u00e2?\u00b5|\u00ee\u00bc|\u03bc", "u");
  }
}

package org.braindyn.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round numbers along an axis. */
final class Ticks {
  private Ticks() {}

  /** About so many round numbers from low to high. */
  static List<Double> of(double low, double high, int about) {
    double raw = (high - low) / Math.max(1, about);
    double ten = Math.pow(10, Math.floor(Math.log10(raw)));
    double share = raw / ten;
    double step = ten * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    List<Double> ticks = new ArrayList<>();
    for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  /** A tick's number without zeros at its end. */
  static String text(double tick) {
    String text = String.format(Locale.ROOT, "%.6f", tick).replaceFirst("\\.?0+$", "");
    return (text.equals("-0") ? "0" : text).replace('-', '\u2212');
  }
}

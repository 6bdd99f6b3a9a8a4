package org.braindyn.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.RegionSignals;

/** What signals tell about themselves. */
final class SignalQuality {
  private SignalQuality() {}

  /** One row per region: mean, sd, their ratio, lag-1 correlation, missing and filled frames. */
  static Cells of(RegionSignals signals) {
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < signals.size(); r++) {
      double[] row = signals.values()[r];
      double[] moments = moments(row);
      int filled = 0;
      for (int t = 0; t < row.length && signals.filled() != null; t++) {
        filled += signals.filled()[r][t] ? 1 : 0;
      }
      rows.add(
          List.of(
              signals.regions().get(r).name(),
              number(moments[0]),
              number(moments[1]),
              moments[1] > 0 ? number(moments[0] / moments[1]) : "constant",
              number(moments[2]),
              Integer.toString((int) moments[3]),
              Integer.toString(filled)));
    }
    return new Cells(
        List.of(
            "Region",
            "Mean",
            "Sd",
            "Mean / sd",
            "Lag-1 correlation",
            "Missing frames",
            "Filled frames"),
        rows);
  }

  /** Mean, standard deviation, lag-1 correlation, missing values. */
  private static double[] moments(double[] row) {
    double mean = 0;
    int n = 0;
    for (double v : row) {
      mean += Double.isNaN(v) ? 0 : v;
      n += Double.isNaN(v) ? 0 : 1;
    }
    mean /= n;
    double squares = 0;
    double products = 0;
    double pairs = 0;
    for (int t = 0; t < row.length; t++) {
      double d = row[t] - mean;
      squares += Double.isNaN(d) ? 0 : d * d;
      double next = t + 1 < row.length ? row[t + 1] - mean : Double.NaN;
      boolean pair = !Double.isNaN(d) && !Double.isNaN(next);
      products += pair ? d * next : 0;
      pairs += pair ? d * d : 0;
    }
    double sd = n > 1 ? Math.sqrt(squares / (n - 1)) : Double.NaN;
    return new double[] {mean, sd, pairs > 0 ? products / pairs : Double.NaN, row.length - n};
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value) : "none";
  }
}

package org.braindyn.fiji.pictures;

import ij.process.ColorProcessor;
import java.util.Locale;
import org.braindyn.data.RegionSignals;

/** Carpet plot (Power 2017, NeuroImage 154:150): regions x time, each row z-scored. */
public final class CarpetPicture {
  private CarpetPicture() {}

  /** The picture, with the regions' names; lost regions are grey. */
  public static ColorProcessor of(RegionSignals signals) {
    double[][] rows = new double[signals.size()][signals.frames()];
    for (int r = 0; r < rows.length; r++) {
      zScore(signals.values()[r], rows[r]);
    }
    String time =
        Double.isFinite(signals.interval())
            ? String.format(
                Locale.ROOT, "time, 0 to %.1f s", (signals.frames() - 1) * signals.interval())
            : "time, " + signals.frames() + " frames";
    String title = signals.source() + ": " + signals.size() + " regions, z-scored";
    return GridPicture.of(rows, signals.regions().names(), null, title, time);
  }

  private static void zScore(double[] in, double[] out) {
    double mean = 0;
    double squares = 0;
    int n = 0;
    for (double v : in) {
      if (!Double.isNaN(v)) {
        mean += v;
        n++;
      }
    }
    mean /= n;
    for (double v : in) {
      squares += Double.isNaN(v) ? 0 : (v - mean) * (v - mean);
    }
    double sd = Math.sqrt(squares / n);
    for (int t = 0; t < in.length; t++) {
      out[t] = Double.isNaN(in[t]) ? Double.NaN : sd > 0 ? (in[t] - mean) / sd : 0;
    }
  }
}

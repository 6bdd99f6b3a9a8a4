package org.braindyn.figure.plot;

import java.util.Locale;
import org.braindyn.data.RegionSignals;
import org.braindyn.figure.colour.ColourScale;
import org.braindyn.figure.colour.Palette;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Ink;
import org.braindyn.figure.draw.Pixels;
import org.braindyn.figure.draw.Words;

/** Carpet plot (Power 2017, NeuroImage 154:150): regions x time, each row z-scored. */
public final class CarpetFigure {
  private static final double NAMES = 130;
  private static final double WIDE = 620;
  private static final double TOP = 34;

  /** As high as the colour bar beside it and its name. */
  private static final double LEAST = 90;

  private static final int MOST_COLUMNS = 1240;

  private CarpetFigure() {}

  /** The figure; lost regions are grey, names are written where there is room for them. */
  public static Drawing of(RegionSignals signals) {
    int n = signals.size();
    double row = Math.max(2, Math.min(Math.max(16, LEAST / n), 440.0 / n));
    double high = n * row;
    Drawing out =
        new Drawing(
            NAMES + WIDE + ColourBar.WIDTH + 8, TOP + high + 40, "Carpet of " + signals.source());
    String title = Words.shorten(signals.source(), 50) + ": " + n + " regions, each z-scored";
    out.words(Words.at(NAMES, 20, 14, title).strong());
    ColourScale scale = new ColourScale(Palette.DIVERGING, -3, 3, "z-score");
    out.tiles(NAMES, TOP, WIDE, high, pixels(signals, scale));
    int every = (int) Math.ceil(11 / row);
    for (int r = 0; r < n; r++) {
      String name = signals.regions().get(r).name();
      out.box(0, TOP + r * row, NAMES + WIDE, row, Ink.UNSEEN, name);
      if (r % every == 0) {
        double base = TOP + r * row + Math.max(row, 11) / 2 + 3.5;
        out.words(Words.at(NAMES - 6, base, 10, Words.shorten(name, 20)).end());
      }
    }
    time(out, signals, TOP + high);
    out.inset(NAMES + WIDE + 6, TOP, ColourBar.of(scale, Math.max(70, Math.min(220, high))));
    return out;
  }

  private static Pixels pixels(RegionSignals signals, ColourScale scale) {
    int columns = Math.min(MOST_COLUMNS, signals.frames());
    Pixels pixels = Pixels.clear(columns, signals.size());
    for (int r = 0; r < signals.size(); r++) {
      double[] z = zScores(signals.values()[r]);
      for (int c = 0; c < columns; c++) {
        pixels.set(c, r, scale.rgb(z[(int) ((long) c * z.length / columns)]));
      }
    }
    return pixels;
  }

  private static void time(Drawing out, RegionSignals signals, double y) {
    boolean timed = Double.isFinite(signals.interval());
    double length = timed ? signals.frames() * signals.interval() : signals.frames();
    for (double tick : Ticks.of(0, length, 6)) {
      double x = NAMES + WIDE * tick / length;
      out.line(x, y, x, y + 4, Ink.line(0x404040, 1));
      out.words(Words.at(x, y + 15, 10, Ticks.text(tick)).middle());
    }
    String axis =
        timed
            ? String.format(Locale.ROOT, "time (s); %d frames", signals.frames())
            : "frame (interval unknown)";
    out.words(Words.at(NAMES + WIDE / 2, y + 30, 11, axis).middle());
  }

  /** One row less its mean over its standard deviation; 0 for a constant row, NaN stays. */
  static double[] zScores(double[] row) {
    double mean = 0;
    int n = 0;
    for (double v : row) {
      mean += Double.isNaN(v) ? 0 : v;
      n += Double.isNaN(v) ? 0 : 1;
    }
    mean /= n;
    double squares = 0;
    for (double v : row) {
      squares += Double.isNaN(v) ? 0 : (v - mean) * (v - mean);
    }
    double sd = Math.sqrt(squares / n);
    double[] z = new double[row.length];
    for (int t = 0; t < row.length; t++) {
      z[t] = Double.isNaN(row[t]) ? Double.NaN : sd > 0 ? (row[t] - mean) / sd : 0;
    }
    return z;
  }
}

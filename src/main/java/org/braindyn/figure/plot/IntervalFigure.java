package org.braindyn.figure.plot;

import java.util.List;
import java.util.Locale;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Ink;
import org.braindyn.figure.draw.Words;

/** Numbers with intervals, one row each: a model's error above those of its baselines. */
public final class IntervalFigure {
  private static final int MODEL = 0xd55e00;
  private static final int OTHER = 0x404040;
  private static final double NAMES = 210;
  private static final double WIDE = 420;
  private static final double ROW = 22;
  private static final double TOP = 48;

  private IntervalFigure() {}

  /**
   * One row.
   *
   * @param name what it is
   * @param value the number
   * @param low lower end of its interval; NaN for none
   * @param high upper end
   */
  public record Row(String name, double value, double low, double high) {}

  /**
   * The figure; a line goes down from the first row's number.
   *
   * @param rows the model first
   * @param title first line
   * @param verdict second line, e.g. whether the model wins
   * @param unit of the numbers, with what they are
   */
  public static Drawing of(List<Row> rows, String title, String verdict, String unit) {
    double bottom = TOP + ROW * rows.size();
    Drawing out = new Drawing(NAMES + WIDE + 80, bottom + 46, title);
    out.words(Words.at(8, 18, 14, title).strong());
    out.words(Words.at(8, 36, 11, verdict));
    double most = 0;
    double first = Double.POSITIVE_INFINITY;
    for (Row row : rows) {
      double end = Double.isFinite(row.high) ? row.high : row.value;
      most = Double.isFinite(end) ? Math.max(most, end) : most;
      first = Math.min(first, Double.isFinite(row.value) ? row.value : first);
    }
    double scale = WIDE / (most > 0 ? 1.05 * most : 1);
    for (double tick : Ticks.of(0, most > 0 ? 1.05 * most : 1, 6)) {
      double x = NAMES + tick * scale;
      out.line(x, TOP, x, bottom, Ink.line(0xe2e2e2, 0.8));
      out.words(Words.at(x, bottom + 14, 10, Ticks.text(tick)).middle());
    }
    for (int r = 0; r < rows.size(); r++) {
      row(out, rows.get(r), TOP + ROW * (r + 0.5), scale, r == 0);
    }
    double model = NAMES + rows.get(0).value * scale;
    if (Double.isFinite(model)) {
      out.line(model, TOP, model, bottom, Ink.line(MODEL, 0.8).seenThrough(0.6));
    }
    out.words(Words.at(NAMES + WIDE / 2, bottom + 34, 11, unit).middle());
    return out;
  }

  private static void row(Drawing out, Row row, double y, double scale, boolean model) {
    Words name = Words.at(NAMES - 10, y + 4, 11, Words.shorten(row.name, 34)).end();
    out.words(model ? name.strong() : name);
    if (!Double.isFinite(row.value)) {
      out.words(Words.at(NAMES + 4, y + 4, 10, "no value"));
      return;
    }
    int colour = model ? MODEL : OTHER;
    double right = Math.max(row.value, Double.isFinite(row.high) ? row.high : row.value);
    if (Double.isFinite(row.low) && Double.isFinite(row.high)) {
      out.line(NAMES + row.low * scale, y, NAMES + row.high * scale, y, Ink.line(colour, 2.2));
    }
    out.disc(NAMES + row.value * scale, y, 4.2, Ink.fill(colour), "");
    String number = String.format(Locale.ROOT, "%.3f", row.value);
    out.words(Words.at(NAMES + right * scale + 9, y + 4, 10, number));
  }
}

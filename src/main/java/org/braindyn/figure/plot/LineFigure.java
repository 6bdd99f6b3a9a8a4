package org.braindyn.figure.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Ink;
import org.braindyn.figure.draw.Words;

/** Lines over time with their names beside them. */
public final class LineFigure {
  /** Okabe and Ito's colours (2008), which people with any colour vision can tell apart. */
  private static final int[] COLOURS = {
    0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x404040
  };

  private static final double LEFT = 62;
  private static final double WIDE = 520;
  private static final double TOP = 32;
  private static final double HIGH = 210;
  private static final double NAMES = 170;

  private record Line(String name, double[] x, double[] y, double[] low, double[] high) {}

  private final String title;
  private final String across;
  private final String up;
  private final List<Line> lines = new ArrayList<>();

  /**
   * An empty figure.
   *
   * @param title first line
   * @param across what the x axis is, with unit
   * @param up what the y axis is, with unit
   */
  public LineFigure(String title, String across, String up) {
    this.title = title;
    this.across = across;
    this.up = up;
  }

  /** Adds a line; NaN leaves a gap. */
  public LineFigure line(String name, double[] x, double[] y) {
    return line(name, x, y, null, null);
  }

  /**
   * Adds a line within a band.
   *
   * @param low lower end of the band; null for none
   * @param high upper end of the band
   */
  public LineFigure line(String name, double[] x, double[] y, double[] low, double[] high) {
    lines.add(new Line(name, x, y, low, high));
    return this;
  }

  /** The figure. */
  public Drawing drawing() {
    Drawing out = new Drawing(LEFT + WIDE + NAMES, TOP + HIGH + 44, title);
    out.words(Words.at(LEFT, 20, 14, title).strong());
    double[] xs = range(lines.stream().flatMapToDouble(l -> Arrays.stream(l.x)), 0);
    double[] ys = range(lines.stream().flatMapToDouble(LineFigure::heights), 0.06);
    axes(out, xs, ys);
    for (int k = 0; k < lines.size(); k++) {
      int colour = COLOURS[k % COLOURS.length];
      Line line = lines.get(k);
      band(out, line, colour, xs, ys);
      stretches(out, line, colour, xs, ys);
      double y = TOP + 10 + 17 * k;
      out.line(LEFT + WIDE + 10, y - 4, LEFT + WIDE + 28, y - 4, Ink.line(colour, 2.2));
      out.words(Words.at(LEFT + WIDE + 33, y, 11, Words.shorten(line.name, 22)));
    }
    return out;
  }

  private static DoubleStream heights(Line line) {
    DoubleStream own = Arrays.stream(line.y);
    return line.low == null
        ? own
        : DoubleStream.concat(
            own, DoubleStream.concat(Arrays.stream(line.low), Arrays.stream(line.high)));
  }

  private static double[] range(DoubleStream values, double room) {
    var all = values.filter(Double::isFinite).summaryStatistics();
    if (all.getCount() == 0) {
      return new double[] {0, 1};
    }
    double wide = all.getMax() > all.getMin() ? all.getMax() - all.getMin() : 1;
    return new double[] {all.getMin() - room * wide, all.getMin() + (1 + room) * wide};
  }

  private void axes(Drawing out, double[] xs, double[] ys) {
    for (double tick : Ticks.of(ys[0], ys[1], 4)) {
      double y = down(tick, ys);
      out.line(LEFT, y, LEFT + WIDE, y, Ink.line(tick == 0 ? 0x808080 : 0xe2e2e2, 0.8));
      out.words(Words.at(LEFT - 5, y + 3.5, 10, Ticks.text(tick)).end());
    }
    for (double tick : Ticks.of(xs[0], xs[1], 7)) {
      double x = right(tick, xs);
      out.line(x, TOP + HIGH, x, TOP + HIGH + 4, Ink.line(0x404040, 1));
      out.words(Words.at(x, TOP + HIGH + 16, 10, Ticks.text(tick)).middle());
    }
    out.line(LEFT, TOP + HIGH, LEFT + WIDE, TOP + HIGH, Ink.line(0x404040, 1));
    out.words(Words.at(LEFT + WIDE / 2, TOP + HIGH + 34, 11, across).middle());
    out.words(Words.at(14, TOP + HIGH / 2, 11, up).middle().turned(-90));
  }

  private static void band(Drawing out, Line line, int colour, double[] xs, double[] ys) {
    if (line.low == null) {
      return;
    }
    for (int i = 0; i + 1 < line.x.length; i++) {
      if (Double.isFinite(line.low[i] + line.high[i] + line.low[i + 1] + line.high[i + 1])) {
        double from = right(line.x[i], xs);
        double to = right(line.x[i + 1], xs);
        out.shape(
            new double[] {from, to, to, from},
            new double[] {
              down(line.low[i], ys),
              down(line.low[i + 1], ys),
              down(line.high[i + 1], ys),
              down(line.high[i], ys)
            },
            true,
            Ink.fill(colour).seenThrough(0.18),
            "");
      }
    }
  }

  private static void stretches(Drawing out, Line line, int colour, double[] xs, double[] ys) {
    int from = 0;
    for (int i = 0; i <= line.x.length; i++) {
      if (i == line.x.length || Double.isNaN(line.y[i])) {
        if (i - from > 0) {
          double[] px = new double[i - from];
          double[] py = new double[i - from];
          for (int k = from; k < i; k++) {
            px[k - from] = right(line.x[k], xs);
            py[k - from] = down(line.y[k], ys);
          }
          out.shape(px, py, false, Ink.line(colour, 1.6), "");
        }
        from = i + 1;
      }
    }
  }

  private static double right(double x, double[] range) {
    return LEFT + WIDE * (x - range[0]) / (range[1] - range[0]);
  }

  private static double down(double y, double[] range) {
    return TOP + HIGH * (1 - (y - range[0]) / (range[1] - range[0]));
  }
}

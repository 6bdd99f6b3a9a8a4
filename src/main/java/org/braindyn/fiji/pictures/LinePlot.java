package org.braindyn.fiji.pictures;

import ij.gui.Plot;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Lines over time, as an ImageJ plot window or as a picture. */
public final class LinePlot {
  private static final Color[] COLOURS = {
    new Color(60, 60, 60),
    new Color(200, 30, 40),
    new Color(30, 90, 180),
    new Color(220, 140, 0),
    new Color(20, 140, 90),
    new Color(130, 60, 160),
    new Color(120, 90, 60)
  };

  private static final Color[] SHADES = {new Color(240, 178, 178), new Color(220, 118, 118)};
  private static final int WIDTH = 640;
  private static final double BAR = 0.6;

  private record Bars(String name, double[] x, double[] low, double[] high) {}

  private record Line(String name, double[] x, double[] y, int colour, float width) {}

  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final List<Line> lines = new ArrayList<>();
  private final List<Bars> bands = new ArrayList<>();
  private double marker = Double.NaN;

  /**
   * @param title window title
   * @param xLabel text of the x axis with its unit
   * @param yLabel text of the y axis with its unit
   */
  public LinePlot(String title, String xLabel, String yLabel) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
  }

  /**
   * Adds a line.
   *
   * @param name text of the legend
   * @param colour number of its colour, from 0
   */
  public LinePlot line(String name, double[] x, double[] y, int colour, double width) {
    lines.add(new Line(name, x, y, colour, (float) width));
    return this;
  }

  /**
   * Adds bars behind the lines, one per point, where both ends are finite; wider bands first.
   *
   * @param name for the title, e.g. "90 %"
   */
  public LinePlot band(String name, double[] x, double[] low, double[] high) {
    bands.add(new Bars(name, x, low, high));
    return this;
  }

  /** Marks a place on the x axis, e.g. where the forecast begins. */
  public LinePlot marker(double x) {
    marker = x;
    return this;
  }

  /** The plot, ready to show. */
  public Plot plot() {
    Plot plot = new Plot(title + bandNames(), xLabel, yLabel);
    plot.setFrameSize(WIDTH, 320);
    plot.setFont(Font.PLAIN, 14);
    drawBands(plot);
    StringBuilder legend = new StringBuilder();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (Line line : lines) {
      plot.setColor(COLOURS[line.colour % COLOURS.length]);
      plot.setLineWidth(line.width);
      plot.add("line", line.x, line.y);
      legend.append(line.name).append('\t');
      for (int i = 0; i < line.x.length; i++) {
        first = Math.min(first, line.x[i]);
        last = Math.max(last, line.x[i]);
        if (Double.isFinite(line.y[i])) {
          low = Math.min(low, line.y[i]);
          high = Math.max(high, line.y[i]);
        }
      }
    }
    for (Bars band : bands) {
      low = Math.min(low, Arrays.stream(band.low).filter(Double::isFinite).min().orElse(low));
      high = Math.max(high, Arrays.stream(band.high).filter(Double::isFinite).max().orElse(high));
    }
    double room = high > low ? 0.08 * (high - low) : 1;
    if (last > first && high >= low) {
      plot.setLimits(first, last, low - room, high + 3 * room);
    }
    if (!Double.isNaN(marker)) {
      plot.setColor(Color.GRAY);
      plot.setLineWidth(1);
      plot.drawDottedLine(marker, low - room, marker, high + room, 2);
    }
    for (int b = 0; b < bands.size(); b++) { // a line without points stands for bars in the legend
      plot.setColor(SHADES[Math.min(b, SHADES.length - 1)]);
      plot.setLineWidth(6);
      plot.add("line", new double[] {Double.NaN}, new double[] {Double.NaN});
      legend.append(bands.get(b).name).append(" interval\t");
    }
    plot.setColor(Color.BLACK);
    plot.setLineWidth(1);
    plot.addLegend(legend.toString());
    return plot;
  }

  private String bandNames() {
    return bands.isEmpty()
        ? ""
        : " (bars: " + String.join(" and ", bands.stream().map(Bars::name).toList()) + ")";
  }

  /** Places of all points of lines. */
  private DoubleStream ends() {
    return lines.stream().flatMapToDouble(line -> Arrays.stream(line.x));
  }

  /** The legend counts what was added, which bars are not. */
  private void drawBands(Plot plot) {
    double first = ends().min().orElse(0);
    double last = ends().max().orElse(1);
    for (int b = 0; b < bands.size(); b++) {
      Bars band = bands.get(b);
      double step = band.x.length > 1 ? band.x[1] - band.x[0] : last - first;
      plot.setLineWidth((float) Math.max(2, BAR * WIDTH * step / Math.max(last - first, step)));
      plot.setColor(SHADES[Math.min(b, SHADES.length - 1)]);
      for (int i = 0; i < band.x.length; i++) {
        if (Double.isFinite(band.low[i]) && Double.isFinite(band.high[i])) {
          plot.drawLine(band.x[i], band.low[i], band.x[i], band.high[i]);
        }
      }
    }
  }

  /** The plot as a picture. */
  public ColorProcessor picture() {
    return plot().getImagePlus().getProcessor().convertToColorProcessor();
  }
}

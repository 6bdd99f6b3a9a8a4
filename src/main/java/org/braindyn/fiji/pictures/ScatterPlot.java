package org.braindyn.fiji.pictures;

import ij.gui.Plot;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Points in a plane, coloured by words or by fifths of numbers. */
public final class ScatterPlot {
  private static final Color[] WORDS = {
    new Color(0, 114, 178),
    new Color(213, 94, 0),
    new Color(0, 158, 115),
    new Color(204, 121, 167),
    new Color(230, 159, 0),
    new Color(86, 180, 233),
    new Color(90, 90, 90)
  };
  private static final Color[] RISING = {
    new Color(68, 1, 84),
    new Color(59, 82, 139),
    new Color(33, 145, 140),
    new Color(94, 201, 98),
    new Color(220, 200, 30)
  };
  private static final double ROOM = 0.08;

  private final String title;
  private final String xLabel;
  private final String yLabel;
  private boolean identity;

  /**
   * @param title window title
   * @param xLabel text of the x axis
   * @param yLabel text of the y axis
   */
  public ScatterPlot(String title, String xLabel, String yLabel) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
  }

  /** Adds the line on which both are equal. */
  public ScatterPlot identity() {
    identity = true;
    return this;
  }

  private record Group(String name, Color colour, List<double[]> points) {}

  /**
   * The plot.
   *
   * @param places [point][2]
   * @param cells what each is coloured by, all empty for one colour; numbers if all are
   */
  public Plot coloured(double[][] places, List<String> cells) {
    List<Group> groups = numbers(cells) ? fifths(places, cells) : words(places, cells);
    Plot plot = new Plot(title, xLabel, yLabel);
    plot.setFrameSize(560, 460);
    plot.setFont(Font.PLAIN, 14);
    double[] x = range(places, 0);
    double[] y = range(places, 1);
    plot.setLimits(x[0], x[1], y[0], y[1]);
    List<String> legend = new ArrayList<>();
    for (Group group : groups) {
      double[] gx = group.points.stream().mapToDouble(p -> p[0]).toArray();
      double[] gy = group.points.stream().mapToDouble(p -> p[1]).toArray();
      plot.setColor(group.colour, group.colour);
      plot.setLineWidth(2);
      plot.add("circle", gx, gy);
      legend.add(group.name);
    }
    plot.setColor(Color.GRAY);
    plot.setLineWidth(1);
    if (identity) {
      double low = Math.max(x[0], y[0]);
      double high = Math.min(x[1], y[1]);
      plot.drawDottedLine(low, low, high, high, 2);
    }
    plot.setColor(Color.BLACK);
    if (groups.size() > 1) {
      plot.addLegend(String.join("\t", legend));
    }
    return plot;
  }

  private static boolean numbers(List<String> cells) {
    return cells.stream().distinct().count() > WORDS.length
        && cells.stream().allMatch(c -> c.isEmpty() || c.matches("[-+]?[0-9.]+([eE][-+]?\\d+)?"));
  }

  /** Words beyond the colours share the last one. */
  private static List<Group> words(double[][] places, List<String> cells) {
    TreeMap<String, List<double[]>> all = new TreeMap<>();
    for (int i = 0; i < places.length; i++) {
      String word = cells.get(i).isEmpty() ? "unknown" : cells.get(i);
      all.computeIfAbsent(word, w -> new ArrayList<>()).add(places[i]);
    }
    List<Group> groups = new ArrayList<>();
    all.forEach(
        (word, points) -> {
          int at = groups.size();
          if (at < WORDS.length) {
            groups.add(new Group(word, WORDS[at], points));
          } else {
            Group last = groups.remove(WORDS.length - 1);
            List<double[]> both = new ArrayList<>(last.points);
            both.addAll(points);
            groups.add(new Group("others", last.colour, both));
          }
        });
    return groups;
  }

  private static List<Group> fifths(double[][] places, List<String> cells) {
    double[] sorted =
        cells.stream()
            .filter(c -> !c.isEmpty())
            .mapToDouble(Double::parseDouble)
            .sorted()
            .toArray();
    List<Group> groups = new ArrayList<>();
    for (int g = 0; g < RISING.length; g++) {
      double low = sorted[g * sorted.length / RISING.length];
      boolean last = g == RISING.length - 1;
      double high = sorted[last ? sorted.length - 1 : (g + 1) * sorted.length / RISING.length];
      List<double[]> points = new ArrayList<>();
      for (int i = 0; i < places.length; i++) {
        if (!cells.get(i).isEmpty()) {
          double v = Double.parseDouble(cells.get(i));
          if (v >= low && (last ? v <= high : v < high)) {
            points.add(places[i]);
          }
        }
      }
      if (!points.isEmpty()) {
        String name = String.format(Locale.ROOT, "%.3g to %.3g", low, high);
        groups.add(new Group(name, RISING[g], points));
      }
    }
    return groups;
  }

  private static double[] range(double[][] places, int axis) {
    double low = Arrays.stream(places).mapToDouble(p -> p[axis]).min().orElse(0);
    double high = Arrays.stream(places).mapToDouble(p -> p[axis]).max().orElse(1);
    double room = high > low ? ROOM * (high - low) : 1;
    return new double[] {low - room, high + room};
  }
}

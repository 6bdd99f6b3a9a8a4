package org.braindyn.benchmark;

import ij.gui.Plot;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** What a network gains over its linear estimate, each person a dot: on recordings and on nulls. */
final class NullFigure {
  private static final Map<String, String> NAMES =
      Map.of(
          "random75", "75 % tokens",
          "random20", "20 %",
          "regions", "regions",
          "frames", "gaps",
          "future", "last 20");
  private static final List<Color> COLOURS =
      List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x6E6E6E));

  private final Map<String, Map<String, double[][]>> rows = new LinkedHashMap<>();

  /**
   * Adds a kind of recording: by kind of hiding, R2 of [anchor, scaled anchor, network][person].
   */
  void add(String name, Map<String, double[][]> scores) {
    rows.put(name, scores);
  }

  void save(Path file) throws IOException {
    List<String> kinds = List.copyOf(rows.values().iterator().next().keySet());
    double largest = 0.001;
    for (Map<String, double[][]> row : rows.values()) {
      for (double[][] r2 : row.values()) {
        for (int p = 1; p < r2[0].length; p++) {
          largest = Math.max(largest, Math.abs(r2[2][p] - r2[0][p]));
        }
      }
    }
    Plot plot = new Plot("null", "", "R2: network less its linear estimate");
    plot.setSize(760, 360);
    plot.setFontSize(14);
    List<String> names = kinds.stream().map(k -> NAMES.getOrDefault(k, k)).toList();
    plot.setXYLabels("{" + String.join(",", names) + "}", "R2: network less linear estimate");
    plot.setLimits(-0.6, kinds.size() - 0.4, -1.2 * largest, 1.75 * largest);
    plot.setColor(Color.LIGHT_GRAY);
    plot.drawLine(-0.6, 0, kinds.size() - 0.4, 0);
    int colour = 0;
    for (Map.Entry<String, Map<String, double[][]>> row : rows.entrySet()) {
      plot.setColor(COLOURS.get(colour), COLOURS.get(colour));
      for (int k = 0; k < kinds.size(); k++) {
        double[][] r2 = row.getValue().get(kinds.get(k));
        for (int p = 1; p < r2[0].length; p++) {
          double x = k + 0.22 * (colour - 1) + 0.03 * (p - 2);
          plot.add("circle", new double[] {x}, new double[] {r2[2][p] - r2[0][p]});
        }
      }
      plot.addLabel(0.03 + 0.3 * colour, 0.1, "o " + row.getKey());
      colour++;
    }
    plot.setColor(Color.BLACK);
    plot.setFormatFlags(Plot.X_NUMBERS | Plot.Y_NUMBERS | Plot.Y_TICKS | Plot.Y_GRID);
    ImageIO.write(plot.getImagePlus().getBufferedImage(), "png", file.toFile());
  }
}

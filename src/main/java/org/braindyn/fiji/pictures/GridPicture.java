package org.braindyn.fiji.pictures;

import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.braindyn.fiji.images.Colours;

/** A matrix or carpet (region x time) as a picture with names and a colour scale. */
public final class GridPicture {
  private static final int NAMES = 150;
  private static final int TOP = 40;
  private static final int RIGHT = 80;

  private GridPicture() {}

  /**
   * @param values [row][column]; NaN is grey
   * @param rows name of every row
   * @param columns name of every column, or null for none
   * @param title first line
   * @param across what the columns are, e.g. "time, 0 to 598 s"
   */
  public static ColorProcessor of(
      double[][] values, List<String> rows, List<String> columns, String title, String across) {
    return of(values, rows, columns, title, across, limit(values));
  }

  /**
   * The same on a given scale, for pictures that are compared.
   *
   * @param limit value of the last colour, as {@link #limit} gives for all of them
   */
  public static ColorProcessor of(
      double[][] values,
      List<String> rows,
      List<String> columns,
      String title,
      String across,
      double limit) {
    int n = values.length;
    int m = values[0].length;
    int high = Math.max(2, Math.min(24, 700 / n));
    int wide = columns == null ? Math.max(1, 900 / m) : high;
    int foot = columns == null ? 26 : longest(columns) + 12;
    int width = NAMES + m * wide + RIGHT;
    int height = TOP + n * high + foot;
    ColorProcessor picture = new ColorProcessor(Math.max(width, 420), height);
    picture.setColor(Color.WHITE);
    picture.fill();
    picture.setAntialiasedText(true);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        picture.setColor(colour(values[i][j], limit));
        picture.fillRect(NAMES + j * wide, TOP + i * high, wide, high);
      }
    }
    int every = Math.max(1, (int) Math.ceil(11.0 / high));
    for (int i = 0; i < n; i += every) {
      text(picture, shorten(rows.get(i)), 4, TOP + i * high + high / 2 + 6, 11);
    }
    if (columns != null) {
      for (int j = 0; j < m; j += every) {
        upright(
            picture, shorten(columns.get(j)), NAMES + j * wide + wide / 2 - 6, TOP + n * high + 4);
      }
    } else {
      text(picture, across, NAMES, TOP + n * high + 18, 12);
    }
    text(picture, title, 6, 18, 14);
    if (columns != null) {
      text(picture, across, 6, 35, 11);
    }
    for (int i = 0; i < Math.min(200, n * high); i++) {
      double value = limit * (1 - 2.0 * i / (Math.min(200, n * high) - 1));
      picture.setColor(colour(value, limit));
      picture.fillRect(NAMES + m * wide + 10, TOP + i, 14, 1);
    }
    int bottom = TOP + Math.min(200, n * high);
    text(picture, String.format(Locale.ROOT, "%+.2g", limit), NAMES + m * wide + 27, TOP + 10, 11);
    text(picture, String.format(Locale.ROOT, "%+.2g", -limit), NAMES + m * wide + 27, bottom, 11);
    return picture;
  }

  /**
   * Where the colours of some matrices end: the 99th percentile of all sizes, so that one outlier
   * does not fade the rest.
   */
  public static double limit(double[][]... matrices) {
    double[] sizes =
        java.util.Arrays.stream(matrices)
            .flatMap(java.util.Arrays::stream)
            .flatMapToDouble(java.util.Arrays::stream)
            .filter(v -> Double.isFinite(v) && v != 0)
            .map(Math::abs)
            .sorted()
            .toArray();
    return sizes.length == 0 ? 1 : sizes[(int) (0.99 * (sizes.length - 1))];
  }

  private static Color colour(double value, double limit) {
    if (Double.isNaN(value)) {
      return Color.GRAY;
    }
    int[] rgb = Colours.divergingRgb(0.5 + 0.5 * value / limit);
    return new Color(rgb[0], rgb[1], rgb[2]);
  }

  private static int longest(List<String> names) {
    ColorProcessor ruler = new ColorProcessor(1, 1);
    ruler.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    return names.stream().mapToInt(name -> ruler.getStringWidth(shorten(name))).max().orElse(0);
  }

  private static String shorten(String name) {
    return name.length() > 22 ? name.substring(0, 21) + "\u2026" : name;
  }

  private static void text(ColorProcessor picture, String text, int x, int y, int size) {
    picture.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    picture.setColor(Color.BLACK);
    picture.drawString(text, x, y);
  }

  private static void upright(ColorProcessor picture, String text, int x, int top) {
    ColorProcessor strip = new ColorProcessor(NAMES, 16);
    strip.setColor(Color.WHITE);
    strip.fill();
    strip.setAntialiasedText(true);
    strip.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    strip.setColor(Color.BLACK);
    strip.drawString(text, NAMES - 4 - strip.getStringWidth(text), 13);
    picture.insert(strip.rotateLeft(), x, top);
  }
}

package org.braindyn.fiji.pictures;

import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.braindyn.data.Grid;

/** A map over the mean scan as one picture: rows = times, columns = axial slices, with a scale. */
public final class MapPicture {
  private static final int MARGIN = 70;
  private static final int HEADER = 34;
  private static final int SCALE_BAR = 90;

  // Smaller effects, as a share of the largest, show the scan.
  private static final double VISIBLE = 0.02;

  private MapPicture() {}

  /**
   * @param grid grid of scan and map
   * @param mean mean scan, [voxel]
   * @param map values, [frame][voxel]; 0 and NaN show the scan
   * @param frames which frames to show, one row each
   * @param interval time between frames in s
   * @param title first line of the picture
   * @param unit unit of the values, beside the scale
   */
  public static ColorProcessor of(
      Grid grid,
      double[] mean,
      float[][] map,
      int[] frames,
      double interval,
      String title,
      String unit) {
    return of(grid, mean, map, frames, interval, title, new Scale(unit, largest(map)));
  }

  /**
   * The scale of the colours.
   *
   * @param unit of the values
   * @param limit value of the strongest colour; larger ones saturate
   */
  public record Scale(String unit, double limit) {}

  /** As before, with a given scale. */
  public static ColorProcessor of(
      Grid grid,
      double[] mean,
      float[][] map,
      int[] frames,
      double interval,
      String title,
      Scale scale) {
    double limit = scale.limit;
    String unit = scale.unit;
    int nx = grid.size()[0];
    int ny = grid.size()[1];
    int nz = grid.size()[2];
    int columns = Math.min(8, nz);
    int zoom = Math.max(1, 110 / Math.max(nx, ny));
    int cellWidth = nx * zoom + 4;
    int cellHeight = ny * zoom + 4;
    int width = MARGIN + columns * cellWidth + SCALE_BAR;
    int height = HEADER + frames.length * cellHeight + 20;
    ColorProcessor picture = new ColorProcessor(width, height);
    picture.setColor(Color.BLACK);
    picture.fill();
    picture.setAntialiasedText(true);
    double[] grey = range(mean);
    boolean flipX = grid.affine()[0][0] < 0;
    boolean flipY = grid.affine()[1][1] > 0; // anterior on top
    for (int row = 0; row < frames.length; row++) {
      for (int column = 0; column < columns; column++) {
        int z = slice(column, columns, nz);
        int left = MARGIN + column * cellWidth;
        int top = HEADER + row * cellHeight;
        for (int y = 0; y < ny * zoom; y++) {
          for (int x = 0; x < nx * zoom; x++) {
            int vx = flipX ? nx - 1 - x / zoom : x / zoom;
            int vy = flipY ? ny - 1 - y / zoom : y / zoom;
            int voxel = (z * ny + vy) * nx + vx;
            picture.set(left + x, top + y, rgb(mean[voxel], grey, map[frames[row]][voxel], limit));
          }
        }
      }
      boolean many = frames.length > 1 || Double.isFinite(interval);
      text(
          picture,
          many ? time(frames[row], interval) : "",
          4,
          HEADER + row * cellHeight + cellHeight / 2,
          13);
    }
    text(picture, title, 6, 20, 14);
    scale(picture, width - SCALE_BAR + 14, HEADER, height - HEADER - 30, limit, unit);
    text(
        picture,
        "axial slices, inferior to superior; left of the brain on the left",
        MARGIN,
        height - 5,
        11);
    return picture;
  }

  private static int slice(int column, int columns, int nz) {
    // the outermost slices show little brain
    return Math.min(nz - 1, (int) ((column + 0.5) * nz * 0.86 / columns + nz * 0.07));
  }

  private static String time(int frame, double interval) {
    return Double.isFinite(interval)
        ? String.format(Locale.ROOT, "%.1f s", frame * interval)
        : "frame " + frame;
  }

  private static double largest(float[][] map) {
    double largest = 0;
    for (float[] frame : map) {
      for (float value : frame) {
        largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
      }
    }
    return largest > 0 ? largest : 1;
  }

  private static double[] range(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return new double[] {low, high > low ? high : low + 1};
  }

  private static int rgb(double mean, double[] range, double value, double limit) {
    double grey = Double.isFinite(mean) ? (mean - range[0]) / (range[1] - range[0]) : 0;
    double base = 200 * Math.min(1, Math.max(0, grey));
    double strength = Double.isFinite(value) ? Math.min(1, Math.abs(value) / limit) : 0;
    if (strength < VISIBLE) {
      return pack(base, base, base);
    }
    // hue tells the sign, opacity the size, so that anatomy shows through weak effects
    double opacity = Math.sqrt(strength);
    double[] hot =
        value > 0
            ? new double[] {255, 70 + 150 * strength, 30}
            : new double[] {40, 110 + 100 * strength, 255};
    return pack(
        base * (1 - opacity) + hot[0] * opacity,
        base * (1 - opacity) + hot[1] * opacity,
        base * (1 - opacity) + hot[2] * opacity);
  }

  private static int pack(double r, double g, double b) {
    return (int) Math.min(255, r) << 16 | (int) Math.min(255, g) << 8 | (int) Math.min(255, b);
  }

  private static void scale(
      ColorProcessor picture, int x, int y, int height, double limit, String unit) {
    double[] grey = {0, 1};
    for (int i = 0; i < height; i++) {
      double value = limit * (1 - 2.0 * i / (height - 1));
      int colour = rgb(0.4, grey, value, limit);
      for (int j = 0; j < 16; j++) {
        picture.set(x + j, y + i, colour);
      }
    }
    text(picture, String.format(Locale.ROOT, "%+.2g", limit), x + 20, y + 12, 11);
    text(picture, "0", x + 20, y + height / 2 + 5, 11);
    text(picture, String.format(Locale.ROOT, "%+.2g", -limit), x + 20, y + height, 11);
    text(picture, unit, x - 6, y + height + 16, 11);
  }

  private static void text(ColorProcessor picture, String text, int x, int y, int size) {
    picture.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    picture.setColor(Color.WHITE);
    picture.drawString(text, x, y);
  }
}

package org.braindyn.figure.brain;

import org.braindyn.figure.colour.ColourScale;
import org.braindyn.figure.colour.Palette;
import org.braindyn.figure.draw.Pixels;

/**
 * One section through a map as pixels, with the borders of regions.
 *
 * @param map what is shown
 * @param axes of its grid
 * @param view which section
 * @param scale its colours
 */
record Section(BrainMap map, Axes3D axes, View view, ColourScale scale) {
  private static final int LEAST = 300;
  private static final double SHARE = 0.82;
  private static final int OUTSIDE = 0xffffff;

  /**
   * The pixels.
   *
   * @param cross steps along the world's axes to the point that the section goes through
   */
  Pixels pixels(int[] cross) {
    int nx = axes.size(view.across());
    int ny = axes.size(view.up());
    int zoom = Math.max(2, Math.min(12, (LEAST + nx - 1) / nx));
    double[] greys = map.under() == null ? null : map.greys();
    Pixels pixels = Pixels.clear(nx * zoom, ny * zoom);
    for (int y = 0; y < ny * zoom; y++) {
      for (int x = 0; x < nx * zoom; x++) {
        int vx = x / zoom;
        int vy = ny - 1 - y / zoom;
        int rgb = colour(voxel(cross, vx, vy), greys);
        boolean border = border(cross, x, y, zoom);
        pixels.set(x, y, border ? darker(rgb) : rgb);
      }
    }
    return pixels;
  }

  private int voxel(int[] cross, int across, int up) {
    int[] at = cross.clone();
    at[view.across()] = across;
    at[view.up()] = up;
    return axes.voxel(at);
  }

  /** A line of one pixel inside of a region where it meets another. */
  private boolean border(int[] cross, int x, int y, int zoom) {
    int nx = axes.size(view.across());
    int ny = axes.size(view.up());
    int vx = x / zoom;
    int vy = ny - 1 - y / zoom;
    int row = map.rows()[voxel(cross, vx, vy)];
    if (row < 0) {
      return false;
    }
    int[][] beside = {
      {-1, 0, x % zoom}, {1, 0, zoom - 1 - x % zoom}, {0, 1, y % zoom}, {0, -1, zoom - 1 - y % zoom}
    };
    for (int[] step : beside) {
      int ox = vx + step[0];
      int oy = vy + step[1];
      boolean out = ox < 0 || oy < 0 || ox >= nx || oy >= ny;
      if (step[2] == 0 && (out || map.rows()[voxel(cross, ox, oy)] != row)) {
        return true;
      }
    }
    return false;
  }

  private int colour(int voxel, double[] greys) {
    int row = map.rows()[voxel];
    double value = map.values()[voxel];
    int under = OUTSIDE;
    if (greys != null) {
      double grey = (map.under()[voxel] - greys[0]) / (greys[1] - greys[0]);
      int g = (int) (255 * Math.min(1, Math.max(0, Double.isNaN(grey) ? 0 : grey)));
      under = g << 16 | g << 8 | g;
    }
    if (row < 0) {
      return under;
    }
    int over =
        Double.isNaN(value)
            ? Palette.NO_VALUE
            : map.shown()[voxel] ? scale.rgb(value) : Palette.NOT_SIGNIFICANT;
    return greys == null ? over : mixed(over, under, SHARE);
  }

  private static int mixed(int over, int under, double share) {
    int rgb = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double c = share * (over >> shift & 255) + (1 - share) * (under >> shift & 255);
      rgb |= (int) Math.round(c) << shift;
    }
    return rgb;
  }

  private static int darker(int rgb) {
    return mixed(rgb, 0x303030, 0.55);
  }
}

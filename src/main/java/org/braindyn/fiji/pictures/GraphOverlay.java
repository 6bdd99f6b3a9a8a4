package org.braindyn.fiji.pictures;

import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.Overlay;
import ij.gui.TextRoi;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;

/** The strongest links of a matrix as arrows between centroids, over the brain seen from above. */
public final class GraphOverlay {
  private static final int ZOOM_TO = 700;
  private static final int LEGEND = 66;
  private static final int NAMED = 30;

  private GraphOverlay() {}

  /**
   * @param atlas where the regions lie
   * @param regions rows of the matrix
   * @param matrix [source][target]; red arrows excite, blue ones inhibit
   * @param strongest arrows to draw
   */
  public static ImagePlus image(Atlas atlas, Regions regions, double[][] matrix, int strongest) {
    Labels3D labels = atlas.labels();
    Grid grid = labels.grid();
    int nx = grid.size()[0];
    int ny = grid.size()[1];
    int zoom = Math.max(1, ZOOM_TO / Math.max(nx, ny));
    ImagePlus image = new ImagePlus("strongest links", silhouette(labels, nx, ny, zoom));
    Overlay overlay = new Overlay();
    double[][] place = places(atlas, regions, zoom);
    int n = matrix.length;
    int[] order =
        IntStream.range(0, n * n)
            .filter(i -> i / n != i % n && matrix[i / n][i % n] != 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(matrix[i / n][i % n])))
            .limit(strongest)
            .mapToInt(Integer::intValue)
            .toArray();
    boolean[] linked = new boolean[n];
    for (int k = order.length - 1; k >= 0; k--) {
      int u = order[k] / n;
      int v = order[k] % n;
      double share = Math.abs(matrix[u][v] / matrix[order[0] / n][order[0] % n]);
      overlay.add(arrow(place[u], place[v], matrix[u][v] > 0, share));
      linked[u] = true;
      linked[v] = true;
    }
    for (int r = 0; r < n; r++) {
      if (n > NAMED && !linked[r]) {
        continue; // names of a fine parcellation would hide the brain
      }
      TextRoi name = new TextRoi(place[r][0] + 4, place[r][1] - 14, regions.get(r).name());
      name.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
      name.setStrokeColor(Color.BLACK);
      overlay.add(name);
    }
    double largest = order.length == 0 ? 0 : Math.abs(matrix[order[0] / n][order[0] % n]);
    legend(overlay, ny * zoom, order.length, largest);
    image.setOverlay(overlay);
    return image;
  }

  /** What colours and widths mean, below the brain. */
  private static void legend(Overlay overlay, int top, int links, double largest) {
    if (links == 0) {
      overlay.add(text("no link to draw", 10, top + 8));
      return;
    }
    double[] shares = {1, 0.5, 0.1};
    for (int k = 0; k < shares.length; k++) {
      int left = 10 + 160 * k;
      overlay.add(
          arrow(
              new double[] {left, top + 17}, new double[] {left + 50, top + 17}, true, shares[k]));
      overlay.add(
          arrow(
              new double[] {left, top + 37}, new double[] {left + 50, top + 37}, false, shares[k]));
      overlay.add(
          text(String.format(Locale.ROOT, "%+.2g", shares[k] * largest), left + 52, top + 8));
      overlay.add(
          text(String.format(Locale.ROOT, "%+.2g", -shares[k] * largest), left + 52, top + 28));
    }
    overlay.add(text("red raises, blue lowers; sd per sd", 10, top + 46));
  }

  private static TextRoi text(String words, int x, int y) {
    TextRoi roi = new TextRoi(x, y, words);
    roi.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    roi.setStrokeColor(Color.BLACK);
    return roi;
  }

  private static Arrow arrow(double[] from, double[] to, boolean positive, double share) {
    // stop short of the target, so that opposite arrows stay apart
    double dx = to[0] - from[0];
    double dy = to[1] - from[1];
    double length = Math.max(1, Math.hypot(dx, dy));
    double side = 3;
    double ox = -dy / length * side;
    double oy = dx / length * side;
    Arrow arrow =
        new Arrow(
            from[0] + ox + 8 * dx / length,
            from[1] + oy + 8 * dy / length,
            to[0] + ox - 8 * dx / length,
            to[1] + oy - 8 * dy / length);
    int alpha = (int) (90 + 165 * share);
    arrow.setStrokeColor(positive ? new Color(190, 30, 45, alpha) : new Color(25, 80, 190, alpha));
    arrow.setStrokeWidth(1 + 3 * share);
    arrow.setHeadSize(4 + 3 * share);
    return arrow;
  }

  /** Grey where any slice has a region, from above, front of the brain up. */
  private static ColorProcessor silhouette(Labels3D labels, int nx, int ny, int zoom) {
    Grid grid = labels.grid();
    ColorProcessor picture = new ColorProcessor(Math.max(nx * zoom, 490), ny * zoom + LEGEND);
    picture.setColor(Color.WHITE);
    picture.fill();
    int voxels = nx * ny;
    for (int y = 0; y < ny; y++) {
      for (int x = 0; x < nx; x++) {
        int depth = 0;
        for (int z = 0; z < grid.size()[2]; z++) {
          depth += labels.labels()[z * voxels + y * nx + x] != 0 ? 1 : 0;
        }
        if (depth > 0) {
          int grey = 235 - 60 * depth / grid.size()[2];
          picture.setColor(new Color(grey, grey, grey));
          picture.fillRect(
              (int) screenX(grid, x) * zoom, (int) screenY(grid, y) * zoom, zoom, zoom);
        }
      }
    }
    return picture;
  }

  private static double screenX(Grid grid, double x) {
    return grid.affine()[0][0] < 0 ? grid.size()[0] - 1 - x : x;
  }

  private static double screenY(Grid grid, double y) {
    return grid.affine()[1][1] > 0 ? grid.size()[1] - 1 - y : y;
  }

  /** Where the regions are: their place in mm, or the centroid of their voxels. */
  private static double[][] places(Atlas atlas, Regions regions, int zoom) {
    Labels3D labels = atlas.labels();
    Grid grid = labels.grid();
    double[][] sum = new double[regions.size()][3];
    int nx = grid.size()[0];
    int ny = grid.size()[1];
    int[] rows = rows(atlas, regions);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] >= 0) {
        double[] of = sum[rows[i]];
        of[0] += i % nx;
        of[1] += i / nx % ny;
        of[2]++;
      }
    }
    for (int r = 0; r < sum.length; r++) {
      Region region = regions.get(r);
      boolean placed = grid.placed() && region.centroid() != null;
      if (sum[r][2] == 0 && !placed) {
        throw new BadInput(
            labels.name()
                + " has no voxel of region \""
                + region.name()
                + "\" (label "
                + region.labelText()
                + "). Use the labels that the signals were cut with.");
      }
      double[] at = placed ? grid.toVoxel(region.centroid()) : sum[r];
      double share = placed ? 1 : sum[r][2];
      sum[r][0] = (screenX(grid, at[0] / share) + 0.5) * zoom;
      sum[r][1] = (screenY(grid, at[1] / share) + 0.5) * zoom;
    }
    return sum;
  }

  /** Row of the region at every voxel; regions with places of their own need no label. */
  private static int[] rows(Atlas atlas, Regions regions) {
    boolean placed =
        atlas.labels().grid().placed()
            && regions.list().stream().allMatch(region -> region.centroid() != null);
    if (placed) {
      int[] none = new int[atlas.labels().labels().length];
      java.util.Arrays.fill(none, -1);
      return none;
    }
    return atlas.rows(atlas.join(regions, "the matrix"));
  }
}

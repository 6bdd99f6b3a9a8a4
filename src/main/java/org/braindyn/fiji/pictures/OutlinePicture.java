package org.braindyn.fiji.pictures;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Font;
import org.braindyn.data.Labels3D;
import org.braindyn.fiji.images.RegionOutlines;

/** All slices of an image side by side, enlarged, with the borders of regions in colour. */
public final class OutlinePicture {
  private static final int WIDTH = 1100;
  private static final int MOST_SLICES = 30;
  private static final int GAP = 4;
  private static final int TOP = 26;

  private OutlinePicture() {}

  /**
   * @param mean 3-D image, e.g. of {@link RegionOutlines#meanImage}
   * @param labels on the same grid
   */
  public static ColorProcessor of(ImagePlus mean, Labels3D labels) {
    int nx = mean.getWidth();
    int ny = mean.getHeight();
    int nz = mean.getStackSize();
    int shown = Math.min(nz, MOST_SLICES);
    int columns = nz == 1 ? 1 : Math.max(1, (int) Math.ceil(Math.sqrt(shown * 1.6 * ny / nx)));
    int rows = (shown + columns - 1) / columns;
    int zoom = Math.max(1, Math.min(10, WIDTH / (columns * (nx + 1))));
    ColorProcessor picture =
        new ColorProcessor(columns * (nx * zoom + GAP) + GAP, rows * (ny * zoom + GAP) + GAP + TOP);
    picture.setColor(Color.BLACK);
    picture.fill();
    picture.setAntialiasedText(true);
    picture.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    picture.setColor(Color.WHITE);
    picture.drawString(mean.getTitle(), 6, 19);
    double[] range = range(mean);
    // World x and y decide what is up: anterior up and left on the left, as MapPicture does.
    boolean placed = labels.grid().placed();
    boolean flipX = placed && labels.grid().affine()[0][0] < 0;
    boolean flipY = placed && labels.grid().affine()[1][1] > 0;
    for (int s = 0; s < shown; s++) {
      int z = shown == nz ? s : (int) ((s + 0.5) * nz / shown);
      int left = GAP + s % columns * (nx * zoom + GAP);
      int top = TOP + GAP + s / columns * (ny * zoom + GAP);
      ImageProcessor plane = mean.getStack().getProcessor(z + 1);
      for (int y = 0; y < ny; y++) {
        for (int x = 0; x < nx; x++) {
          int vx = flipX ? nx - 1 - x : x;
          int vy = flipY ? ny - 1 - y : y;
          double grey = (plane.getf(vx, vy) - range[0]) / (range[1] - range[0]);
          int g = (int) (255 * Math.min(1, Math.max(0, Double.isNaN(grey) ? 0 : grey)));
          picture.setColor(new Color(g, g, g));
          picture.fillRect(left + x * zoom, top + y * zoom, zoom, zoom);
        }
      }
      borders(picture, labels, new Pane(z, left, top, zoom), flipX, flipY);
    }
    return picture;
  }

  /** Slice z, drawn from (left, top) on, zoom pixels a voxel. */
  private record Pane(int z, int left, int top, int zoom) {}

  private static void borders(
      ColorProcessor picture, Labels3D labels, Pane pane, boolean flipX, boolean flipY) {
    int z = pane.z;
    int zoom = pane.zoom;
    int nx = labels.grid().size()[0];
    int ny = labels.grid().size()[1];
    for (int y = 0; y < ny; y++) {
      for (int x = 0; x < nx; x++) {
        int label = at(labels, x, y, z, flipX, flipY);
        if (label == 0) {
          continue;
        }
        picture.setColor(RegionOutlines.colour(label));
        int px = pane.left + x * zoom;
        int py = pane.top + y * zoom;
        int thick = Math.max(1, zoom / 6);
        if (at(labels, x - 1, y, z, flipX, flipY) != label) {
          picture.fillRect(px, py, thick, zoom);
        }
        if (at(labels, x + 1, y, z, flipX, flipY) != label) {
          picture.fillRect(px + zoom - thick, py, thick, zoom);
        }
        if (at(labels, x, y - 1, z, flipX, flipY) != label) {
          picture.fillRect(px, py, zoom, thick);
        }
        if (at(labels, x, y + 1, z, flipX, flipY) != label) {
          picture.fillRect(px, py + zoom - thick, zoom, thick);
        }
      }
    }
  }

  private static int at(Labels3D labels, int x, int y, int z, boolean flipX, boolean flipY) {
    int nx = labels.grid().size()[0];
    int ny = labels.grid().size()[1];
    if (x < 0 || y < 0 || x >= nx || y >= ny) {
      return 0;
    }
    int vx = flipX ? nx - 1 - x : x;
    int vy = flipY ? ny - 1 - y : y;
    return labels.labels()[(z * ny + vy) * nx + vx];
  }

  /** Grey range: 1st to 99.5th percentile of the finite values. */
  private static double[] range(ImagePlus mean) {
    int n = mean.getWidth() * mean.getHeight();
    double[] values = new double[n * mean.getStackSize()];
    int count = 0;
    for (int z = 1; z <= mean.getStackSize(); z++) {
      ImageProcessor plane = mean.getStack().getProcessor(z);
      for (int i = 0; i < n; i++) {
        if (Float.isFinite(plane.getf(i))) {
          values[count++] = plane.getf(i);
        }
      }
    }
    if (count == 0) {
      return new double[] {0, 1};
    }
    java.util.Arrays.sort(values, 0, count);
    double low = values[(int) (0.01 * (count - 1))];
    double high = values[(int) (0.995 * (count - 1))];
    return new double[] {low, high > low ? high : low + 1};
  }
}

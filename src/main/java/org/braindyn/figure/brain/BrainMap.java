package org.braindyn.figure.brain;

import org.braindyn.data.Grid;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;

/**
 * One value per voxel, and what is shown where there is none.
 *
 * @param grid of all arrays, x fastest
 * @param rows number of the voxel's region, which borders are drawn by; -1 outside
 * @param values one per voxel, NaN outside and where a region has no value
 * @param shown false where a value is not significant
 * @param under a scan to lie below, one value per voxel; null for none
 */
public record BrainMap(Grid grid, int[] rows, double[] values, boolean[] shown, double[] under) {
  /** Marks voxels of regions that have no value. */
  static final int LOST = Integer.MAX_VALUE;

  /**
   * A value per region, painted.
   *
   * @param regions rows of the values
   * @param perRegion one per region; NaN for a lost one
   * @param significant one per region; null for all
   * @param under a scan on the labels' grid; null for none
   * @throws org.braindyn.data.BadInput if it is not sure which region is which
   */
  public static BrainMap of(
      Atlas atlas, Regions regions, double[] perRegion, boolean[] significant, double[] under) {
    int[] rows = atlas.rows(atlas.join(regions, "the map"));
    double[] values = new double[rows.length];
    boolean[] shown = new boolean[rows.length];
    for (int v = 0; v < rows.length; v++) {
      boolean inside = rows[v] >= 0;
      values[v] = inside ? perRegion[rows[v]] : Double.NaN;
      shown[v] = inside && (significant == null || significant[rows[v]]);
      if (!inside && atlas.labels().labels()[v] != 0) {
        rows[v] = LOST;
      }
    }
    return new BrainMap(atlas.labels().grid(), rows, values, shown, under);
  }

  /** The voxel with the largest value that is shown, nearest to its region's middle. */
  int peak() {
    int best = -1;
    for (int v = 0; v < values.length; v++) {
      boolean counts = shown[v] && Double.isFinite(values[v]);
      best = counts && (best < 0 || Math.abs(values[v]) > Math.abs(values[best])) ? v : best;
    }
    return best < 0 ? values.length / 2 : central(rows[best]);
  }

  private int central(int row) {
    int nx = grid.size()[0];
    int ny = grid.size()[1];
    double[] sum = new double[4];
    for (int v = 0; v < rows.length; v++) {
      if (rows[v] == row) {
        sum[0] += v % nx;
        sum[1] += v / nx % ny;
        sum[2] += v / (nx * ny);
        sum[3]++;
      }
    }
    int best = 0;
    double nearest = Double.POSITIVE_INFINITY;
    for (int v = 0; v < rows.length; v++) {
      if (rows[v] == row) {
        double dx = v % nx - sum[0] / sum[3];
        double dy = v / nx % ny - sum[1] / sum[3];
        double dz = v / (nx * ny) - sum[2] / sum[3];
        double distance = dx * dx + dy * dy + dz * dz;
        if (distance < nearest) {
          nearest = distance;
          best = v;
        }
      }
    }
    return best;
  }

  /** Mean of the scan below at its dark and bright end, for greys. */
  double[] greys() {
    double[] sorted = java.util.Arrays.stream(under).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return new double[] {0, 1};
    }
    double low = sorted[(int) (0.02 * (sorted.length - 1))];
    double high = sorted[(int) (0.995 * (sorted.length - 1))];
    return new double[] {low, high > low ? high : low + 1};
  }
}

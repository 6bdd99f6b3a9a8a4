package org.braindyn.parcellation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.RegionPositions;

/** A file of coordinates against the label image it should belong to. */
public final class PositionCheck {
  private static final double TOLERANCE = 0.5;

  private PositionCheck() {}

  /**
   * Compares places, region by region.
   *
   * @param labels the label image as given
   * @param regions its regions, with their centroids in it
   * @return sentences: how many agree within half a voxel, how many lie inside of their region,
   *     which labels the file does not know
   * @throws BadInput if the file knows none of the labels
   */
  public static List<String> compare(
      Labels3D labels, List<Region> regions, RegionPositions positions) {
    Grid grid = labels.grid();
    int compared = 0;
    int apart = 0;
    int inside = 0;
    double largest = 0;
    String worst = "";
    List<Integer> unknown = new ArrayList<>();
    for (Region region : regions) {
      double[] mm = positions.of(region.label());
      if (mm == null) {
        unknown.add(region.label());
      } else if (region.centroid() != null) {
        compared++;
        inside += labelAt(labels, mm) == region.label() ? 1 : 0;
        double[] a = grid.toVoxel(mm);
        double[] b = grid.toVoxel(region.centroid());
        double distance = norm(mm, region.centroid());
        apart += norm(a, b) > TOLERANCE ? 1 : 0;
        if (distance > largest) {
          largest = distance;
          worst = region.name();
        }
      }
    }
    if (unknown.size() == regions.size()) {
      throw new BadInput(
          positions.source()
              + " has no position for any label of "
              + labels.name()
              + " (labels "
              + unknown.subList(0, Math.min(5, unknown.size()))
              + " ...). Positions are joined by label value.");
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            apart == 0
                ? "Region positions of %1$s agree with %4$s: %3$d regions, largest distance %5$.2f mm."
                : "Warning: the region positions file %1$s disagrees with the label image %4$s: %2$d of"
                    + " %3$d regions are more than half a voxel away, largest %5$.1f mm (%6$s);"
                    + " %7$.0f %% of the positions lie inside of their region. The file's positions are"
                    + " used; give none to use the label image's own.",
            positions.source(),
            apart,
            compared,
            labels.name(),
            largest,
            worst,
            100.0 * inside / Math.max(1, compared)));
    if (!unknown.isEmpty()) {
      notes.add(
          positions.source()
              + " has no position for "
              + unknown.size()
              + " labels, which keep the centroid of their voxels: "
              + unknown.subList(0, Math.min(20, unknown.size()))
              + ".");
    }
    return notes;
  }

  /** Label of the voxel nearest to a place in mm, 0 outside of the image. */
  public static int labelAt(Labels3D labels, double[] mm) {
    int[] size = labels.grid().size();
    double[] at = labels.grid().toVoxel(mm);
    int index = 0;
    for (int axis = 2; axis >= 0; axis--) {
      long v = Math.round(at[axis]);
      if (v < 0 || v >= size[axis]) {
        return 0;
      }
      index = index * size[axis] + (int) v;
    }
    return labels.labels()[index];
  }

  private static double norm(double[] a, double[] b) {
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }
}

package org.braindyn.data.join;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Regions;

/** Some voxels of every region, evenly taken: where a region lies and how far it reaches. */
public final class AtlasPoints {
  private AtlasPoints() {}

  /**
   * Takes points; the same atlas always gives the same.
   *
   * @param wanted regions, in order
   * @param most points of a region, at least 1
   * @return [region][point][x, y, z] in mm; a region that the atlas lacks has no points
   */
  public static double[][][] of(Atlas atlas, Regions wanted, int most) {
    Labels3D labels = atlas.labels();
    Grid grid = labels.grid();
    int[] size = grid.size();
    Map<Integer, List<Integer>> voxels = new HashMap<>();
    for (int i = 0; i < labels.labels().length; i++) {
      if (labels.labels()[i] != 0) {
        voxels.computeIfAbsent(labels.labels()[i], k -> new ArrayList<>()).add(i);
      }
    }
    int[] rows = atlas.labelsOf(wanted, "the regions of " + labels.name());
    double[][][] points = new double[rows.length][][];
    for (int r = 0; r < rows.length; r++) {
      List<Integer> all = voxels.getOrDefault(rows[r], List.of());
      int count = Math.min(most, all.size());
      points[r] = new double[count][];
      for (int k = 0; k < count; k++) {
        int i = all.get((int) ((k + 0.5) * all.size() / count));
        points[r][k] = grid.toWorld(i % size[0], i / size[0] % size[1], i / (size[0] * size[1]));
      }
    }
    return points;
  }
}

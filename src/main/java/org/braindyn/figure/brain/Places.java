package org.braindyn.figure.brain;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Grid;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;

/** Places of regions in mm, where a label image tells them. */
public final class Places {
  private Places() {}

  /**
   * The regions with the middle of their voxels where they have no place of their own.
   *
   * @param atlas where the regions lie; null for none
   * @throws org.braindyn.data.BadInput if it is not sure which region is which
   */
  public static Regions of(Regions regions, Atlas atlas) {
    if (atlas == null || regions.list().stream().allMatch(r -> r.centroid() != null)) {
      return regions;
    }
    Grid grid = atlas.labels().grid();
    int[] rows = atlas.rows(atlas.join(regions, "the figure"));
    double[][] sum = new double[regions.size()][4];
    int nx = grid.size()[0];
    int ny = grid.size()[1];
    for (int v = 0; v < rows.length; v++) {
      if (rows[v] >= 0) {
        double[] of = sum[rows[v]];
        double[] mm = grid.toWorld(v % nx, v / nx % ny, v / (nx * ny));
        for (int c = 0; c < 3; c++) {
          of[c] += mm[c];
        }
        of[3]++;
      }
    }
    List<Region> placed = new ArrayList<>();
    for (int r = 0; r < sum.length; r++) {
      Region region = regions.get(r);
      double n = sum[r][3];
      boolean known = region.centroid() != null || n == 0;
      double[] middle = {sum[r][0] / n, sum[r][1] / n, sum[r][2] / n};
      placed.add(known ? region : region.at(middle));
    }
    return new Regions(placed);
  }
}

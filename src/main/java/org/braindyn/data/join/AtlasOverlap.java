package org.braindyn.data.join;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;

/**
 * How two parcellations of one space (MNI) cut the same voxels.
 *
 * @param volume mm3 that a region of the first and one of the second share, [first][second]
 * @param first mm3 of the regions of the first
 * @param second mm3 of the regions of the second
 */
public record AtlasOverlap(double[][] volume, double[] first, double[] second) {
  private static final double LEAST = 0.2;

  /** An atlas, the row of every label of it that is wanted, and the number of rows. */
  private record Cut(Atlas atlas, Map<Integer, Integer> rows, int size) {}

  /**
   * Voxel by voxel of the finer grid; the other's label is that of the nearest voxel.
   *
   * @param one atlas of the first regions
   * @param oneRegions the regions wanted, in order; those that the atlas lacks share nothing
   * @param two atlas of the second regions
   * @param twoRegions the same of the second
   * @throws BadInput if a place in the world is not known, or hardly anything is shared
   */
  public static AtlasOverlap of(Atlas one, Regions oneRegions, Atlas two, Regions twoRegions) {
    placed(one);
    placed(two);
    double a = cell(one.labels().grid());
    double b = cell(two.labels().grid());
    Cut cutOne = new Cut(one, rows(one, oneRegions), oneRegions.size());
    Cut cutTwo = new Cut(two, rows(two, twoRegions), twoRegions.size());
    AtlasOverlap found = b <= a ? counted(cutTwo, cutOne).turned() : counted(cutOne, cutTwo);
    double shared = 0;
    double all = 0;
    for (int i = 0; i < found.second.length; i++) {
      all += found.second[i];
      for (double[] row : found.volume) {
        shared += row[i];
      }
    }
    if (!(shared > LEAST * all)) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s and %s share %.0f %% of the second's voxels: they do not lie in one space. Give"
                  + " both atlases in MNI space, with their places (sform or qform).",
              one.labels().name(),
              two.labels().name(),
              all > 0 ? 100 * shared / all : 0));
    }
    return found;
  }

  private AtlasOverlap turned() {
    double[][] turned = new double[second.length][first.length];
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < second.length; j++) {
        turned[j][i] = volume[i][j];
      }
    }
    return new AtlasOverlap(turned, second, first);
  }

  private static AtlasOverlap counted(Cut fine, Cut coarse) {
    double[][] volume = new double[fine.size][coarse.size];
    double[] first = new double[fine.size];
    double[] second = new double[coarse.size];
    Grid grid = fine.atlas.labels().grid();
    Grid other = coarse.atlas.labels().grid();
    double cell = cell(grid);
    int[] size = grid.size();
    int[] labels = fine.atlas.labels().labels();
    for (int i = 0; i < labels.length; i++) {
      double[] mm = grid.toWorld(i % size[0], i / size[0] % size[1], i / (size[0] * size[1]));
      Integer r = fine.rows.get(labels[i]);
      Integer s = coarse.rows.get(label(coarse.atlas.labels(), other, mm));
      if (r != null) {
        first[r] += cell;
      }
      if (s != null) {
        second[s] += cell;
      }
      if (r != null && s != null) {
        volume[r][s] += cell;
      }
    }
    return new AtlasOverlap(volume, first, second);
  }

  private static int label(Labels3D labels, Grid grid, double[] mm) {
    double[] at = grid.toVoxel(mm);
    int[] v = new int[3];
    for (int d = 0; d < 3; d++) {
      v[d] = (int) Math.rint(at[d]);
      if (v[d] < 0 || v[d] >= grid.size()[d]) {
        return 0;
      }
    }
    return labels.labels()[v[0] + grid.size()[0] * (v[1] + grid.size()[1] * v[2])];
  }

  private static Map<Integer, Integer> rows(Atlas atlas, Regions wanted) {
    int[] labels = atlas.labelsOf(wanted, "the regions of " + atlas.labels().name());
    Map<Integer, Integer> rows = new HashMap<>();
    for (int r = 0; r < labels.length; r++) {
      if (labels[r] != Region.NO_LABEL) {
        rows.put(labels[r], r);
      }
    }
    return rows;
  }

  private static void placed(Atlas atlas) {
    if (!atlas.labels().grid().placed()) {
      throw new BadInput(
          atlas.labels().name()
              + " does not say where it lies (no sform or qform). Give an atlas in MNI space.");
    }
  }

  private static double cell(Grid grid) {
    return grid.spacing(0) * grid.spacing(1) * grid.spacing(2);
  }
}

package org.braindyn.parcellation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Region;

/** The voxels of every region of a label image, regions in order of label value. */
final class RegionVoxels {
  /** Label value of every row, ascending. */
  final int[] labels;

  /** Positions in {@link #voxels} where each row starts; one more entry than rows. */
  final int[] start;

  /** Voxel indices, grouped by row and ascending within a row. */
  final int[] voxels;

  private RegionVoxels(int[] labels, int[] start, int[] voxels) {
    this.labels = labels;
    this.start = start;
    this.voxels = voxels;
  }

  int rows() {
    return labels.length;
  }

  int count(int row) {
    return start[row + 1] - start[row];
  }

  /** All label values above 0 of an image, ascending. */
  static TreeSet<Integer> present(int[] image) {
    TreeSet<Integer> present = new TreeSet<>();
    int last = 0;
    for (int label : image) {
      if (label != last && label != 0) {
        present.add(label);
      }
      last = label;
    }
    return present;
  }

  /**
   * @param image labels on the scan's grid
   * @param wanted the regions' label values, ascending
   * @param keep voxels to use; null for all
   */
  static RegionVoxels of(int[] image, int[] wanted, boolean[] keep) {
    int[] row = new int[image.length];
    int[] start = new int[wanted.length + 1];
    int last = 0;
    int lastRow = -1;
    for (int i = 0; i < image.length; i++) {
      if (image[i] != last) {
        last = image[i];
        lastRow = last == 0 ? -1 : Arrays.binarySearch(wanted, last);
      }
      row[i] = lastRow >= 0 && (keep == null || keep[i]) ? lastRow : -1;
      if (row[i] >= 0) {
        start[row[i] + 1]++;
      }
    }
    for (int r = 0; r < wanted.length; r++) {
      start[r + 1] += start[r];
    }
    int[] next = start.clone();
    int[] voxels = new int[start[wanted.length]];
    for (int i = 0; i < image.length; i++) {
      if (row[i] >= 0) {
        voxels[next[row[i]]++] = i;
      }
    }
    return new RegionVoxels(wanted, start, voxels);
  }

  /** The same regions without the voxels marked bad. */
  RegionVoxels without(boolean[] bad) {
    int[] newStart = new int[start.length];
    int[] kept = new int[voxels.length];
    int n = 0;
    for (int r = 0; r < rows(); r++) {
      for (int i = start[r]; i < start[r + 1]; i++) {
        if (!bad[voxels[i]]) {
          kept[n++] = voxels[i];
        }
      }
      newStart[r + 1] = n;
    }
    return new RegionVoxels(labels, newStart, Arrays.copyOf(kept, n));
  }

  /** Regions with name, number of voxels and centroid in mm (null without voxels). */
  List<Region> regions(Grid grid, LabelNames names) {
    List<Region> regions = new ArrayList<>();
    for (int r = 0; r < rows(); r++) {
      regions.add(
          new Region(labels[r], names.of(labels[r]), count(r), count(r) == 0 ? null : mm(r, grid)));
    }
    return regions;
  }

  private double[] mm(int row, Grid grid) {
    int nx = grid.size()[0];
    int ny = grid.size()[1];
    double x = 0;
    double y = 0;
    double z = 0;
    for (int i = start[row]; i < start[row + 1]; i++) {
      int v = voxels[i];
      x += v % nx;
      y += v / nx % ny;
      z += v / nx / ny;
    }
    int n = count(row);
    return grid.toWorld(x / n, y / n, z / n);
  }
}

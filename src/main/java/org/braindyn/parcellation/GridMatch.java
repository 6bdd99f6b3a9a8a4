package org.braindyn.parcellation;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;

/** Checks that labels lie on the scan's grid, and brings them there if asked. */
public final class GridMatch {
  /** Largest distance between corresponding corners that still counts as equal, in voxels. */
  public static final double TOLERANCE = 0.01;

  /** Closer than this to halfway between two voxels is halfway; affines are stored as floats. */
  private static final double HALF = 1e-4;

  private GridMatch() {}

  /**
   * Labels on the scan's grid.
   *
   * @param labels one label per voxel of the scan
   * @param resampled true if they were on another grid
   * @param notes what was assumed or done, in sentences
   */
  public record Matched(Labels3D labels, boolean resampled, List<String> notes) {}

  /**
   * Brings labels onto a scan's grid.
   *
   * @param scan grid of the scan
   * @param resample how labels of another grid are brought here, or that they are refused
   * @throws BadInput if the grids differ and cannot or shall not be matched; both are printed
   */
  public static Matched match(Grid scan, String scanName, Labels3D labels, Resampling resample) {
    Grid grid = labels.grid();
    List<String> notes = new ArrayList<>();
    boolean sizes = grid.sameSize(scan);
    boolean placed = grid.placed() && scan.placed();
    if (sizes && (!placed || grid.samePlace(scan, TOLERANCE))) {
      if (!placed) {
        notes.add(
            (grid.placed() ? scanName : labels.name())
                + " has no affine; the labels were accepted because both grids have the same size,"
                + " but whether they show the same place cannot be checked.");
      }
      return new Matched(new Labels3D(scan, labels.labels(), labels.name()), false, notes);
    }
    String both =
        "The labels are on another grid than the scan.\n"
            + ("Scan " + scanName + ": " + scan.describe() + "\n")
            + ("Labels " + labels.name() + ": " + grid.describe() + "\n");
    String hint =
        grid.size()[2] == 1 && scan.size()[2] > 1
            ? "If the slices of the scan are time points, make them frames: Image > Properties...\n"
            : "";
    if (!placed) {
      throw new BadInput(
          both
              + hint
              + "They cannot be resampled, since "
              + (grid.placed() ? "the scan" : "the label image")
              + " has no affine. Use labels made on the scan's grid.");
    }
    if (resample == Resampling.REFUSE) {
      throw new BadInput(
          both
              + hint
              + (sizes ? "The sizes agree but the affines do not. " : "")
              + "Tick \"resample\" to bring the labels onto the scan's grid.");
    }
    boolean majority = resample == Resampling.MAJORITY;
    notes.add(
        String.format(
            "%s was resampled (%s) onto the scan's grid: %s",
            labels.name(), majority ? "label that fills most" : "nearest neighbour", both.trim()));
    return new Matched(
        majority ? MajorityLabels.resample(labels, scan, notes) : resample(labels, scan),
        true,
        notes);
  }

  /**
   * Nearest-neighbour resampling through the affines of both grids.
   *
   * @return labels on the target grid; 0 outside of the source's field of view
   */
  public static Labels3D resample(Labels3D source, Grid target) {
    double[][] m = targetToSource(source.grid(), target);
    int[] size = target.size();
    int[] from = source.grid().size();
    int[] in = source.labels();
    int[] out = new int[target.voxels()];
    int at = 0;
    for (int z = 0; z < size[2]; z++) {
      for (int y = 0; y < size[1]; y++) {
        for (int x = 0; x < size[0]; x++, at++) {
          int i = nearest(m[0], x, y, z);
          int j = nearest(m[1], x, y, z);
          int k = nearest(m[2], x, y, z);
          if (i >= 0 && j >= 0 && k >= 0 && i < from[0] && j < from[1] && k < from[2]) {
            out[at] = in[i + from[0] * (j + from[1] * k)];
          }
        }
      }
    }
    return new Labels3D(target, out, source.name());
  }

  /**
   * The nearest whole index. Halves go to the even neighbour: always upwards would shift every
   * region by up to half a voxel where one spacing is a simple fraction of the other.
   */
  static int nearest(double[] row, double x, double y, double z) {
    double at = row[0] * x + row[1] * y + row[2] * z + row[3];
    double half = Math.floor(at) + 0.5;
    return (int) Math.rint(Math.abs(at - half) < HALF ? half : at);
  }

  /** Voxel index of the target to (fractional) voxel index of the source, 3 x 4. */
  static double[][] targetToSource(Grid source, Grid target) {
    double[][] inverse = inverse(source.affine());
    double[][] m = new double[3][4];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 4; j++) {
        double shift = j == 3 ? inverse[i][3] : 0;
        m[i][j] =
            shift
                + inverse[i][0] * target.affine()[0][j]
                + inverse[i][1] * target.affine()[1][j]
                + inverse[i][2] * target.affine()[2][j];
      }
    }
    return m;
  }

  /** Inverse of a 3 x 4 affine by cofactors. */
  static double[][] inverse(double[][] a) {
    double[][] c = new double[3][4];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        int p = (j + 1) % 3;
        int q = (j + 2) % 3;
        int r = (i + 1) % 3;
        int s = (i + 2) % 3;
        c[i][j] = a[p][r] * a[q][s] - a[p][s] * a[q][r];
      }
    }
    double det = a[0][0] * c[0][0] + a[0][1] * c[1][0] + a[0][2] * c[2][0];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        c[i][j] /= det;
      }
      c[i][3] = -(c[i][0] * a[0][3] + c[i][1] * a[1][3] + c[i][2] * a[2][3]);
    }
    return c;
  }
}

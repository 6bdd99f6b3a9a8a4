package org.braindyn.data;

import java.util.Arrays;
import java.util.Locale;

/**
 * The sampling grid of a 3-D image and its place in the world.
 *
 * @param size voxels along x, y, z
 * @param affine voxel index to world coordinates in mm, 3 x 4 rows (R | t); never null
 * @param source where the affine came from
 */
public record Grid(int[] size, double[][] affine, AffineSource source) {
  /** What told the position of the grid. */
  public enum AffineSource {
    /** NIfTI sform. */
    SFORM,
    /** NIfTI qform. */
    QFORM,
    /** Voxel spacing only: position and orientation are unknown. */
    SPACING,
    /** Nothing: spacing 1 and origin 0 are assumed. */
    NONE
  }

  /** Checks the shapes. */
  public Grid {
    if (size.length != 3 || affine.length != 3 || affine[0].length != 4) {
      throw new IllegalArgumentException("a grid needs 3 sizes and a 3 x 4 affine");
    }
  }

  /** A grid with spacing in mm, its first voxel at the origin. */
  public static Grid spaced(int nx, int ny, int nz, double dx, double dy, double dz) {
    double[][] affine = {{dx, 0, 0, 0}, {0, dy, 0, 0}, {0, 0, dz, 0}};
    return new Grid(new int[] {nx, ny, nz}, affine, AffineSource.SPACING);
  }

  /** Number of voxels. */
  public int voxels() {
    return Math.multiplyExact(Math.multiplyExact(size[0], size[1]), size[2]);
  }

  /** True if the position in the world is known (sform or qform). */
  public boolean placed() {
    return source == AffineSource.SFORM || source == AffineSource.QFORM;
  }

  /** Distance in mm between neighbouring voxels along axis 0, 1 or 2. */
  public double spacing(int axis) {
    return Math.sqrt(
        affine[0][axis] * affine[0][axis]
            + affine[1][axis] * affine[1][axis]
            + affine[2][axis] * affine[2][axis]);
  }

  /** World coordinates in mm of a (fractional) voxel index. */
  public double[] toWorld(double x, double y, double z) {
    double[] world = new double[3];
    for (int i = 0; i < 3; i++) {
      world[i] = affine[i][0] * x + affine[i][1] * y + affine[i][2] * z + affine[i][3];
    }
    return world;
  }

  /** (Fractional) voxel index of a place in mm; the inverse of {@link #toWorld}. */
  public double[] toVoxel(double... mm) {
    double[] voxel = new double[3];
    double det = 0;
    for (int i = 0; i < 3; i++) {
      int p = (i + 1) % 3;
      int q = (i + 2) % 3;
      for (int j = 0; j < 3; j++) {
        int r = (j + 1) % 3;
        int s = (j + 2) % 3;
        double cofactor = affine[r][p] * affine[s][q] - affine[r][q] * affine[s][p];
        voxel[i] += cofactor * (mm[j] - affine[j][3]);
        det += i == 0 ? cofactor * affine[j][0] : 0;
      }
    }
    for (int i = 0; i < 3; i++) {
      voxel[i] /= det;
    }
    return voxel;
  }

  /** True if both have the same number of voxels along every axis. */
  public boolean sameSize(Grid other) {
    return Arrays.equals(size, other.size);
  }

  /**
   * True if no corner of the grid lies further than {@code tolerance} voxels apart.
   *
   * @param other another grid of the same size
   * @param tolerance in units of the smallest spacing
   */
  public boolean samePlace(Grid other, double tolerance) {
    double unit = Math.min(spacing(0), Math.min(spacing(1), spacing(2)));
    for (int corner = 0; corner < 8; corner++) {
      double x = (corner & 1) * (size[0] - 1);
      double y = (corner >> 1 & 1) * (size[1] - 1);
      double z = (corner >> 2) * (size[2] - 1);
      double[] a = toWorld(x, y, z);
      double[] b = other.toWorld(x, y, z);
      for (int i = 0; i < 3; i++) {
        if (!(Math.abs(a[i] - b[i]) <= tolerance * unit)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Size and affine on one line, for messages. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    text.append(size[0]).append(" x ").append(size[1]).append(" x ").append(size[2]);
    text.append(" voxels, affine (").append(source.name().toLowerCase(Locale.ROOT)).append(") [");
    for (int i = 0; i < 3; i++) {
      text.append(i > 0 ? "; " : "");
      for (int j = 0; j < 4; j++) {
        text.append(j > 0 ? " " : "").append(String.format(Locale.ROOT, "%.5g", affine[i][j]));
      }
    }
    return text.append("]").toString();
  }
}

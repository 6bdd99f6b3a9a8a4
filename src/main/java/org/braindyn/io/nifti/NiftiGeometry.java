package org.braindyn.io.nifti;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Grid.AffineSource;

/**
 * The place of the voxels in the world: sform if its code is positive, else qform, else the spacing
 * alone (nifti1.h, methods 3, 2 and 1).
 */
final class NiftiGeometry {
  private NiftiGeometry() {}

  static Grid grid(NiftiFields f, int[] size, String file, List<String> notes) {
    double unit = lengthUnit(f, file, notes);
    double[][] affine = new double[3][4];
    AffineSource source;
    if (f.sformCode > 0) {
      source = AffineSource.SFORM;
      for (int i = 0; i < 12; i++) {
        affine[i / 4][i % 4] = f.sform[i] * unit;
      }
    } else if (f.qformCode > 0) {
      source = AffineSource.QFORM;
      affine = qform(f, file, unit);
    } else {
      boolean known = (f.units & 7) != 0 || f.format.startsWith("Analyze") || !allOne(f.pixdim);
      source = known ? AffineSource.SPACING : AffineSource.NONE;
      for (int i = 0; i < 3; i++) {
        double spacing = Math.abs(f.pixdim[i + 1]) * unit;
        if (!(spacing > 0) || Double.isInfinite(spacing)) {
          notes.add("The voxel spacing along axis " + (i + 1) + " is missing; 1 mm is used.");
          spacing = 1;
        }
        affine[i][i] = spacing;
      }
      notes.add(
          "The header has neither sform nor qform: position and orientation are unknown"
              + (known ? "." : ", spacing 1 is assumed."));
    }
    double volume = determinant(affine);
    if (!(Math.abs(volume) > 1e-12) || Double.isInfinite(volume) || !finite(affine)) {
      throw new BadInput(
          file
              + ": the "
              + source.name().toLowerCase(java.util.Locale.ROOT)
              + " of the header is not a usable affine: "
              + new Grid(size, affine, source).describe()
              + ". Repair the header, or set both codes to 0 to use the spacing alone.");
    }
    return new Grid(size, affine, source);
  }

  private static double lengthUnit(NiftiFields f, String file, List<String> notes) {
    switch (f.units & 7) {
      case 1:
        return 1000;
      case 2:
        return 1;
      case 3:
        return 0.001;
      case 0:
        if (!f.format.startsWith("Analyze")) {
          notes.add("The header gives no unit of length; mm is assumed.");
        }
        return 1;
      default:
        throw new BadInput(
            file + ": unknown code " + (f.units & 7) + " for the unit of length in xyzt_units.");
    }
  }

  private static double[][] qform(NiftiFields f, String file, double unit) {
    double b = f.quaternion[0];
    double c = f.quaternion[1];
    double d = f.quaternion[2];
    double rest = 1 - (b * b + c * c + d * d);
    if (!(rest > -1e-5)) {
      throw new BadInput(
          file + ": the qform's quaternion (" + b + ", " + c + ", " + d + ") is longer than 1.");
    }
    double a = Math.sqrt(Math.max(0, rest));
    double[][] rotation = {
      {a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
      {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
      {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - c * c - b * b}
    };
    double flip = f.pixdim[0] < 0 ? -1 : 1;
    double[][] affine = new double[3][4];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        affine[i][j] = rotation[i][j] * Math.abs(f.pixdim[j + 1]) * (j == 2 ? flip : 1) * unit;
      }
      affine[i][3] = f.quaternion[3 + i] * unit;
    }
    return affine;
  }

  private static boolean allOne(double[] pixdim) {
    for (int i = 1; i <= 3; i++) {
      if (pixdim[i] != 1 && pixdim[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean finite(double[][] affine) {
    for (double[] row : affine) {
      for (double v : row) {
        if (!Double.isFinite(v)) {
          return false;
        }
      }
    }
    return true;
  }

  private static double determinant(double[][] m) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }
}

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
  /** Cosine of the angle from which on two axes are told apart: 25 degrees. */
  private static final double SAME_AXIS = 0.9;

  private NiftiGeometry() {}

  static Grid grid(NiftiFields f, int[] size, String file, List<String> notes) {
    double unit = lengthUnit(f, file, notes);
    double[][] affine = new double[3][4];
    AffineSource source;
    boolean zero = f.sformCode > 0 && java.util.Arrays.stream(f.sform).allMatch(v -> v == 0);
    if (zero) {
      notes.add(
          "The sform is all zero though its code is "
              + f.sformCode
              + (f.qformCode > 0 ? "; the qform is used." : "; the spacing alone is used."));
    }
    if (f.sformCode > 0 && !zero) {
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
    if (source == AffineSource.SFORM && f.qformCode > 0) {
      compare(affine, f, file, unit, notes);
    }
    double volume = determinant(affine);
    if (!(Math.abs(volume) > 1e-12) || Double.isInfinite(volume) || !finite(affine)) {
      throw new BadInput(
          file
              + ": the "
              + source.name().toLowerCase(java.util.Locale.ROOT)
              + " of the header is not a usable affine: "
              + new Grid(size, affine, source).describe()
              + ". Repair the header: nibabel's img.set_sform(affine, code=2), or FSL's fslorient.");
    }
    return new Grid(size, affine, source);
  }

  /** Mirrored or far apart forms: programs that take the one and the other place it differently. */
  private static void compare(
      double[][] sform, NiftiFields f, String file, double unit, List<String> notes) {
    double[][] qform;
    try {
      qform = qform(f, file, unit);
    } catch (BadInput e) {
      return; // the qform is not used
    }
    boolean swapped = determinant(sform) * determinant(qform) < 0;
    boolean turned = false;
    for (int j = 0; j < 3; j++) {
      double dot = 0;
      double s = 0;
      double q = 0;
      for (int i = 0; i < 3; i++) {
        dot += sform[i][j] * qform[i][j];
        s += sform[i][j] * sform[i][j];
        q += qform[i][j] * qform[i][j];
      }
      turned |= dot < SAME_AXIS * Math.sqrt(s * q);
      boolean leftRight = Math.abs(sform[0][j]) > 0.5 * Math.sqrt(s);
      swapped |= leftRight && sform[0][j] * qform[0][j] < 0;
    }
    if (swapped || turned) {
      notes.add(
          "Warning: sform and qform disagree: "
              + (swapped ? "left in one is right in the other" : "their axes differ")
              + ". The sform is used; make sure that it is the right one.");
    }
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

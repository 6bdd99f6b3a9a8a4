package org.braindyn.io.nifti;

import org.braindyn.data.Grid;

/**
 * A grid's affine as the fields of a NIfTI header: sform always, qform too if it can hold it.
 *
 * @param qfac pixdim[0]: -1 if the third axis is flipped, else 1
 * @param qformCode 0 if there is no qform
 * @param quaternion b, c, d, x, y, z of the qform
 * @param sformCode 0 if the place is unknown
 * @param sform three rows of four
 */
record NiftiAffine(double qfac, int qformCode, double[] quaternion, int sformCode, double[] sform) {
  /** Code 2 (aligned) for both, since the grid does not say which space it is in. */
  private static final int ALIGNED = 2;

  static NiftiAffine of(Grid grid) {
    double[] quaternion = new double[6];
    double[] sform = new double[12];
    if (!grid.placed()) {
      return new NiftiAffine(1, 0, quaternion, 0, sform);
    }
    double[][] r = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        r[i][j] = grid.affine()[i][j] / grid.spacing(j);
      }
      System.arraycopy(grid.affine()[i], 0, sform, 4 * i, 4);
    }
    double det =
        r[0][0] * (r[1][1] * r[2][2] - r[1][2] * r[2][1])
            - r[0][1] * (r[1][0] * r[2][2] - r[1][2] * r[2][0])
            + r[0][2] * (r[1][0] * r[2][1] - r[1][1] * r[2][0]);
    double flip = det < 0 ? -1 : 1;
    for (int i = 0; i < 3; i++) {
      r[i][2] *= flip;
    }
    if (!orthogonal(r)) {
      return new NiftiAffine(1, 0, quaternion, ALIGNED, sform);
    }
    double[] q = quaternion(r);
    for (int i = 0; i < 3; i++) {
      quaternion[i] = q[i + 1];
      quaternion[3 + i] = grid.affine()[i][3];
    }
    return new NiftiAffine(flip, ALIGNED, quaternion, ALIGNED, sform);
  }

  private static boolean orthogonal(double[][] r) {
    for (int j = 0; j < 3; j++) {
      int k = (j + 1) % 3;
      double dot = r[0][j] * r[0][k] + r[1][j] * r[1][k] + r[2][j] * r[2][k];
      if (Math.abs(dot) > 1e-4) {
        return false;
      }
    }
    return true;
  }

  /** Unit quaternion a, b, c, d with a at least 0, from a proper rotation (largest term first). */
  private static double[] quaternion(double[][] r) {
    double[] squared = {
      1 + r[0][0] + r[1][1] + r[2][2],
      1 + r[0][0] - r[1][1] - r[2][2],
      1 - r[0][0] + r[1][1] - r[2][2],
      1 - r[0][0] - r[1][1] + r[2][2]
    };
    int largest = 0;
    for (int i = 1; i < 4; i++) {
      largest = squared[i] > squared[largest] ? i : largest;
    }
    double s = 2 * Math.sqrt(squared[largest]);
    double x = r[2][1] - r[1][2];
    double y = r[0][2] - r[2][0];
    double z = r[1][0] - r[0][1];
    double xy = r[0][1] + r[1][0];
    double xz = r[0][2] + r[2][0];
    double yz = r[1][2] + r[2][1];
    double[] q =
        switch (largest) {
          case 0 -> new double[] {s / 4, x / s, y / s, z / s};
          case 1 -> new double[] {x / s, s / 4, xy / s, xz / s};
          case 2 -> new double[] {y / s, xy / s, s / 4, yz / s};
          default -> new double[] {z / s, xz / s, yz / s, s / 4};
        };
    double sign = q[0] < 0 ? -1 : 1;
    return new double[] {sign * q[0], sign * q[1], sign * q[2], sign * q[3]};
  }
}

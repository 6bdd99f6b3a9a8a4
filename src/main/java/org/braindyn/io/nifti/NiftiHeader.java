package org.braindyn.io.nifti;

import java.nio.ByteOrder;
import java.util.List;
import org.braindyn.data.Grid;

/**
 * What a NIfTI-1, NIfTI-2 or Analyze 7.5 header says, in mm and s.
 *
 * @param format "NIfTI-1", "NIfTI-2" or "Analyze 7.5"
 * @param order byte order of header and voxels
 * @param pair true if the voxels are in a separate .img file
 * @param type voxel type
 * @param offset position of the first voxel in its file, in bytes
 * @param slope factor from stored to real values; 1 if the header has none
 * @param intercept added after the factor; 0 if the header has none
 * @param grid size and affine
 * @param frames number of frames
 * @param interval time between frames in s, NaN if the header does not say or cannot be believed
 * @param intent the header's intent name, free text
 * @param notes what a user should know about choices made in reading the header, in sentences
 */
record NiftiHeader(
    String format,
    ByteOrder order,
    boolean pair,
    NiftiType type,
    long offset,
    double slope,
    double intercept,
    Grid grid,
    int frames,
    double interval,
    String intent,
    List<String> notes) {

  /** Bytes that the voxels take. */
  long dataBytes() {
    return Math.multiplyExact(
        Math.multiplyExact((long) grid.voxels(), (long) frames), (long) type.bytes());
  }

  /**
   * Turns voxels into real values.
   *
   * @param in {@code n} voxels as stored
   * @param out receives them from position {@code at}
   */
  void decode(byte[] in, double[] out, int at, int n) {
    type.decode(in, order, out, at, n);
    if (slope == 1 && intercept == 0) {
      return;
    }
    for (int i = at; i < at + n; i++) {
      out[i] = out[i] * slope + intercept;
    }
  }
}

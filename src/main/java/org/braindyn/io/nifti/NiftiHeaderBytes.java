package org.braindyn.io.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.braindyn.data.Grid;
import org.braindyn.data.Volume4D;

/** Little-endian headers: NIfTI-1, or NIfTI-2 where a size does not fit 16 bits. */
final class NiftiHeaderBytes {
  private NiftiHeaderBytes() {}

  /**
   * @param meaning what the voxels mean
   * @param pair true for the .hdr of a pair, false for the start of a .nii
   * @return header and four bytes for "no extension"
   */
  static byte[] of(Volume4D image, NiftiType type, boolean pair, NiftiMeaning meaning) {
    int[] size = image.grid().size();
    long[] dim = {image.frames() > 1 ? 4 : 3, size[0], size[1], size[2], image.frames(), 1, 1, 1};
    boolean two = false;
    for (long n : dim) {
      two |= n > Short.MAX_VALUE;
    }
    Grid grid = image.grid();
    NiftiAffine affine = NiftiAffine.of(grid);
    boolean timed = image.frames() > 1 && image.interval() > 0;
    double[] pixdim = new double[8];
    pixdim[0] = affine.qfac();
    for (int i = 0; i < 3; i++) {
      pixdim[i + 1] = grid.spacing(i);
    }
    pixdim[4] = timed ? image.interval() : 0;
    int units = (grid.source() == Grid.AffineSource.NONE ? 0 : 2) + (timed ? 8 : 0);
    ByteBuffer b = ByteBuffer.allocate(two ? 544 : 352).order(ByteOrder.LITTLE_ENDIAN);
    if (two) {
      put2(b, type, pair, dim, pixdim, units, affine);
    } else {
      put1(b, type, pair, dim, pixdim, units, affine);
    }
    meaning.put(b);
    return b.array();
  }

  private static void put1(
      ByteBuffer b,
      NiftiType type,
      boolean pair,
      long[] dim,
      double[] pixdim,
      int units,
      NiftiAffine affine) {
    b.putInt(0, 348).putShort(70, (short) type.code()).putShort(72, (short) (8 * type.bytes()));
    for (int i = 0; i < 8; i++) {
      b.putShort(40 + 2 * i, (short) dim[i]).putFloat(76 + 4 * i, (float) pixdim[i]);
    }
    b.putFloat(108, pair ? 0 : 352).putFloat(112, 1).put(123, (byte) units);
    b.putShort(252, (short) affine.qformCode()).putShort(254, (short) affine.sformCode());
    for (int i = 0; i < 6; i++) {
      b.putFloat(256 + 4 * i, (float) affine.quaternion()[i]);
    }
    for (int i = 0; i < 12; i++) {
      b.putFloat(280 + 4 * i, (float) affine.sform()[i]);
    }
    text(b, 344, pair ? "ni1" : "n+1");
  }

  private static void put2(
      ByteBuffer b,
      NiftiType type,
      boolean pair,
      long[] dim,
      double[] pixdim,
      int units,
      NiftiAffine affine) {
    b.putInt(0, 540).putShort(12, (short) type.code()).putShort(14, (short) (8 * type.bytes()));
    for (int i = 0; i < 8; i++) {
      b.putLong(16 + 8 * i, dim[i]).putDouble(104 + 8 * i, pixdim[i]);
    }
    b.putLong(168, pair ? 0 : 544).putDouble(176, 1).putInt(500, units);
    b.putInt(344, affine.qformCode()).putInt(348, affine.sformCode());
    for (int i = 0; i < 6; i++) {
      b.putDouble(352 + 8 * i, affine.quaternion()[i]);
    }
    for (int i = 0; i < 12; i++) {
      b.putDouble(400 + 8 * i, affine.sform()[i]);
    }
    text(b, 4, (pair ? "ni2" : "n+2") + "\0\r\n\u001a\n");
  }

  private static void text(ByteBuffer b, int at, String text) {
    b.position(at).put(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}

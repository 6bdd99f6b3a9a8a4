package org.braindyn.io.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.braindyn.data.BadInput;

/**
 * The raw fields that NIfTI-1 (348 bytes) and NIfTI-2 (540 bytes) headers share, wherever they
 * stand. Field positions: nifti1.h (2007) and nifti2.h (2011), nifti.nimh.nih.gov.
 */
final class NiftiFields {
  final String format;
  final ByteOrder order;
  final boolean pair;
  final long[] dim = new long[8];
  final double[] pixdim = new double[8];
  final int datatype;
  final int bitpix;
  final double voxOffset;
  final double slope;
  final double intercept;
  final int units;
  final int qformCode;
  final int sformCode;

  /** b, c, d, x, y, z of the qform. */
  final double[] quaternion = new double[6];

  final double[] sform = new double[12];
  final String intent;

  /**
   * @param bytes the start of the file, up to 540 bytes
   * @param file its name, for messages
   * @param mayBeAnalyze true if a header without magic may be Analyze 7.5 (the file is a .hdr)
   */
  NiftiFields(byte[] bytes, String file, boolean mayBeAnalyze) {
    ByteBuffer b = ByteBuffer.wrap(bytes);
    int size = bytes.length < 4 ? 0 : b.order(ByteOrder.LITTLE_ENDIAN).getInt(0);
    if (size != 348 && size != 540 && bytes.length >= 4) {
      size = b.order(ByteOrder.BIG_ENDIAN).getInt(0);
    }
    if (size != 348 && size != 540) {
      throw new BadInput(
          file
              + " is not a NIfTI or Analyze file: it starts with \""
              + printable(bytes)
              + "\" instead of a header of 348 or 540 bytes. Convert it to NIfTI first.");
    }
    if (bytes.length < size) {
      throw new BadInput(
          file
              + " ends after "
              + bytes.length
              + " bytes, within its header of "
              + size
              + " bytes. The file is truncated; copy or download it again.");
    }
    order = b.order();
    boolean two = size == 540;
    String magic = new String(bytes, two ? 4 : 344, 4, StandardCharsets.ISO_8859_1);
    String single = two ? "n+2\0" : "n+1\0";
    String split = two ? "ni2\0" : "ni1\0";
    boolean analyze = !two && !magic.equals(single) && !magic.equals(split);
    if ((analyze && !mayBeAnalyze) || (two && !magic.equals(single) && !magic.equals(split))) {
      throw new BadInput(
          file
              + " has no NIfTI magic (found \""
              + printable(magic.getBytes(StandardCharsets.ISO_8859_1))
              + "\"), so it is damaged or of another format.");
    }
    format = two ? "NIfTI-2" : analyze ? "Analyze 7.5" : "NIfTI-1";
    pair = analyze || magic.equals(split);
    for (int i = 0; i < 8; i++) {
      dim[i] = two ? b.getLong(16 + 8 * i) : b.getShort(40 + 2 * i);
      pixdim[i] = two ? b.getDouble(104 + 8 * i) : b.getFloat(76 + 4 * i);
    }
    datatype = b.getShort(two ? 12 : 70);
    bitpix = b.getShort(two ? 14 : 72);
    voxOffset = two ? b.getLong(168) : b.getFloat(108);
    slope = two ? b.getDouble(176) : b.getFloat(112);
    intercept = analyze ? 0 : two ? b.getDouble(184) : b.getFloat(116);
    units = analyze ? 0 : two ? b.getInt(500) : b.get(123);
    qformCode = analyze ? 0 : two ? b.getInt(344) : b.getShort(252);
    sformCode = analyze ? 0 : two ? b.getInt(348) : b.getShort(254);
    for (int i = 0; i < 6; i++) {
      quaternion[i] = two ? b.getDouble(352 + 8 * i) : b.getFloat(256 + 4 * i);
    }
    for (int i = 0; i < 12; i++) {
      sform[i] = two ? b.getDouble(400 + 8 * i) : b.getFloat(280 + 4 * i);
    }
    String text = new String(bytes, two ? 508 : 328, 16, StandardCharsets.ISO_8859_1);
    intent = analyze ? "" : text.split("\0", 2)[0];
  }

  private static String printable(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(16, bytes.length); i++) {
      text.append(bytes[i] >= 32 && bytes[i] < 127 ? (char) bytes[i] : '.');
    }
    return text.toString();
  }
}

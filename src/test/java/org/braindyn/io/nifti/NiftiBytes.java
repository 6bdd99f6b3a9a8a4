package org.braindyn.io.nifti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Builds NIfTI files byte by byte from nifti1.h and nifti2.h, independently of the writer. */
public final class NiftiBytes {
  public boolean two;
  public boolean pair;
  public ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  public int[] dim = {4, 3, 2, 2, 5, 1, 1, 1};
  public float[] pixdim = {1, 2, 3, 4, 1.5f, 0, 0, 0};
  public int datatype = 4;
  public int bitpix = 16;
  public int units = 10;
  public float slope;
  public float inter;
  public int qform;
  public int sform;
  public float[] quaternion = {0, 0, 0, 0, 0, 0};
  public float[] srow = new float[12];
  public String magic;

  public byte[] header() {
    ByteBuffer b = ByteBuffer.allocate(two ? 544 : 352).order(order);
    b.putInt(0, two ? 540 : 348);
    String m = magic != null ? magic : (pair ? "ni" : "n+") + (two ? "2\0" : "1\0");
    put(b, two ? 4 : 344, m);
    for (int i = 0; i < 8; i++) {
      if (two) {
        b.putLong(16 + 8 * i, dim[i]).putDouble(104 + 8 * i, pixdim[i]);
      } else {
        b.putShort(40 + 2 * i, (short) dim[i]).putFloat(76 + 4 * i, pixdim[i]);
      }
    }
    b.putShort(two ? 12 : 70, (short) datatype).putShort(two ? 14 : 72, (short) bitpix);
    if (two) {
      b.putLong(168, pair ? 0 : 544).putDouble(176, slope).putDouble(184, inter).putInt(500, units);
      b.putInt(344, qform).putInt(348, sform);
    } else {
      b.putFloat(108, pair ? 0 : 352).putFloat(112, slope).putFloat(116, inter);
      b.put(123, (byte) units).putShort(252, (short) qform).putShort(254, (short) sform);
    }
    for (int i = 0; i < 6; i++) {
      if (two) {
        b.putDouble(352 + 8 * i, quaternion[i]);
      } else {
        b.putFloat(256 + 4 * i, quaternion[i]);
      }
    }
    for (int i = 0; i < 12; i++) {
      if (two) {
        b.putDouble(400 + 8 * i, srow[i]);
      } else {
        b.putFloat(280 + 4 * i, srow[i]);
      }
    }
    return b.array();
  }

  /** Voxels 0, 1, 2, ... in the file's type. */
  public byte[] counting() {
    int n = dim[1] * dim[2] * dim[3] * Math.max(1, dim[4]);
    ByteBuffer b = ByteBuffer.allocate(n * bitpix / 8).order(order);
    for (int i = 0; i < n; i++) {
      switch (datatype) {
        case 2, 256 -> b.put((byte) i);
        case 4, 512 -> b.putShort((short) i);
        case 8, 768 -> b.putInt(i);
        case 16 -> b.putFloat(i);
        case 64 -> b.putDouble(i);
        default -> b.putLong(i);
      }
    }
    return b.array();
  }

  public byte[] file() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header());
    out.writeBytes(counting());
    return out.toByteArray();
  }

  public Path save(Path path) throws IOException {
    return write(path, file());
  }

  public static Path write(Path path, byte[] bytes) throws IOException {
    if (!path.toString().endsWith(".gz")) {
      return Files.write(path, bytes);
    }
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(bytes);
    }
    return path;
  }

  private static void put(ByteBuffer b, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      b.put(at + i, bytes[i]);
    }
  }
}

package org.braindyn.io.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.braindyn.data.BadInput;

/** Voxel types of NIfTI and Analyze files that hold one real number (NIfTI-1 field datatype). */
public enum NiftiType {
  /** 8 bit unsigned. */
  UINT8(2, 1),
  /** 16 bit signed. */
  INT16(4, 2),
  /** 32 bit signed. */
  INT32(8, 4),
  /** 32 bit floating point. */
  FLOAT32(16, 4),
  /** 64 bit floating point. */
  FLOAT64(64, 8),
  /** 8 bit signed. */
  INT8(256, 1),
  /** 16 bit unsigned. */
  UINT16(512, 2),
  /** 32 bit unsigned. */
  UINT32(768, 4),
  /** 64 bit signed. */
  INT64(1024, 8),
  /** 64 bit unsigned. */
  UINT64(1280, 8);

  private static final double TWO_64 = 18446744073709551616.0;

  private final int code;
  private final int bytes;

  NiftiType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** Value of the header's datatype field. */
  public int code() {
    return code;
  }

  /** Bytes per voxel. */
  public int bytes() {
    return bytes;
  }

  /** The type with this code; other codes (colour, complex, 128 bit) are refused by name. */
  static NiftiType of(int code, String file) {
    for (NiftiType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    String kind =
        switch (code) {
          case 1 -> "1-bit voxels";
          case 32, 1792, 2048 -> "complex voxels (save the magnitude instead)";
          case 128, 2304 -> "colour voxels (save one channel instead)";
          case 1536 -> "128-bit floating point voxels (save 64-bit instead)";
          default -> "an unknown voxel type";
        };
    throw new BadInput(file + " has " + kind + ", datatype code " + code + ", which is not read.");
  }

  /**
   * Turns bytes into numbers, without the header's scaling.
   *
   * @param in voxels, {@code n * bytes()} bytes
   * @param order byte order of the file
   * @param out receives n values from position {@code at}
   */
  void decode(byte[] in, ByteOrder order, double[] out, int at, int n) {
    ByteBuffer b = ByteBuffer.wrap(in).order(order);
    switch (this) {
      case UINT8 -> {
        for (int i = 0; i < n; i++) {
          out[at + i] = in[i] & 0xff;
        }
      }
      case INT8 -> {
        for (int i = 0; i < n; i++) {
          out[at + i] = in[i];
        }
      }
      case INT16 -> {
        for (int i = 0; i < n; i++) {
          out[at + i] = b.getShort(2 * i);
        }
      }
      case UINT16 -> {
        for (int i = 0; i < n; i++) {
          out[at + i] = b.getShort(2 * i) & 0xffff;
        }
      }
      case INT32 -> {
        for (int i = 0; i < n; i++) {
          out[at + i] = b.getInt(4 * i);
        }
      }
      case UINT32 -> {
        for (int i = 0; i < n; i++) {
          out[at + i] = b.getInt(4 * i) & 0xffffffffL;
        }
      }
      case FLOAT32 -> {
        for (int i = 0; i < n; i++) {
          out[at + i] = b.getFloat(4 * i);
        }
      }
      case FLOAT64 -> {
        for (int i = 0; i < n; i++) {
          out[at + i] = b.getDouble(8 * i);
        }
      }
      case INT64 -> {
        for (int i = 0; i < n; i++) {
          out[at + i] = b.getLong(8 * i);
        }
      }
      case UINT64 -> {
        for (int i = 0; i < n; i++) {
          long v = b.getLong(8 * i);
          out[at + i] = v >= 0 ? v : v + TWO_64;
        }
      }
      default -> throw new IllegalStateException();
    }
  }
}

package org.braindyn.io.weights;

import java.nio.ByteBuffer;

/** How numbers are stored; names are those of safetensors. */
public enum NumberType {
  /** 64-bit float. */
  F64(8, "DoubleStorage"),
  /** 32-bit float. */
  F32(4, "FloatStorage"),
  /** 16-bit float of IEEE 754. */
  F16(2, "HalfStorage"),
  /** The upper half of a 32-bit float. */
  BF16(2, "BFloat16Storage"),
  /** 64-bit integer; beyond 2^53 it is rounded. */
  I64(8, "LongStorage"),
  /** 32-bit integer. */
  I32(4, "IntStorage"),
  /** 16-bit integer. */
  I16(2, "ShortStorage"),
  /** 8-bit integer. */
  I8(1, "CharStorage"),
  /** 8-bit integer without sign. */
  U8(1, "ByteStorage"),
  /** 0 or 1. */
  BOOL(1, "BoolStorage");

  private final int bytes;
  private final String storage;

  NumberType(int bytes, String storage) {
    this.bytes = bytes;
    this.storage = storage;
  }

  /** Bytes of a number. */
  int bytes() {
    return bytes;
  }

  /** The type of that name, or null. */
  static NumberType named(String name) {
    for (NumberType type : values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    return null;
  }

  /** The type of a storage class of torch, or null. */
  static NumberType ofStorage(String name) {
    for (NumberType type : values()) {
      if (type.storage.equals(name)) {
        return type;
      }
    }
    return null;
  }

  /** The number at a position, counted in numbers. */
  double get(ByteBuffer data, int index) {
    int at = index * bytes;
    return switch (this) {
      case F64 -> data.getDouble(at);
      case F32 -> data.getFloat(at);
      case F16 -> half(data.getShort(at));
      case BF16 -> Float.intBitsToFloat(data.getShort(at) << 16);
      case I64 -> data.getLong(at);
      case I32 -> data.getInt(at);
      case I16 -> data.getShort(at);
      case I8 -> data.get(at);
      case U8 -> data.get(at) & 0xff;
      case BOOL -> data.get(at) == 0 ? 0 : 1;
    };
  }

  private static double half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double size;
    if (exponent == 0) {
      size = fraction * 0x1p-24;
    } else if (exponent == 31) {
      size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else {
      size = Math.scalb(1024.0 + fraction, exponent - 25);
    }
    return bits < 0 ? -size : size;
  }
}

package org.braindyn.io.cifti;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;

/**
 * The NIfTI-2 header of a CIFTI file and its XML (extension code 32).
 *
 * @param order byte order of header and values
 * @param datatype NIfTI code of the values
 * @param offset byte at which the values begin
 * @param slope factor from stored to real values, 1 for none
 * @param intercept added after the factor
 * @param row values of one row, which lie together (dim[5])
 * @param rows number of rows (dim[6])
 * @param xml the extension's bytes
 */
record CiftiHeader(
    ByteOrder order,
    int datatype,
    long offset,
    double slope,
    double intercept,
    int row,
    int rows,
    byte[] xml) {
  static final int BYTES = 540;
  static final int XML_CODE = 32;
  private static final long LARGEST_XML = 1L << 28;

  /** Reads and checks the header; memory is taken only for what the file can hold. */
  static CiftiHeader read(Path path) throws IOException {
    String file = path.getFileName().toString();
    long size = Files.size(path);
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(BYTES + 4);
      if (bytes.length < BYTES + 4) {
        throw cut(file, "within its header");
      }
      ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      if (b.getInt(0) != BYTES) {
        b.order(ByteOrder.BIG_ENDIAN);
      }
      if (b.getInt(0) != BYTES) {
        throw new BadInput(file + " is not a CIFTI file: it has no NIfTI-2 header.");
      }
      long offset = b.getLong(168);
      if (offset < BYTES + 4 || offset > size) {
        throw cut(file, "before its values, which begin at byte " + offset);
      }
      CiftiHeader read =
          new CiftiHeader(
              b.order(),
              b.getShort(12),
              offset,
              slope(b, file),
              b.getDouble(176) == 0 ? 0 : b.getDouble(184),
              dimension(b, 5, file),
              dimension(b, 6, file),
              xml(in, b.order(), offset, file));
      if (b.getLong(16) > 6 && dimension(b, 7, file) > 1) {
        throw new BadInput(file + " has three matrix dimensions; signals have two.");
      }
      long needed;
      try {
        needed = Math.multiplyExact((long) read.row * read.rows, (long) read.width(file));
      } catch (ArithmeticException e) {
        throw new BadInput(file + ": its header promises an impossible number of values.", e);
      }
      if (needed > size - offset) {
        throw cut(
            file,
            String.format(
                "within its values: %d x %d of %d bytes are promised, %d bytes are there",
                read.rows, read.row, read.width(file), size - offset));
      }
      return read;
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  /** Bytes of one value. */
  int width(String file) {
    return switch (datatype) {
      case 2, 256 -> 1;
      case 4, 512 -> 2;
      case 8, 16, 768 -> 4;
      case 64, 1024, 1280 -> 8;
      default ->
          throw new BadInput(
              file + ": values of NIfTI type " + datatype + " are no real numbers; not read.");
    };
  }

  /** True if float holds every value exactly. */
  boolean floats() {
    return datatype == 16 && slope == 1 && intercept == 0;
  }

  /** The value at the buffer's position, scaled. */
  double value(ByteBuffer b) {
    double stored =
        switch (datatype) {
          case 2 -> b.get() & 0xff;
          case 256 -> b.get();
          case 4 -> b.getShort();
          case 512 -> b.getShort() & 0xffff;
          case 8 -> b.getInt();
          case 768 -> b.getInt() & 0xffffffffL;
          case 16 -> b.getFloat();
          case 64 -> b.getDouble();
          default -> b.getLong();
        };
    return slope == 1 && intercept == 0 ? stored : stored * slope + intercept;
  }

  private static double slope(ByteBuffer b, String file) {
    double slope = b.getDouble(176);
    double intercept = b.getDouble(184);
    if (slope == 0 || Double.isNaN(slope)) {
      return 1;
    }
    if (Double.isInfinite(slope) || !Double.isFinite(intercept)) {
      throw new BadInput(
          file + ": scl_slope " + slope + " and scl_inter " + intercept + " are not usable.");
    }
    return slope;
  }

  private static int dimension(ByteBuffer b, int axis, String file) {
    long n = axis > b.getLong(16) ? 1 : b.getLong(16 + 8 * axis);
    if (n < 1 || n > Integer.MAX_VALUE - 16) {
      throw new BadInput(file + ": its header claims " + n + " values along axis " + axis + ".");
    }
    return (int) n;
  }

  private static byte[] xml(InputStream in, ByteOrder order, long offset, String file)
      throws IOException {
    long at = BYTES + 4;
    while (at + 8 <= offset) {
      ByteBuffer start = ByteBuffer.wrap(in.readNBytes(8)).order(order);
      int bytes = start.getInt();
      int code = start.getInt();
      if (bytes < 8 || at + bytes > offset || bytes > LARGEST_XML) {
        throw new BadInput(
            file + ": its header extension claims " + bytes + " bytes. The file is damaged.");
      }
      if (code == XML_CODE) {
        byte[] content = in.readNBytes(bytes - 8);
        int end = content.length;
        while (end > 0 && content[end - 1] == 0) {
          end--;
        }
        return java.util.Arrays.copyOf(content, end);
      }
      in.skipNBytes(bytes - 8);
      at += bytes;
    }
    throw new BadInput(
        file + " is a NIfTI-2 file without CIFTI's XML, so what its rows mean is unknown.");
  }

  private static BadInput cut(String file, String where) {
    return new BadInput(file + " ends early, " + where + ". Copy or download it again.");
  }
}

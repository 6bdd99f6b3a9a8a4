package org.braindyn.io.gifti;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.StringTokenizer;
import java.util.zip.InflaterInputStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.io.door.Beside;
import org.braindyn.io.door.SafeXml;

/** The attributes of one DataArray, and how its values are decoded. */
final class GiftiData {
  private static final long MOST_VALUES = 1L << 27;

  private final Path path;
  private final String file;
  final String intent;
  private final int[] dims;
  private final String type;
  private final String encoding;
  private final boolean big;
  private final boolean columnMajor;
  private final String external;
  private final long externalOffset;

  /** Reads the attributes of the element that begins. */
  GiftiData(SafeXml xml, Path path) {
    this.path = path;
    file = path.getFileName().toString();
    intent = xml.attribute("Intent");
    int rank = xml.whole("Dimensionality");
    if (rank < 1 || rank > 6) {
      throw new BadInput(file + ": a data array of " + rank + " dimensions; 1 to 6 are possible.");
    }
    dims = new int[rank];
    for (int d = 0; d < rank; d++) {
      dims[d] = xml.whole("Dim" + d);
    }
    type = xml.attribute("DataType");
    encoding = xml.attribute("Encoding");
    big = xml.attribute("Endian").equals("BigEndian");
    columnMajor = xml.attribute("ArrayIndexingOrder").equals("ColumnMajorOrder");
    external = xml.attribute("ExternalFileName");
    String offset = xml.attribute("ExternalFileOffset");
    externalOffset = offset.isEmpty() ? 0 : xml.whole("ExternalFileOffset");
  }

  /** True if the values are needed: series, labels and plain values of vertices. */
  boolean wanted() {
    return !intent.equals("NIFTI_INTENT_POINTSET") && !intent.equals("NIFTI_INTENT_TRIANGLE");
  }

  GiftiArray decode(String text) throws IOException {
    long size = 1;
    for (int d : dims) {
      size *= d;
      if (size > MOST_VALUES) {
        throw new BadInput(file + ": a data array claims more than " + MOST_VALUES + " values.");
      }
    }
    double[] values =
        switch (encoding) {
          case "ASCII" -> ascii(text, (int) size);
          case "Base64Binary" -> binary(new ByteArrayInputStream(base64(text)), (int) size);
          case "GZipBase64Binary" ->
              binary(new InflaterInputStream(new ByteArrayInputStream(base64(text))), (int) size);
          case "ExternalFileBinary" -> outside((int) size);
          default -> throw new BadInput(file + ": the encoding \"" + encoding + "\" is not known.");
        };
    return new GiftiArray(intent, dims, columnMajor ? rowMajor(values) : values);
  }

  private byte[] base64(String text) {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new BadInput(file + ": a data array is no base 64 (" + Reason.of(e) + ").", e);
    }
  }

  private double[] ascii(String text, int size) {
    StringTokenizer cells = new StringTokenizer(text);
    if (cells.countTokens() != size) {
      throw new BadInput(
          file + ": a data array of " + size + " values lists " + cells.countTokens() + ".");
    }
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      String cell = cells.nextToken();
      try {
        values[i] = Double.parseDouble(cell);
      } catch (NumberFormatException e) {
        throw new BadInput(file + ": \"" + cell + "\" in a data array is no number.", e);
      }
    }
    return values;
  }

  private double[] binary(InputStream in, int size) throws IOException {
    int width = width();
    double[] values = new double[0];
    byte[] bytes = new byte[Math.min(size, 1 << 13) * width];
    for (int at = 0; at < size; ) {
      int n = Math.min(bytes.length / width, size - at);
      int got;
      try {
        got = in.readNBytes(bytes, 0, n * width);
      } catch (IOException e) {
        throw new BadInput(
            file + ": a data array is damaged (" + Reason.of(e) + "). Copy the file again.", e);
      }
      if (got < n * width) {
        throw new BadInput(
            String.format(
                "%s: a data array of %d values ends after %d. Copy or download the file again.",
                file, size, at + got / width));
      }
      // Grown as the values come, so that a false size takes no memory.
      if (values.length < at + n) {
        values = java.util.Arrays.copyOf(values, (int) Math.min(size, 2L * (at + n)));
      }
      ByteBuffer b =
          ByteBuffer.wrap(bytes).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < n; i++) {
        values[at++] = value(b);
      }
    }
    return values;
  }

  private int width() {
    return switch (type) {
      case "NIFTI_TYPE_UINT8", "NIFTI_TYPE_INT8" -> 1;
      case "NIFTI_TYPE_INT16", "NIFTI_TYPE_UINT16" -> 2;
      case "NIFTI_TYPE_INT32", "NIFTI_TYPE_UINT32", "NIFTI_TYPE_FLOAT32" -> 4;
      case "NIFTI_TYPE_FLOAT64" -> 8;
      default -> throw new BadInput(file + ": the data type \"" + type + "\" is not read.");
    };
  }

  private double value(ByteBuffer b) {
    return switch (type) {
      case "NIFTI_TYPE_UINT8" -> b.get() & 0xff;
      case "NIFTI_TYPE_INT8" -> b.get();
      case "NIFTI_TYPE_INT16" -> b.getShort();
      case "NIFTI_TYPE_UINT16" -> b.getShort() & 0xffff;
      case "NIFTI_TYPE_INT32" -> b.getInt();
      case "NIFTI_TYPE_UINT32" -> b.getInt() & 0xffffffffL;
      case "NIFTI_TYPE_FLOAT32" -> b.getFloat();
      default -> b.getDouble();
    };
  }

  /** Values in a file beside this one; a name that leads elsewhere is refused. */
  private double[] outside(int size) throws IOException {
    Path beside = Beside.of(path, external);
    if ((long) size * width() + externalOffset > Files.size(beside)) {
      throw new BadInput(
          String.format(
              "%s has %d bytes; %s needs %d values from byte %d on.",
              external, Files.size(beside), file, size, externalOffset));
    }
    try (InputStream in = Files.newInputStream(beside)) {
      in.skipNBytes(externalOffset);
      return binary(in, size);
    }
  }

  private double[] rowMajor(double[] values) {
    double[] out = new double[values.length];
    int[] index = new int[dims.length];
    for (double value : values) {
      int at = 0;
      for (int d = 0; d < dims.length; d++) {
        at = at * dims[d] + index[d];
      }
      out[at] = value;
      for (int d = 0; d < dims.length && ++index[d] == dims[d]; d++) {
        index[d] = 0;
      }
    }
    return out;
  }
}

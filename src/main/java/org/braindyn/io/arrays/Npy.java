package org.braindyn.io.arrays;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.braindyn.data.BadInput;
import org.braindyn.io.AtomicFile;

/**
 * NumPy's array format, versions 1 to 3 (NEP 1): integers and floats of any size, booleans and
 * scalar strings, C and Fortran order, either byte order. Everything numeric becomes double.
 */
public final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern DESCR =
      Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z])(\\d+)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

  private Npy() {}

  /**
   * Reads a file.
   *
   * @throws BadInput if it is not a NumPy array of numbers or one string
   */
  public static NpyArray read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    }
  }

  /** Reads one array from a stream; {@code name} is for messages. */
  public static NpyArray read(InputStream in, String name) throws IOException {
    return read(in, name, -1);
  }

  /**
   * The same where the number of bytes is known, so that a damaged shape asks for no more memory.
   *
   * @param bytes bytes of the stream, -1 if unknown
   */
  static NpyArray read(InputStream in, String name, long bytes) throws IOException {
    return read(in, name, bytes, false);
  }

  /**
   * The same; strings in rows become one text, a line each, if that is wanted.
   *
   * @param lists true to read rows of strings, false to refuse them
   */
  static NpyArray read(InputStream in, String name, long bytes, boolean lists) throws IOException {
    try {
      return parse(in, name, bytes, lists);
    } catch (EOFException e) {
      throw new BadInput(name + " ends too early: the array is cut off.", e);
    }
  }

  private static NpyArray parse(InputStream in, String name, long bytes, boolean lists)
      throws IOException {
    byte[] start = exactly(in, 8);
    if (!Arrays.equals(Arrays.copyOf(start, 6), MAGIC)) {
      throw new BadInput(name + " is not a NumPy array: it does not start with \\x93NUMPY.");
    }
    int lengthBytes = start[6] == 1 ? 2 : 4;
    ByteBuffer length = ByteBuffer.wrap(exactly(in, lengthBytes)).order(ByteOrder.LITTLE_ENDIAN);
    int headerLength = lengthBytes == 2 ? length.getShort() & 0xffff : length.getInt();
    if (headerLength < 0) {
      throw new BadInput(name + " is damaged: its header has a length of " + headerLength + ".");
    }
    String header = new String(exactly(in, headerLength), StandardCharsets.UTF_8);
    Matcher descr = find(DESCR, header, name);
    boolean fortran = find(ORDER, header, name).group(1).equals("True");
    int[] shape = shape(find(SHAPE, header, name).group(1), name);
    ByteOrder order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    char kind = descr.group(2).charAt(0);
    int width = Integer.parseInt(descr.group(3));
    NpyArray frame = new NpyArray(shape, null, null, "" + kind + width);
    int size = frame.size();
    if (bytes >= 0 && (long) size * width > bytes) {
      throw new BadInput(
          name + " is damaged: its shape " + frame.describe() + " needs more than there is.");
    }
    if (kind == 'U' || kind == 'S') {
      if (lists && (shape.length == 1 || shape.length == 2) && size != 1) {
        NpyArray one = new NpyArray(new int[0], null, null, frame.type());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          lines.add(text(in, one, order, kind, width, name).text().replace('\n', ' '));
        }
        return new NpyArray(shape, null, String.join("\n", lines), frame.type());
      }
      return text(in, frame, order, kind, width, name);
    }
    double[] values = numbers(in, size, order, kind, width, name);
    return new NpyArray(shape, fortran ? rowMajor(values, shape) : values, null, frame.type());
  }

  private static Matcher find(Pattern pattern, String header, String name) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new OtherKind(
          name + " holds an array of a kind that is not numbers or text: " + header.trim());
    }
    return matcher;
  }

  private static int[] shape(String text, String name) {
    String[] parts = text.trim().isEmpty() ? new String[0] : text.trim().split("\\s*,\\s*");
    int[] shape = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      long dimension = Long.parseLong(parts[i].replace("L", ""));
      if (dimension < 0 || dimension > Integer.MAX_VALUE) {
        throw new BadInput(name + " has a dimension of " + dimension + ", which is too large.");
      }
      shape[i] = (int) dimension;
    }
    return shape;
  }

  private static NpyArray text(
      InputStream in, NpyArray frame, ByteOrder order, char kind, int width, String name)
      throws IOException {
    if (frame.size() != 1) {
      throw new OtherKind(name + " holds an array of strings; only a single string can be read.");
    }
    byte[] bytes = exactly(in, kind == 'U' ? 4 * width : width);
    String wide = order == ByteOrder.BIG_ENDIAN ? "UTF-32BE" : "UTF-32LE";
    Charset charset = kind == 'U' ? Charset.forName(wide) : StandardCharsets.UTF_8;
    String text = new String(bytes, charset);
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    return new NpyArray(frame.shape(), null, text.substring(0, end), frame.type());
  }

  private static double[] numbers(
      InputStream in, int size, ByteOrder order, char kind, int width, String name)
      throws IOException {
    double[] values = new double[size];
    int perChunk = 1 << 13;
    for (int done = 0; done < size; done += perChunk) {
      int n = Math.min(perChunk, size - done);
      ByteBuffer bytes = ByteBuffer.wrap(exactly(in, n * width)).order(order);
      for (int i = 0; i < n; i++) {
        values[done + i] = number(bytes, kind, width, name);
      }
    }
    return values;
  }

  private static double number(ByteBuffer bytes, char kind, int width, String name) {
    switch ("" + kind + width) {
      case "f8":
        return bytes.getDouble();
      case "f4":
        return bytes.getFloat();
      case "f2":
        return half(bytes.getShort());
      case "i1":
        return bytes.get();
      case "u1":
      case "b1":
        return bytes.get() & 0xff;
      case "i2":
        return bytes.getShort();
      case "u2":
        return bytes.getShort() & 0xffff;
      case "i4":
        return bytes.getInt();
      case "u4":
        return bytes.getInt() & 0xffffffffL;
      case "i8":
        return bytes.getLong();
      case "u8":
        long value = bytes.getLong();
        return value >= 0 ? value : value + 0x1p64;
      default:
        throw new OtherKind(name + " holds numbers of type " + kind + width + ", not real ones.");
    }
  }

  private static double half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double size =
        exponent == 0
            ? fraction * 0x1p-24
            : exponent == 31
                ? (fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                : (1024 + fraction) * Math.pow(2, exponent - 25);
    return bits < 0 ? -size : size;
  }

  private static double[] rowMajor(double[] values, int[] shape) {
    double[] out = new double[values.length];
    int[] index = new int[shape.length];
    for (double value : values) {
      int at = 0;
      for (int d = 0; d < shape.length; d++) {
        at = at * shape[d] + index[d];
      }
      out[at] = value;
      for (int d = 0; d < shape.length && ++index[d] == shape[d]; d++) {
        index[d] = 0;
      }
    }
    return out;
  }

  private static byte[] exactly(InputStream in, int n) throws IOException {
    byte[] bytes = in.readNBytes(n);
    if (bytes.length < n) {
      throw new EOFException();
    }
    return bytes;
  }

  /** Writes a file: to a temporary name beside it first, then moved into place. */
  public static void write(Path file, NpyArray array) throws IOException {
    AtomicFile.write(file, out -> write(out, array));
  }

  /** Writes one array, little-endian, row-major. */
  public static void write(OutputStream out, NpyArray array) throws IOException {
    StringBuilder shape = new StringBuilder();
    for (int s : array.shape()) {
      shape.append(s).append(",");
    }
    String order = array.type().equals("i1") ? "|" : "<";
    String header =
        "{'descr': '"
            + order
            + array.type()
            + "', 'fortran_order': False, 'shape': ("
            + shape
            + "), }";
    int padding = 63 - (10 + header.length()) % 64;
    byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer start = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    start.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) text.length);
    out.write(start.array());
    out.write(text);
    if (array.text() != null) {
      out.write(array.text().getBytes(Charset.forName("UTF-32LE")));
      return;
    }
    int width = array.type().charAt(1) - '0';
    ByteBuffer bytes = ByteBuffer.allocate(width << 13).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : array.numbers()) {
      switch (array.type()) {
        case "f8" -> bytes.putDouble(value);
        case "f4" -> bytes.putFloat((float) value);
        case "i8" -> bytes.putLong((long) value);
        case "i4" -> bytes.putInt((int) value);
        case "i1" -> bytes.put((byte) value);
        default -> throw new IllegalArgumentException("cannot write type " + array.type());
      }
      if (!bytes.hasRemaining()) {
        out.write(bytes.array());
        bytes.clear();
      }
    }
    out.write(bytes.array(), 0, bytes.position());
  }

  /** A sound array, but not of real numbers or one string. */
  static final class OtherKind extends BadInput {
    private static final long serialVersionUID = 1L;

    private OtherKind(String message) {
      super(message);
    }
  }
}

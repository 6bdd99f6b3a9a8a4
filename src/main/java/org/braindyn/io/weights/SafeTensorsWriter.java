package org.braindyn.io.weights;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.io.AtomicFile;

/** Writes safetensors files, under a temporary name first, then moved into place. */
public final class SafeTensorsWriter {
  private SafeTensorsWriter() {}

  /**
   * An array to write.
   *
   * @param name its name
   * @param type F32 or F64
   * @param shape its shape
   * @param values its values, row-major
   */
  public record Entry(String name, NumberType type, int[] shape, Numbers values) {}

  /** Values that are asked for one by one, so that no copy is needed. */
  @FunctionalInterface
  public interface Numbers {
    /** One value. */
    double get(int index);
  }

  /**
   * Writes a file. Equal content gives equal bytes.
   *
   * @param file where to
   * @param entries arrays, in this order
   * @param metadata texts beside them
   */
  public static void write(Path file, List<Entry> entries, Map<String, String> metadata)
      throws IOException {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("__metadata__", metadata);
    long at = 0;
    for (Entry e : entries) {
      long end = at + (long) new TensorInfo(e.type, e.shape).size() * e.type.bytes();
      header.put(
          e.name,
          Map.of("dtype", e.type.name(), "shape", e.shape, "data_offsets", new long[] {at, end}));
      at = end;
    }
    AtomicFile.write(file, out -> write(out, new Gson().toJson(sorted(header)), entries));
  }

  /** Map.of has no fixed order; the header must have one. */
  private static Map<String, Object> sorted(Map<String, Object> header) {
    Map<String, Object> copy = new LinkedHashMap<>();
    header.forEach(
        (k, v) -> copy.put(k, v instanceof Map<?, ?> m ? new java.util.TreeMap<>(m) : v));
    return copy;
  }

  private static void write(OutputStream out, String header, List<Entry> entries)
      throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    int padding = (8 - text.length % 8) % 8;
    ByteBuffer start = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(0, text.length + padding);
    out.write(start.array());
    out.write(text);
    out.write(" ".repeat(padding).getBytes(StandardCharsets.UTF_8));
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    for (Entry e : entries) {
      int size = new TensorInfo(e.type, e.shape).size();
      for (int i = 0; i < size; i++) {
        switch (e.type) {
          case F64 -> bytes.putDouble(e.values.get(i));
          case F32 -> bytes.putFloat((float) e.values.get(i));
          default -> throw new IllegalArgumentException("cannot write " + e.type);
        }
        if (!bytes.hasRemaining()) {
          out.write(bytes.array());
          bytes.clear();
        }
      }
      out.write(bytes.array(), 0, bytes.position());
      bytes.clear();
    }
  }
}

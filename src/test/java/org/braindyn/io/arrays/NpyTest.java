package org.braindyn.io.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyTest {
  /** Bytes of an array file written by hand, as NEP 1 describes them. */
  private static byte[] file(String descr, boolean fortran, String shape, ByteBuffer data) {
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
            .formatted(descr, fortran ? "True" : "False", shape);
    byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer all =
        ByteBuffer.allocate(10 + text.length + data.capacity()).order(ByteOrder.LITTLE_ENDIAN);
    all.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
    all.put((byte) 0).putShort((short) text.length).put(text).put(data.array());
    return all.array();
  }

  private static NpyArray read(byte[] bytes) throws IOException {
    return Npy.read(new ByteArrayInputStream(bytes), "test");
  }

  @ParameterizedTest
  @CsvSource({"i1,1", "i2,2", "i4,4", "i8,8", "f4,4", "f8,8", "u1,1", "u2,2", "u4,4"})
  void everyNumberInBothByteOrders(String type, int width) throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      ByteBuffer data = ByteBuffer.allocate(3 * width).order(order);
      int[] values = {3, 100, type.startsWith("u") ? 200 : -7};
      for (int v : values) {
        switch (type) {
          case "i1", "u1" -> data.put((byte) v);
          case "i2", "u2" -> data.putShort((short) v);
          case "i4", "u4" -> data.putInt(v);
          case "i8" -> data.putLong(v);
          case "f4" -> data.putFloat(v);
          default -> data.putDouble(v);
        }
      }
      String mark = width == 1 ? "|" : order == ByteOrder.BIG_ENDIAN ? ">" : "<";
      NpyArray array = read(file(mark + type, false, "(3,)", data));
      assertArrayEquals(new double[] {values[0], values[1], values[2]}, array.numbers());
    }
  }

  @Test
  void fortranOrderBecomesRowMajor() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(6).put(new byte[] {1, 2, 3, 4, 5, 6});
    NpyArray array = read(file("|i1", true, "(2, 3)", data));
    assertArrayEquals(new double[] {1, 3, 5, 2, 4, 6}, array.numbers());
  }

  @Test
  void halfFloats() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    data.putShort((short) 0x3C00).putShort((short) 0xC000);
    data.putShort((short) 0x0001).putShort((short) 0x7C00);
    double[] expected = {1, -2, Math.pow(2, -24), Double.POSITIVE_INFINITY};
    assertArrayEquals(expected, read(file("<f2", false, "(4,)", data)).numbers());
  }

  @Test
  void strings() throws IOException {
    byte[] text = "a µ".getBytes(Charset.forName("UTF-32LE"));
    ByteBuffer data = ByteBuffer.allocate(20).put(text);
    assertEquals("a µ", read(file("<U5", false, "()", data)).text());
  }

  @Test
  void comesBackAsWritten() throws IOException {
    NpyArray[] arrays = {
      NpyArray.of(new double[] {1.5, Double.NaN, -0.0, 1e300, 2, 3}, 2, 3),
      NpyArray.ofFloats(new double[] {0.5, -2}, 2),
      NpyArray.ofIntegers(new double[] {-5}, 1, 1),
      NpyArray.of(new double[] {4}),
      NpyArray.of("Größe \uD83E\uDDE0"),
      NpyArray.of(new double[0], 0, 3)
    };
    for (NpyArray array : arrays) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Npy.write(out, array);
      assertEquals(0, array.text() != null ? 0 : (out.size() - dataBytes(array)) % 64);
      NpyArray again = read(out.toByteArray());
      assertArrayEquals(array.shape(), again.shape());
      assertArrayEquals(array.numbers(), again.numbers());
      assertEquals(array.text(), again.text());
    }
  }

  private static int dataBytes(NpyArray array) {
    return array.size() * (array.type().charAt(1) - '0');
  }

  @Test
  void whatIsNotAnArray() {
    assertThrows(BadInput.class, () -> read("no numpy at all".getBytes(StandardCharsets.UTF_8)));
    byte[] whole = file("<f8", false, "(3,)", ByteBuffer.allocate(24));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
    BadInput error = assertThrows(BadInput.class, () -> read(cut));
    assertTrue(error.getMessage().contains("cut off"));
    byte[] complex = file("<c16", false, "(1,)", ByteBuffer.allocate(16));
    assertThrows(BadInput.class, () -> read(complex));
    byte[] object = file("|O", false, "(1,)", ByteBuffer.allocate(16));
    assertThrows(BadInput.class, () -> read(object));
  }

  @Test
  void archives(@TempDir Path folder) throws IOException {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("b/x", NpyArray.of(new double[] {1, 2}, 2));
    arrays.put("a", NpyArray.of("text"));
    Npz.write(folder.resolve("f.npz"), arrays);
    Map<String, NpyArray> again = Npz.read(folder.resolve("f.npz"));
    assertEquals(java.util.List.of("b/x", "a"), java.util.List.copyOf(again.keySet()));
    assertEquals("text", again.get("a").text());
  }
}

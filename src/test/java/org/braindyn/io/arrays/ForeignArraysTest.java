package org.braindyn.io.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.braindyn.data.BadInput;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** MATLAB and NumPy files that hold more than one plain matrix. */
class ForeignArraysTest {
  private static final ImportOptions AUTO = ImportOptions.auto();

  @TempDir Path dir;

  private static Matrix matrix(int... size) {
    Matrix m = us.hebi.matlab.mat.format.Mat5.newMatrix(size);
    for (int i = 0; i < m.getNumElements(); i++) {
      m.setDouble(i, i);
    }
    return m;
  }

  private Path mat(MatFile content) throws IOException {
    Path path = dir.resolve("x.mat");
    us.hebi.matlab.mat.format.Mat5.writeToFile(content, path.toFile());
    return path;
  }

  private static void refuses(String words, Path file, ImportOptions options) {
    BadInput error = assertThrows(BadInput.class, () -> Mat5.read(file, options));
    assertTrue(error.getMessage().contains(words), error.getMessage());
  }

  @Test
  void matricesWithinStructsAreFoundByTheirPath() throws IOException {
    Struct inner = us.hebi.matlab.mat.format.Mat5.newStruct();
    inner.set("tc", matrix(2, 4));
    inner.set("TR", us.hebi.matlab.mat.format.Mat5.newScalar(2));
    Path one = mat(us.hebi.matlab.mat.format.Mat5.newMatFile().addArray("s", inner));
    Imported in = Mat5.read(one, AUTO);
    // MATLAB counts down the columns.
    assertArrayEquals(new double[] {1, 3, 5, 7}, in.signals().values()[1]);
    assertTrue(in.notes().toString().contains("The variable s.tc was read"));
    inner.set("sc", matrix(3, 3));
    Path two = mat(us.hebi.matlab.mat.format.Mat5.newMatFile().addArray("s", inner));
    refuses("[s.tc, s.sc]. Name the one to read: variable=s.tc", two, AUTO);
    assertEquals(2, Mat5.read(two, AUTO.withVariable("s.tc")).signals().size());
    refuses("no real matrix \"tc\"", two, AUTO.withVariable("tc"));
  }

  @Test
  void whatIsNoMatrixIsNamed() throws IOException {
    Path file =
        mat(
            us.hebi.matlab.mat.format.Mat5.newMatFile()
                .addArray("tc", matrix(2, 4, 3))
                .addArray("c", us.hebi.matlab.mat.format.Mat5.newCell(2, 2)));
    refuses("tc (2 x 4 x 3, double), c (2 x 2, cell)", file, AUTO);
  }

  @Test
  void version4IsRefusedWithTheRemedy() throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      ByteBuffer b = ByteBuffer.allocate(20 + 3 + 64).order(order);
      int type = order == ByteOrder.BIG_ENDIAN ? 1000 : 0;
      b.putInt(type).putInt(2).putInt(4).putInt(0).putInt(3);
      b.put("tc\0".getBytes(StandardCharsets.US_ASCII));
      refuses("MATLAB 4 file", Files.write(dir.resolve("v4.mat"), b.array()), AUTO);
    }
  }

  @Test
  void arraysOfStringsBesideTheSignalsAreLeftOutAndSaid() throws IOException {
    Path plain = dir.resolve("plain.npz");
    Npz.write(plain, Map.of("x", NpyArray.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3)));
    Path file = dir.resolve("names.npz");
    String header = "{'descr': '<U1', 'fortran_order': False, 'shape': (2,), }\n";
    ByteBuffer names = ByteBuffer.allocate(10 + header.length() + 8).order(ByteOrder.LITTLE_ENDIAN);
    names.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
    names.put((byte) 0).putShort((short) header.length());
    names.put(header.getBytes(StandardCharsets.US_ASCII)).putInt('a').putInt('b');
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("names.npy"));
      zip.write(names.array());
      zip.putNextEntry(new ZipEntry("x.npy"));
      Npy.write(zip, NpyArray.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3));
    }
    Imported in = NpySignals.read(file, AUTO);
    assertArrayEquals(NpySignals.read(plain, AUTO).signals().values()[1], in.signals().values()[1]);
    assertTrue(in.notes().toString().contains("not numbers: names"), in.notes().toString());
    assertThrows(BadInput.class, () -> Npz.read(file));
    BadInput error =
        assertThrows(BadInput.class, () -> NpySignals.read(file, AUTO.withVariable("names")));
    assertTrue(error.getMessage().contains("no matrix \"names\""), error.getMessage());
  }
}

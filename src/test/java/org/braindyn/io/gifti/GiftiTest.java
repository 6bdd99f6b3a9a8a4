package org.braindyn.io.gifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Volume4D;
import org.braindyn.io.door.Damage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GIFTI files made by hand in every encoding, and what damage does. */
class GiftiTest {
  @TempDir Path dir;

  private static String array(
      String intent, String type, String encoding, String dims, String more, String data) {
    String[] d = dims.split(" ");
    StringBuilder x = new StringBuilder("<DataArray Intent=\"NIFTI_INTENT_" + intent + "\"");
    x.append(" DataType=\"NIFTI_TYPE_" + type + "\" Dimensionality=\"" + d.length + "\"");
    for (int i = 0; i < d.length; i++) {
      x.append(" Dim" + i + "=\"" + d[i] + "\"");
    }
    x.append(" Encoding=\"" + encoding + "\" " + more + ">");
    return x.append("<Data>" + data + "</Data></DataArray>").toString();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(dir.resolve(name), gifti(content));
  }

  private static String gifti(String content) {
    return "<?xml version=\"1.0\"?><!DOCTYPE GIFTI SYSTEM"
        + " \"http://www.nitrc.org/frs/download.php/115/gifti.dtd\"><GIFTI Version=\"1.0\">"
        + content
        + "</GIFTI>";
  }

  private static byte[] floats(float... values) {
    ByteBuffer b = ByteBuffer.allocate(4 * values.length);
    for (float v : values) {
      b.putFloat(v);
    }
    return b.array();
  }

  private static String zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream z = new DeflaterOutputStream(out)) {
      z.write(bytes);
    }
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  private static double[][] frames(Path file) throws IOException {
    Volume4D scan = new Surfaces().open(file);
    double[][] frames = new double[scan.frames()][scan.grid().voxels()];
    try (Volume4D.FrameReader reader = scan.open()) {
      for (double[] frame : frames) {
        reader.next(frame);
      }
    }
    return frames;
  }

  @Test
  void everyEncodingGivesTheSameValues() throws IOException {
    String big = "Endian=\"BigEndian\"";
    byte[] bytes = floats(1.5f, -2, 3);
    String base = Base64.getEncoder().encodeToString(bytes);
    Files.write(dir.resolve("out.dat"), floats(9, 1.5f, -2, 3));
    String outside = big + " ExternalFileName=\"out.dat\" ExternalFileOffset=\"4\"";
    Path file =
        file(
            "a.func.gii",
            array("TIME_SERIES", "FLOAT32", "ASCII", "3", "", "1.5 -2\n3")
                + array("TIME_SERIES", "FLOAT32", "Base64Binary", "3", big, base)
                + array("TIME_SERIES", "FLOAT32", "GZipBase64Binary", "3", big, zipped(bytes))
                + array("TIME_SERIES", "FLOAT32", "ExternalFileBinary", "3", outside, ""));
    double[][] frames = frames(file);
    assertEquals(4, frames.length);
    for (double[] frame : frames) {
      assertArrayEquals(new double[] {1.5, -2, 3}, frame);
    }
  }

  @Test
  void columnsFirstIsTurned() throws IOException {
    String order = "ArrayIndexingOrder=\"ColumnMajorOrder\"";
    Path file = file("a.func.gii", array("NONE", "FLOAT32", "ASCII", "3 2", order, "1 2 3 4 5 6"));
    assertArrayEquals(new double[] {1, 2, 3}, frames(file)[0]);
    assertArrayEquals(new double[] {4, 5, 6}, frames(file)[1]);
  }

  @Test
  void labelsKeepTheirKeysAndUnknownIsNoRegion() throws IOException {
    Path file =
        file(
            "a.label.gii",
            "<LabelTable><Label Key=\"0\">???</Label><Label Key=\"5\">unknown</Label>"
                + "<Label Key=\"9\">V1 &amp; V2</Label></LabelTable>"
                + array("LABEL", "INT32", "ASCII", "4", "", "0 5 9 9"));
    Labels3D labels = new Surfaces().labels(file, null);
    assertArrayEquals(new int[] {0, 0, 9, 9}, labels.labels());
    assertEquals("{9=V1 & V2}", new Surfaces().names(file).names().toString());
    Volume4D scan =
        new Surfaces().open(file("b.func.gii", array("NONE", "FLOAT32", "ASCII", "1", "", "1")));
    BadInput error = assertThrows(BadInput.class, () -> new Surfaces().labels(file, scan));
    assertTrue(error.getMessage().contains("4 vertices"), error.getMessage());
  }

  @Test
  void filesElsewhereAndEntitiesAreNotOpened() throws IOException {
    Path inner = Files.createDirectory(dir.resolve("inner"));
    Files.write(dir.resolve("secret.dat"), floats(1, 2, 3));
    String name = "ExternalFileName=\"../secret.dat\"";
    Path escape = inner.resolve("a.func.gii");
    Files.writeString(escape, gifti(array("NONE", "FLOAT32", "ExternalFileBinary", "3", name, "")));
    BadInput error = assertThrows(BadInput.class, () -> frames(escape));
    assertTrue(error.getMessage().contains("not beside it"), error.getMessage());
    Path text = Files.writeString(dir.resolve("secret.txt"), "1 2 3");
    Path entity = dir.resolve("e.func.gii");
    Files.writeString(
        entity,
        "<!DOCTYPE GIFTI [<!ENTITY e SYSTEM \""
            + text.toUri()
            + "\">]><GIFTI>"
            + array("NONE", "FLOAT32", "ASCII", "3", "", "&e;")
            + "</GIFTI>");
    assertFalse(assertThrows(BadInput.class, () -> frames(entity)).getMessage().isBlank());
  }

  @Test
  void aSmallFileThatSwellsTakesNoMemory() throws IOException {
    // 8 MB of zeros in 8 kB: only as many values as are announced are inflated.
    String swollen = zipped(new byte[8 << 20]);
    Path file = file("a.func.gii", array("NONE", "FLOAT32", "GZipBase64Binary", "3", "", swollen));
    assertEquals(3, frames(file)[0].length);
    Path claims =
        file("b.func.gii", array("NONE", "FLOAT32", "GZipBase64Binary", "100000000", "", "eJw="));
    assertThrows(BadInput.class, () -> frames(claims));
  }

  @Test
  void tenThousandDamagedFiles() throws IOException {
    String big = "Endian=\"BigEndian\"";
    byte[] whole =
        gifti(
                "<LabelTable><Label Key=\"9\">V1</Label></LabelTable>"
                    + array("LABEL", "INT32", "ASCII", "4", "", "0 0 9 9")
                    + array(
                        "NONE", "FLOAT32", "GZipBase64Binary", "3", big, zipped(floats(1, 2, 3)))
                    + array("NONE", "FLOAT32", "ASCII", "3", "", "1 2 3"))
            .getBytes(StandardCharsets.UTF_8);
    Path file = dir.resolve("m.gii");
    Damage.Reader reader = f -> (long) frames(f).length * frames(f)[0].length;
    int read = Damage.mutations(file, whole, whole.length, 5000, 1, reader);
    assertTrue(read > 100 && read < 4900, read + " of 5000");
    Damage.mutations(
        file, whole, whole.length, 5000, 1, f -> new Surfaces().labels(f, null).labels().length);
    Damage.truncations(file, whole, 1, reader);
  }
}

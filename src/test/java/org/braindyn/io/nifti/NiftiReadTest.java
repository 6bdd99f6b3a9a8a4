package org.braindyn.io.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid.AffineSource;
import org.braindyn.data.Volume4D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NiftiReadTest {
  @TempDir Path dir;

  static double[] frame(Volume4D image, int index) throws IOException {
    double[] frame = new double[image.grid().voxels()];
    try (Volume4D.FrameReader reader = image.open()) {
      for (int t = 0; t <= index; t++) {
        reader.next(frame);
      }
    }
    return frame;
  }

  @ParameterizedTest(name = "datatype {0}, NIfTI-2 {2}, big endian {3}, pair {4}, {5}")
  @CsvSource({
    "2,8,false,false,false,a.nii",
    "4,16,false,true,false,a.nii.gz",
    "8,32,true,false,false,a.nii",
    "16,32,true,true,true,a.hdr",
    "64,64,false,true,true,a.hdr",
    "256,8,true,false,false,a.nii.gz",
    "512,16,false,true,false,a.nii",
    "768,32,false,false,false,a.nii",
    "1024,64,true,true,false,a.nii",
    "1280,64,false,false,true,a.hdr"
  })
  void readsEveryTypeOrderAndForm(
      int type, int bits, boolean two, boolean big, boolean pair, String name) throws IOException {
    NiftiBytes file = new NiftiBytes();
    file.datatype = type;
    file.bitpix = bits;
    file.two = two;
    file.pair = pair;
    file.order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    file.slope = 0.5f;
    file.inter = -3;
    Path path = dir.resolve(name);
    if (pair) {
      NiftiBytes.write(path, file.header());
      NiftiBytes.write(dir.resolve("a.img.gz"), file.counting());
    } else {
      file.save(path);
    }
    NiftiVolume image = Nifti.open(path);
    assertEquals(5, image.frames());
    assertEquals(1.5, image.interval(), 1e-12);
    assertArrayEquals(new int[] {3, 2, 2}, image.grid().size());
    double[] third = frame(image, 2);
    for (int i = 0; i < 12; i++) {
      assertEquals((24 + i) * 0.5 - 3, third[i], 0);
    }
  }

  @Test
  void signedAndUnsignedExtremes() {
    byte[] ones = {-1, -1, -1, -1, -1, -1, -1, -1};
    double[] out = new double[8];
    ByteOrder le = ByteOrder.LITTLE_ENDIAN;
    assertEquals(255, one(NiftiType.UINT8, ones, le, out));
    assertEquals(-1, one(NiftiType.INT8, ones, le, out));
    assertEquals(65535, one(NiftiType.UINT16, ones, le, out));
    assertEquals(-1, one(NiftiType.INT16, ones, le, out));
    assertEquals(4294967295.0, one(NiftiType.UINT32, ones, le, out));
    assertEquals(-1, one(NiftiType.INT64, ones, le, out));
    assertEquals(18446744073709551615.0, one(NiftiType.UINT64, ones, le, out));
  }

  private static double one(NiftiType type, byte[] in, ByteOrder order, double[] out) {
    type.decode(in, order, out, 0, 1);
    return out[0];
  }

  @Test
  void sformBeforeQformBeforeSpacing() throws IOException {
    NiftiBytes file = new NiftiBytes();
    file.qform = 1;
    // 90 degrees about z, flipped along the third axis.
    file.quaternion = new float[] {0, 0, (float) Math.sqrt(0.5), 10, 20, 30};
    file.pixdim[0] = -1;
    NiftiVolume byQform = Nifti.open(file.save(dir.resolve("q.nii")));
    assertEquals(AffineSource.QFORM, byQform.grid().source());
    assertArrayEquals(new double[] {10 - 3, 20 + 2, 30 - 4}, byQform.grid().toWorld(1, 1, 1), 1e-5);
    file.sform = 4;
    file.srow = new float[] {2, 0, 0, 1, 0, 3, 0, 2, 0, 0, 4, 3};
    NiftiVolume bySform = Nifti.open(file.save(dir.resolve("s.nii")));
    assertEquals(AffineSource.SFORM, bySform.grid().source());
    assertArrayEquals(new double[] {3, 5, 7}, bySform.grid().toWorld(1, 1, 1), 0);
    file.qform = 0;
    file.sform = 0;
    NiftiVolume bySpacing = Nifti.open(file.save(dir.resolve("p.nii")));
    assertEquals(AffineSource.SPACING, bySpacing.grid().source());
    assertTrue(bySpacing.notes().toString().contains("neither sform nor qform"));
  }

  @ParameterizedTest(name = "units {0}: spacing x {1}, interval {2}")
  @CsvSource({"1,1000,NaN", "2,1,NaN", "3,0.001,NaN", "10,1,1.5", "18,1,1.5", "26,1,1.5"})
  void unitsBecomeMillimetresAndSeconds(int units, double length, double interval)
      throws IOException {
    NiftiBytes file = new NiftiBytes();
    file.units = units;
    file.pixdim[4] = units == 18 ? 1500 : units == 26 ? 1.5e6f : 1.5f; // s, ms, us
    NiftiVolume image = Nifti.open(file.save(dir.resolve("u.nii")));
    assertEquals(2 * length, image.grid().spacing(0), 1e-9 * length);
    assertEquals(interval, image.interval(), 1e-12);
    assertEquals(Double.isNaN(interval), image.notes().toString().contains("without a unit"));
  }

  @Test
  void twoThousandSecondsAreNotBelieved() throws IOException {
    NiftiBytes file = new NiftiBytes();
    file.pixdim[4] = 2000;
    NiftiVolume image = Nifti.open(file.save(dir.resolve("ms.nii")));
    assertTrue(Double.isNaN(image.interval()));
    assertTrue(image.notes().toString().contains("2000 s between frames"));
  }

  @Test
  void intervalOfOnePointThreeFiveStaysSo() throws IOException {
    NiftiBytes file = new NiftiBytes();
    file.pixdim[4] = 1.35f;
    assertEquals(1.35, Nifti.open(file.save(dir.resolve("t.nii"))).interval(), 0);
  }

  @Test
  void analyzeHeaderWithoutMagic() throws IOException {
    NiftiBytes file = new NiftiBytes();
    file.magic = "\0\0\0\0";
    file.pair = true;
    NiftiBytes.write(dir.resolve("a.hdr"), file.header());
    NiftiBytes.write(dir.resolve("a.img"), file.counting());
    NiftiVolume image = Nifti.open(dir.resolve("a.img"));
    assertEquals("Analyze 7.5", image.header().format());
    assertEquals(AffineSource.SPACING, image.grid().source());
    assertEquals(12, frame(image, 1)[0], 0);
  }

  @Test
  void refusals() throws IOException {
    refused("is not a NIfTI", Files.writeString(dir.resolve("t.nii"), "This is not a nii file"));
    NiftiBytes file = new NiftiBytes();
    Path lone = NiftiBytes.write(dir.resolve("lone.hdr"), pairHeader());
    refused("the voxels lone.img is not beside it", lone);
    file.dim[5] = 3;
    file.dim[0] = 5;
    refused("3 values along axis 5", file.save(dir.resolve("v.nii")));
    file = new NiftiBytes();
    file.datatype = 128;
    file.bitpix = 24;
    refused("colour voxels", NiftiBytes.write(dir.resolve("c.nii"), file.header()));
    file = new NiftiBytes();
    byte[] whole = file.file();
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
    refused("too short", Files.write(dir.resolve("cut.nii"), cut));
    file.dim = new int[] {4, 32000, 32000, 32000, 32000, 1, 1, 1};
    refused(
        "impossible|too short|more than",
        NiftiBytes.write(dir.resolve("big.nii.gz"), file.header()));
    refused("There is no file", dir.resolve("none.nii"));
    refused("AFNI", Files.writeString(dir.resolve("x+orig.HEAD"), "type = string"));
  }

  private static byte[] pairHeader() {
    NiftiBytes file = new NiftiBytes();
    file.pair = true;
    return file.header();
  }

  private static void refused(String part, Path path) {
    String message = assertThrows(BadInput.class, () -> Nifti.open(path)).getMessage();
    assertTrue(message.matches("(?s).*(" + part + ").*"), message);
  }
}

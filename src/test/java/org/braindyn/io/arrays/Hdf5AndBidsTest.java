package org.braindyn.io.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.checksum.JenkinsLookup3HashLittle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.io.MatrixImport;
import org.braindyn.io.bids.BidsScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.types.Matrix;

class Hdf5AndBidsTest {
  private static final double[][] MATRIX = {{1, 2, 3, 4}, {5, 6, 7, 8}};

  @TempDir Path dir;

  private Path h5(String name, String dataset, Object values) {
    Path path = dir.resolve(name);
    try (WritableHdfFile file = HdfFile.write(path)) {
      file.putDataset(dataset, values);
    }
    return path;
  }

  @Test
  void hdf5MatrixIsFoundAndGuessed() throws IOException {
    Imported in = Hdf5.read(h5("a.h5", "bold", MATRIX), ImportOptions.auto());
    assertArrayEquals(MATRIX[1], in.signals().values()[1]);
    assertTrue(in.notes().toString().contains("Guessed"), in.notes().toString());
    assertThrows(
        BadInput.class,
        () -> Hdf5.read(dir.resolve("a.h5"), ImportOptions.auto().withVariable("other")));
  }

  @Test
  void matlab73IsTransposedBack() throws IOException {
    // MATLAB stores columns first: its 2 x 4 matrix is 4 x 2 in the file, after 512 bytes of text.
    Path plain = h5("tc.h5", "tc", MatrixImport.transposed(MATRIX));
    byte[] body = Files.readAllBytes(plain);
    byte[] whole = new byte[body.length + 512];
    byte[] text = "MATLAB 7.3 MAT-file, Platform: GLNXA64".getBytes();
    System.arraycopy(text, 0, whole, 0, text.length);
    // The superblock (version 2 or 3) then says 512 where the addresses start, and is summed anew.
    ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).putLong(12, 512);
    int sum = JenkinsLookup3HashLittle.hash(java.util.Arrays.copyOf(body, 44));
    ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).putInt(44, sum);
    System.arraycopy(body, 0, whole, 512, body.length);
    Path mat = Files.write(dir.resolve("tc.mat"), whole);
    assertTrue(Hdf5.matlab(mat));
    Imported in = Hdf5.read(mat, ImportOptions.auto().withInterval(0.72));
    assertEquals(2, in.signals().size());
    assertArrayEquals(MATRIX[0], in.signals().values()[0]);
    assertEquals(0.72, in.signals().interval());
  }

  @Test
  void damagedHdf5IsRefused() throws IOException {
    byte[] body = Files.readAllBytes(h5("a.h5", "tc", MATRIX));
    int refused = 0;
    for (int percent = 0; percent < 100; percent += 5) {
      byte[] part = java.util.Arrays.copyOf(body, body.length * percent / 100);
      Path path = Files.write(dir.resolve("cut" + percent + ".h5"), part);
      try {
        // What was cut off may not have been needed.
        assertArrayEquals(MATRIX, Hdf5.read(path, ImportOptions.auto()).signals().values());
      } catch (BadInput e) {
        refused++;
      }
    }
    assertTrue(refused >= 5, refused + " refused");
  }

  @Test
  void structsTextsAndCellsOfMatlab73() throws IOException {
    Path path = dir.resolve("s.h5");
    try (WritableHdfFile file = HdfFile.write(path)) {
      file.putGroup("#refs#").putDataset("a", new double[][] {{1, 2}, {3, 4}});
      file.putDataset("name", new int[][] {{72, 67, 80}}).putAttribute("MATLAB_class", "char");
      file.putGroup("s").putDataset("tc", MATRIX);
    }
    Imported in = Hdf5.read(path, ImportOptions.auto());
    assertArrayEquals(MATRIX[1], in.signals().values()[1]);
    assertTrue(in.notes().toString().contains("The data set s/tc was read"), in.notes().toString());
    Path none = dir.resolve("none.h5");
    try (WritableHdfFile file = HdfFile.write(none)) {
      file.putDataset("x", new double[] {1, 2, 3});
    }
    BadInput error = assertThrows(BadInput.class, () -> Hdf5.read(none, ImportOptions.auto()));
    assertTrue(error.getMessage().contains("holds no matrix"), error.getMessage());
  }

  @Test
  void matlab5RegionByTime() throws IOException {
    Matrix tc = us.hebi.matlab.mat.format.Mat5.newMatrix(2, 4);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 4; j++) {
        tc.setDouble(i, j, MATRIX[i][j]);
      }
    }
    Path path = dir.resolve("x.mat");
    us.hebi.matlab.mat.format.Mat5.writeToFile(
        us.hebi.matlab.mat.format.Mat5.newMatFile()
            .addArray("other", us.hebi.matlab.mat.format.Mat5.newMatrix(3, 3))
            .addArray("tc", tc),
        path.toFile());
    Imported in = Mat5.read(path, ImportOptions.auto());
    assertArrayEquals(MATRIX[1], in.signals().values()[1]);
    assertTrue(Double.isNaN(in.signals().interval()));
    assertTrue(in.notes().toString().contains("unknown"), in.notes().toString());
    assertThrows(
        BadInput.class, () -> Mat5.read(path, ImportOptions.auto().withVariable("missing")));
    byte[] body = Files.readAllBytes(path);
    for (int cut = 0; cut < body.length; cut += 11) {
      Path part = Files.write(dir.resolve("cut.mat"), java.util.Arrays.copyOf(body, cut));
      assertThrows(BadInput.class, () -> Mat5.read(part, ImportOptions.auto()));
    }
  }

  @Test
  void bidsNamesRepetitionTimeAndConfounds() throws IOException {
    Path func = Files.createDirectories(dir.resolve("ds/sub-07/ses-pre/func"));
    String stem = "sub-07_ses-pre_task-rest_run-02";
    Path scan = Files.createFile(func.resolve(stem + "_space-MNI_desc-preproc_bold.nii.gz"));
    Files.writeString(dir.resolve("ds/task-rest_bold.json"), "{\"RepetitionTime\": 2.2}");
    Files.writeString(dir.resolve("ds/task-nback_bold.json"), "{\"RepetitionTime\": 9}");
    Path tsv = Files.createFile(func.resolve(stem + "_desc-confounds_timeseries.tsv"));
    BidsScan bids = BidsScan.of(scan);
    assertEquals("07", bids.person());
    assertEquals("pre", bids.session());
    assertEquals("rest", bids.task());
    assertEquals("02", bids.run());
    assertEquals(2.2, bids.interval());
    assertEquals(tsv.toAbsolutePath(), bids.confounds());
    // The nearer side file wins.
    Files.writeString(func.resolve(stem + "_bold.json"), "{\"RepetitionTime\": 0.8}");
    assertEquals(0.8, BidsScan.of(scan).interval());
    Files.writeString(func.resolve(stem + "_bold.json"), "{\"RepetitionTime\": 2200}");
    assertThrows(BadInput.class, () -> BidsScan.of(scan));
    Path plain = Files.createFile(dir.resolve("movie.nii"));
    assertEquals("", BidsScan.of(plain).person());
    assertNull(BidsScan.of(plain).confounds());
    assertTrue(Double.isNaN(BidsScan.of(plain).interval()));
  }
}

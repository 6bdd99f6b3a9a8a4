package org.braindyn.io.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.ImportOptions.Orientation;
import org.braindyn.io.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;

/** Arrays are read along the axis that the format says; cells of MATLAB are not passed over. */
class ArrayAxesTest {
  @TempDir Path dir;

  private static RegionSignals tall() {
    double[][] values = new double[46][10];
    for (int r = 0; r < 46; r++) {
      for (int t = 0; t < 10; t++) {
        values[r][t] = Math.sin(r + 0.1 * t * t);
      }
    }
    return new RegionSignals(Regions.numbered("Region", 46), values, Double.NaN, "tall");
  }

  @Test
  void whatWasSavedComesBackWithMoreRegionsThanFrames() throws IOException {
    Path npy = dir.resolve("own.npy");
    NpySignals.write(npy, tall());
    Imported back = NpySignals.read(npy, ImportOptions.auto());
    assertEquals(46, back.signals().size());
    assertArrayEquals(tall().values()[45], back.signals().values()[45]);
    assertTrue(back.notes().get(0).startsWith("Warning: NumPy"), back.notes().toString());
    Imported turned =
        NpySignals.read(npy, ImportOptions.auto().withOrientation(Orientation.TIME_IN_ROWS));
    assertEquals(10, turned.signals().size());
    Path npz = dir.resolve("foreign.npz");
    Npz.write(npz, Map.of("x", NpyArray.of(new double[12], 4, 3)));
    assertEquals(4, NpySignals.read(npz, ImportOptions.auto()).signals().size());
  }

  @Test
  void squareArraysAreRead() throws IOException {
    Path npy = dir.resolve("square.npy");
    Npy.write(npy, NpyArray.of(new double[] {1, 2, 3, 4}, 2, 2));
    assertArrayEquals(
        new double[] {1, 2}, NpySignals.read(npy, ImportOptions.auto()).signals().values()[0]);
  }

  @Test
  void archivesKeepWhichLabelsAreKnown() throws IOException {
    Path npz = dir.resolve("own.npz");
    Regions some =
        new Regions(List.of(Region.named(1, "a"), Region.named("b"), Region.named(7, "c")));
    NpySignals.write(npz, new RegionSignals(some, new double[3][2], 2, "x"));
    Regions back = NpySignals.read(npz, ImportOptions.auto()).signals().regions();
    assertEquals("[1, n/a, 7]", back.list().stream().map(Region::labelText).toList().toString());
    Regions given = new Regions(List.of(Region.named(1, "a"), Region.named(2, "b")));
    NpySignals.write(npz, new RegionSignals(given, new double[2][2], 2, "x"));
    assertTrue(NpySignals.read(npz, ImportOptions.auto()).signals().regions().get(1).hasLabel());
    // As earlier versions wrote signals of a table: labels that are only numbers.
    Map<String, NpyArray> old =
        new java.util.LinkedHashMap<>(
            Map.of(
                "signals", NpyArray.of(new double[4], 2, 2),
                "regions", NpyArray.of("a\nb"),
                "labels", NpyArray.ofIntegers(new double[] {1, 2}, 2),
                "voxels", NpyArray.ofIntegers(new double[2], 2),
                "centroids", NpyArray.of(new double[] {0, 0, 0, 0, 0, 0}, 2, 3),
                "interval", NpyArray.of(new double[] {2}),
                "source", NpyArray.of("x")));
    Npz.write(npz, old);
    assertFalse(NpySignals.read(npz, ImportOptions.auto()).signals().regions().get(1).hasLabel());
  }

  @Test
  void cellsOfVectorsAreRegions() throws Exception {
    Path conn =
        Path.of(
            ArrayAxesTest.class
                .getResource("/cases/08-mat-cell-companion/ROI_Subject001_Condition000.mat")
                .toURI());
    Imported read = Mat5.read(conn, ImportOptions.auto());
    assertEquals(4, read.signals().size());
    assertEquals(40, read.signals().frames());
    assertEquals(0.327195, read.signals().values()[0][1], 1e-6);
    assertEquals("ROI 0", read.signals().regions().get(0).name());
    assertTrue(read.notes().toString().contains("data_sessions"), read.notes().toString());
  }

  @Test
  void aVectorBesideSomethingElseIsNotTaken() throws IOException {
    Path mat = dir.resolve("unequal.mat");
    MatFile file = us.hebi.matlab.mat.format.Mat5.newMatFile();
    Cell cell = us.hebi.matlab.mat.format.Mat5.newCell(1, 2);
    cell.set(0, us.hebi.matlab.mat.format.Mat5.newMatrix(40, 1));
    cell.set(1, us.hebi.matlab.mat.format.Mat5.newMatrix(30, 1));
    file.addArray("data", cell);
    file.addArray("index", us.hebi.matlab.mat.format.Mat5.newMatrix(40, 1));
    us.hebi.matlab.mat.format.Mat5.writeToFile(file, mat.toFile());
    BadInput error = assertThrows(BadInput.class, () -> Mat5.read(mat, ImportOptions.auto()));
    assertTrue(error.getMessage().contains("data (1 x 2, cell)"), error.getMessage());
    assertEquals(
        1,
        Mat5.read(
                mat,
                ImportOptions.auto()
                    .withVariable("index")
                    .withOrientation(Orientation.TIME_IN_ROWS))
            .signals()
            .size());
  }
}

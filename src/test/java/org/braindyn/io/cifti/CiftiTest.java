package org.braindyn.io.cifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Labels3D;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Volume4D;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.door.Connectome;
import org.braindyn.io.door.Damage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CIFTI files made by hand: what is read of them, and what damage does. */
class CiftiTest {
  @TempDir Path dir;

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(dir.resolve(name), bytes);
  }

  private static RegionSignals signals(Path file) throws IOException {
    return new PtSeries().read(file, ImportOptions.auto()).signals();
  }

  private static void refuses(String words, Path file) {
    BadInput error = assertThrows(BadInput.class, () -> signals(file));
    assertTrue(error.getMessage().contains(words), error.getMessage());
  }

  @Test
  void aSeriesOfParcelsIsScaledNamedAndPlaced() throws IOException {
    RegionSignals s = signals(file("a.ptseries.nii", CiftiBytes.ptseries()));
    assertArrayEquals(new double[] {1, 2, 3}, s.values()[0]);
    assertArrayEquals(new double[] {4, 5, 6}, s.values()[1]);
    assertEquals(0.72, s.interval());
    assertEquals(List.of("V1", "Stem"), s.regions().names());
    assertNull(s.regions().get(0).centroid());
    // Mean of (1, 2, 3) and (3, 2, 1) is (2, 2, 2), by 2 mm from -9 mm on.
    assertArrayEquals(new double[] {-5, -5, -5}, s.regions().get(1).centroid());
  }

  @Test
  void timeDownTheRowsIsTurned() throws IOException {
    String xml = CiftiBytes.xml(CiftiBytes.PARCELS, String.format(CiftiBytes.SERIES, 3));
    byte[] bytes = CiftiBytes.file(3004, 2, 3, xml, 2, 8, 4, 10, 6, 12);
    RegionSignals s = signals(file("a.ptseries.nii", bytes));
    assertArrayEquals(new double[] {1, 2, 3}, s.values()[0]);
  }

  @Test
  void weightsOfParcels() throws IOException {
    Connectome c = new PConn().read(file("a.pconn.nii", CiftiBytes.pconn()), "");
    assertArrayEquals(new double[] {0, 1}, c.weights()[0]);
    assertTrue(c.symmetric());
    assertEquals(List.of("V1", "Stem"), c.regions().names());
  }

  @Test
  void labelsAreJoinedByStructureAndPointNotByPosition() throws IOException {
    Greyordinates door = new Greyordinates();
    Volume4D scan = door.open(file("a.dtseries.nii", CiftiBytes.dtseries()));
    double[] frame = new double[5];
    try (Volume4D.FrameReader reader = scan.open()) {
      reader.next(frame);
      assertArrayEquals(new double[] {1, 3, 5, 7, 9}, frame);
      reader.next(frame);
      assertArrayEquals(new double[] {2, 4, 6, 8, 10}, frame);
    }
    // The labels know vertices 4, 2 and 1 of the same surface, and the second voxel only.
    String other =
        CiftiBytes.POINTS.replace("0 2 4", "4 2 1").replace("1 2 3\n4 5 6", "4 5 6\n7 7 7");
    byte[] bytes =
        CiftiBytes.file(3007, 1, 5, CiftiBytes.xml(CiftiBytes.LABELS, other), 6, 14, 6, 14, 6);
    Path labels = file("b.dlabel.nii", bytes);
    Labels3D placed = door.labels(labels, scan);
    assertArrayEquals(new int[] {0, 7, 3, 0, 7}, placed.labels());
    assertEquals(Map.of(3, "A & B", 7, "C"), door.names(labels).names());
  }

  @Test
  void anotherSurfaceIsRefused() throws IOException {
    Greyordinates door = new Greyordinates();
    Volume4D scan = door.open(file("a.dtseries.nii", CiftiBytes.dtseries()));
    String other = CiftiBytes.POINTS.replace("OfVertices=\"10\"", "OfVertices=\"12\"");
    byte[] bytes =
        CiftiBytes.file(3007, 1, 5, CiftiBytes.xml(CiftiBytes.LABELS, other), 6, 14, 6, 14, 6);
    Path labels = file("b.dlabel.nii", bytes);
    BadInput error = assertThrows(BadInput.class, () -> door.labels(labels, scan));
    assertTrue(error.getMessage().contains("10 vertices"), error.getMessage());
    assertTrue(error.getMessage().contains("-cifti-resample"), error.getMessage());
  }

  @Test
  void contradictionsAndForeignXmlAreRefused() throws IOException {
    String xml = CiftiBytes.xml(String.format(CiftiBytes.SERIES, 4), CiftiBytes.PARCELS);
    refuses(
        "describes 2 x 4",
        file("a.ptseries.nii", CiftiBytes.file(3004, 3, 2, xml, 1, 2, 3, 4, 5, 6)));
    String good = CiftiBytes.xml(String.format(CiftiBytes.SERIES, 3), CiftiBytes.PARCELS);
    int[] six = {1, 2, 3, 4, 5, 6};
    String one = good.replace("Version=\"2\"", "Version=\"1\"");
    refuses("CIFTI-1", file("b.ptseries.nii", CiftiBytes.file(3004, 3, 2, one, six)));
    Path secret = Files.writeString(dir.resolve("secret.txt"), "SECRET");
    String entity =
        good.replace("<CIFTI", "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><CIFTI")
            .replace("\"Stem\"", "\"Stem\"")
            .replace("0 1 2", "0 &e; 2");
    BadInput error =
        assertThrows(
            BadInput.class,
            () -> signals(file("c.ptseries.nii", CiftiBytes.file(3004, 3, 2, entity, six))));
    assertFalse(error.getMessage().contains("SECRET"), error.getMessage());
  }

  @Test
  void writtenSeriesReadBackExactly() throws IOException {
    double[][] values = {{1.1, Double.NaN, 1e-300}, {Math.PI, -0.0, 7}};
    Regions regions = Regions.named(List.of("A & B <left>", "\"C\" \u00e9"));
    Path file = dir.resolve("a.ptseries.nii");
    PtSeriesWriter.write(file, new RegionSignals(regions, values, 0.72, "x"), null);
    RegionSignals read = signals(file);
    assertArrayEquals(values[0], read.values()[0]);
    assertArrayEquals(values[1], read.values()[1]);
    assertEquals(0.72, read.interval());
    assertEquals(regions.names(), read.regions().names());
    RegionSignals unknown = new RegionSignals(regions, values, Double.NaN, "x");
    assertThrows(BadInput.class, () -> PtSeriesWriter.write(file, unknown, null));
  }

  @Test
  void tenThousandDamagedFiles() throws IOException {
    Path series = dir.resolve("m.ptseries.nii");
    int read =
        Damage.mutations(
            series,
            CiftiBytes.ptseries(),
            1200,
            5000,
            1,
            f -> (long) signals(f).size() * signals(f).frames());
    assertTrue(read > 500 && read < 4900, read + " of 5000");
    Damage.truncations(series, CiftiBytes.ptseries(), 1, f -> signals(f).size());
    Path dense = dir.resolve("m.dtseries.nii");
    Damage.mutations(dense, CiftiBytes.dtseries(), 1200, 2500, 1, CiftiTest::frames);
    Damage.truncations(dense, CiftiBytes.dtseries(), 1, CiftiTest::frames);
    Path labels = dir.resolve("m.dlabel.nii");
    Damage.Reader reader = f -> new Greyordinates().labels(f, null).labels().length;
    Damage.mutations(labels, CiftiBytes.dlabel(), 1200, 2500, 1, reader);
    Damage.truncations(labels, CiftiBytes.dlabel(), 1, reader);
  }

  private static long frames(Path file) throws IOException {
    Volume4D scan = new Greyordinates().open(file);
    double[] frame = new double[scan.grid().voxels()];
    try (Volume4D.FrameReader reader = scan.open()) {
      for (int t = 0; t < scan.frames(); t++) {
        reader.next(frame);
      }
    }
    return (long) frame.length * scan.frames();
  }
}

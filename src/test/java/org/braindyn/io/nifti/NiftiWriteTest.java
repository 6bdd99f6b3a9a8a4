package org.braindyn.io.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Grid.AffineSource;
import org.braindyn.data.Labels3D;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.parcellation.RegionPainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NiftiWriteTest {
  private static final double[][] OBLIQUE = {
    {-2.0625, 0.125, 0.25, 97.5}, {0.0625, 1.9375, -0.5, -30.25}, {-0.25, 0.5, 2.25, -71.125}
  };

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"a.nii", "a.nii.gz"})
  void labelsComeBackExactly(String name) throws IOException {
    int[] labels = {0, 1, 7, 44, 2001, 9170, 30000, 32767, 0, 0, 1, 7};
    Grid grid = new Grid(new int[] {3, 2, 2}, OBLIQUE, AffineSource.SFORM);
    NiftiWriter.writeLabels(dir.resolve(name), new Labels3D(grid, labels, "x"));
    Labels3D back = Nifti.labels(dir.resolve(name));
    assertArrayEquals(labels, back.labels());
    assertEquals(AffineSource.SFORM, back.grid().source());
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(OBLIQUE[i], back.grid().affine()[i], 0);
    }
    labels[1] = 1_000_000;
    NiftiWriter.writeLabels(dir.resolve(name), new Labels3D(grid, labels, "x"));
    assertArrayEquals(labels, Nifti.labels(dir.resolve(name)).labels());
    try (var files = Files.list(dir)) {
      assertEquals(List.of(name), files.map(p -> p.getFileName().toString()).toList());
    }
  }

  @Test
  void mapKeepsValuesGridAndInterval() throws IOException {
    Grid grid = Grid.spaced(2, 2, 1, 3, 3, 4);
    Labels3D labels = new Labels3D(grid, new int[] {0, 1, 2, 2}, "labels");
    double[][] values = {{0.5f, 1.25f, Double.NaN}, {-7, 0.1f, 1e30f}};
    RegionSignals map =
        new RegionSignals(Regions.named(List.of("Label 1", "Label 2")), values, 0.72, "map");
    NiftiWriter.write(dir.resolve("m.nii.gz"), RegionPainter.paint(labels, map, 0));
    NiftiVolume back = Nifti.open(dir.resolve("m.nii.gz"));
    assertEquals(3, back.frames());
    assertEquals(0.72, back.interval(), 0);
    assertEquals(AffineSource.SPACING, back.grid().source());
    assertEquals(4, back.grid().spacing(2), 0);
    for (int t = 0; t < 3; t++) {
      double[] expected = {0, values[0][t], values[1][t], values[1][t]};
      assertArrayEquals(expected, NiftiReadTest.frame(back, t), 0);
    }
  }

  @Test
  void qformSaysTheSameAsSform() throws IOException {
    double c = Math.cos(0.3);
    double s = Math.sin(0.3);
    double[][] affine = {{-2 * c, 0, 4 * s, 5}, {0, 3, 0, -6}, {2 * s, 0, 4 * c, 7}};
    Grid grid = new Grid(new int[] {2, 2, 2}, affine, AffineSource.SFORM);
    NiftiWriter.writeLabels(dir.resolve("a.nii"), new Labels3D(grid, new int[8], "x"));
    byte[] bytes = Files.readAllBytes(dir.resolve("a.nii"));
    bytes[254] = 0;
    Files.write(dir.resolve("a.nii"), bytes);
    Grid back = Nifti.open(dir.resolve("a.nii")).grid();
    assertEquals(AffineSource.QFORM, back.source());
    assertTrue(back.samePlace(grid, 1e-5), back.describe());
  }

  @Test
  void pairsAndManyFramesComeBackExactly() throws IOException {
    Grid grid = new Grid(new int[] {2, 1, 1}, OBLIQUE, AffineSource.SFORM);
    Labels3D labels = new Labels3D(grid, new int[] {1, 2}, "labels");
    double[][] values = new double[2][40_000];
    for (int t = 0; t < 40_000; t++) {
      values[0][t] = t;
      values[1][t] = -0.5 * t;
    }
    RegionSignals map =
        new RegionSignals(Regions.named(List.of("Label 1", "Label 2")), values, 0.0125, "map");
    for (String name : new String[] {"long.nii.gz", "long.hdr"}) {
      NiftiWriter.write(dir.resolve(name), RegionPainter.paint(labels, map, 0));
      NiftiVolume back = Nifti.open(dir.resolve(name));
      assertEquals("NIfTI-2", back.header().format());
      assertEquals(40_000, back.frames());
      assertEquals(0.0125, back.interval(), 0);
      assertEquals(OBLIQUE[1][2], back.grid().affine()[1][2], 0);
      assertArrayEquals(new double[] {39_999, -19_999.5}, NiftiReadTest.frame(back, 39_999), 0);
    }
    NiftiWriter.writeLabels(dir.resolve("small.hdr"), labels);
    assertEquals("NIfTI-1", Nifti.open(dir.resolve("small.img")).header().format());
    assertArrayEquals(new int[] {1, 2}, Nifti.labels(dir.resolve("small.hdr")).labels());
  }

  @Test
  void labelImagesHoldWholeNumbersFromZero() throws IOException {
    for (float bad : new float[] {1.5f, -1, Float.NaN, 3e9f}) {
      NiftiBytes file = new NiftiBytes();
      file.dim = new int[] {3, 3, 2, 2, 1, 1, 1, 1};
      file.datatype = 16;
      file.bitpix = 32;
      byte[] bytes = file.file();
      java.nio.ByteBuffer.wrap(bytes).order(file.order).putFloat(352 + 4 * 4, bad);
      Path path = Files.write(dir.resolve("l.nii"), bytes);
      String message = assertThrows(BadInput.class, () -> Nifti.labels(path)).getMessage();
      assertTrue(message.contains("(1, 1, 0)"), message);
    }
    Path scan = new NiftiBytes().save(dir.resolve("s.nii"));
    assertThrows(BadInput.class, () -> Nifti.labels(scan));
  }

  @Test
  void unwritableFolderAndWrongNameAreRefused() {
    Labels3D labels = new Labels3D(Grid.spaced(1, 1, 1, 1, 1, 1), new int[1], "x");
    Path nowhere = dir.resolve("none").resolve("a.nii");
    assertThrows(BadInput.class, () -> NiftiWriter.writeLabels(nowhere, labels));
    assertThrows(BadInput.class, () -> NiftiWriter.writeLabels(dir.resolve("a.png"), labels));
  }
}

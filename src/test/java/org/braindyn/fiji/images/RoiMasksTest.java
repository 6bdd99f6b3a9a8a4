package org.braindyn.fiji.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.braindyn.data.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoiMasksTest {
  @TempDir Path dir;

  private static long inside(RoiMasks.Mask mask) {
    long n = 0;
    for (boolean b : mask.inside()) {
      n += b ? 1 : 0;
    }
    return n;
  }

  @Test
  void zipOfRoisBecomesMasksOfTheirSlices() throws IOException {
    ImagePlus image = IJ.createImage("stack", "16-bit", 10, 8, 3);
    Roi all = new Roi(1, 2, 4, 3);
    Roi second = new OvalRoi(0, 0, 6, 6);
    second.setPosition(2);
    Path zip = dir.resolve("rois.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("../../box.roi"));
      out.write(RoiEncoder.saveAsByteArray(all));
      out.putNextEntry(new ZipEntry("disc.roi"));
      out.write(RoiEncoder.saveAsByteArray(second));
      out.putNextEntry(new ZipEntry("__MACOSX/._disc.roi"));
      out.write(7);
      out.putNextEntry(new ZipEntry("readme.txt"));
      out.write(1);
    }
    List<RoiMasks.Mask> masks = RoiMasks.masks(image, RoiMasks.ofFile(zip.toFile()));
    assertEquals("box", masks.get(0).name());
    assertEquals(4 * 3 * 3, inside(masks.get(0)));
    assertTrue(masks.get(0).inside()[2 * 10 + 1]);
    assertEquals("disc", masks.get(1).name());
    assertEquals(second.getContainedPoints().length, inside(masks.get(1)));
    assertTrue(masks.get(1).inside()[80 + 2 * 10 + 2]);
    try (var files = Files.list(dir)) {
      assertEquals(1, files.count(), "nothing is unpacked");
    }
  }

  @Test
  void refusals() throws IOException {
    ImagePlus image = IJ.createImage("flat", "8-bit", 5, 5, 1);
    assertThrows(BadInput.class, () -> RoiMasks.masks(image, List.of(new Line(0, 0, 3, 3))));
    assertThrows(BadInput.class, () -> RoiMasks.open(image));
    Path text = Files.writeString(dir.resolve("x.zip"), "no zip");
    assertThrows(BadInput.class, () -> RoiMasks.ofFile(text.toFile()));
    Path bad = Files.writeString(dir.resolve("x.roi"), "no roi");
    assertThrows(BadInput.class, () -> RoiMasks.ofFile(bad.toFile()));
  }

  @Test
  void positionsWithinAMovieOfVolumesAndBeyondIt() {
    ImagePlus image = IJ.createHyperStack("movie", 10, 8, 1, 3, 5, 16);
    Roi eleventh = new Roi(1, 1, 2, 2);
    eleventh.setPosition(11); // of 15 slices in all: slice 2 of frame 4
    Roi third = new Roi(1, 1, 2, 2);
    third.setPosition(0, 3, 2);
    Roi frame = new Roi(1, 1, 2, 2);
    frame.setPosition(0, 0, 2);
    Roi beyond = new Roi(1, 1, 2, 2);
    beyond.setPosition(0, 9, 1);
    Roi outside = new Roi(50, 50, 2, 2);
    Roi ring = new ShapeRoi(new Roi(0, 0, 5, 5)).not(new ShapeRoi(new Roi(1, 1, 3, 3)));
    List<RoiMasks.Mask> masks =
        RoiMasks.masks(image, List.of(eleventh, third, frame, beyond, outside, ring));
    long[] expected = {4, 4, 12, 0, 0, 3 * 16};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], inside(masks.get(i)), "ROI " + i);
    }
    assertTrue(masks.get(0).inside()[80 + 11]);
    assertTrue(masks.get(1).inside()[160 + 11]);
  }
}

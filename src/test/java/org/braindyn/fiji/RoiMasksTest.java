package org.braindyn.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
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
}

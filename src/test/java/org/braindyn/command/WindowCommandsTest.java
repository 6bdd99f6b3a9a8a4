package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.command.eeg.ViewEeg;
import org.braindyn.command.figures.OutlinesToManager;
import org.braindyn.command.samples.OpenGuide;
import org.braindyn.data.Annotation;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.figure.draw.Svg;
import org.braindyn.fiji.figures.FigureImage;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.RoiMasks;
import org.braindyn.fiji.images.SeizureInfo;
import org.braindyn.fiji.images.SignalsImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that open windows, without a screen: what they give instead. */
class WindowCommandsTest {
  @TempDir Path folder;

  private static ImagePlus labels() {
    int[] image = new int[7 * 6 * 2];
    for (int v = 0; v < image.length; v++) {
      image[v] = v % 7 < 3 ? 4 : v / 42 == 1 && v % 7 > 4 ? 9 : 0;
    }
    Regions names = new Regions(List.of(Region.named(4, "Left"), Region.named(9, "Right")));
    return LabelImage.image(new Labels3D(Grid.spaced(7, 6, 2, 2, 2, 2), image, "labels"), names);
  }

  @Test
  void outlinesComeBackAsTheSameVoxels() throws Throwable {
    ImagePlus labels = labels();
    Path file = folder.resolve("regions.zip");
    run(OutlinesToManager.class, "labels", labels, "file", file.toFile());
    List<Roi> rois = RoiMasks.ofFile(file.toFile());
    assertEquals(3, rois.size(), "Left in two slices, Right in one");
    int voxels = 0;
    for (Roi roi : rois) {
      int z = roi.getZPosition() > 0 ? roi.getZPosition() : roi.getPosition();
      for (int y = 0; y < 6; y++) {
        for (int x = 0; x < 7; x++) {
          int label = (int) labels.getStack().getProcessor(z).getf(x, y);
          boolean mine = roi.getName().startsWith("Left") ? label == 4 : label == 9;
          assertEquals(mine, roi.contains(x, y), roi.getName() + " " + x + " " + y + " " + z);
          voxels += mine ? 1 : 0;
        }
      }
    }
    assertEquals(36 + 12, voxels);
    run(OutlinesToManager.class, "labels", labels, "regions", "Right", "file", file.toFile());
    assertEquals(1, RoiMasks.ofFile(file.toFile()).size());
    refuses("Middle", OutlinesToManager.class, "labels", labels, "regions", "Middle");
  }

  @Test
  void aPageOfAnEegIsAPicture() throws Throwable {
    RegionSignals eeg =
        new RegionSignals(Regions.named(List.of("Fp1", "Cz")), new double[2][3000], 0.01, "e.edf");
    ImagePlus image = SignalsImage.image(eeg, "e.edf");
    SeizureInfo.writeEvents(image, List.of(new Annotation(3, 1, "eyes closed now", "")));
    SeizureInfo.write(image, List.of(new Annotation(5, 2, "seiz", "")));
    assertEquals("eyes closed now", SeizureInfo.events(image).get(0).text());
    ImagePlus page = (ImagePlus) run(ViewEeg.class, "signals", image).getOutput("picture");
    String svg = Svg.of(FigureImage.drawing(page));
    assertTrue(svg.contains("eyes closed now") && svg.contains(">seizure<"));
    refuses("30.0 s", ViewEeg.class, "signals", image, "start", 31.0);
  }

  @Test
  void theGuideSaysThatItNeedsAScreen() {
    refuses("no screen", OpenGuide.class, "folder", folder.toFile());
  }
}

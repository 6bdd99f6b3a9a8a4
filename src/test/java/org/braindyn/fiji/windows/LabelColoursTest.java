package org.braindyn.fiji.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.fiji.images.LabelImage;
import org.junit.jupiter.api.Test;

/** Labels far apart have colours of their own, and keep their values. */
class LabelColoursTest {
  private static ImagePlus labels(double... values) {
    return LabelImage.image(
        Labels3D.of(Grid.spaced(values.length, 1, 1, 1, 1, 1), values, "l"), null);
  }

  @Test
  void everyLabelIsSeen() {
    ImagePlus image = labels(0, 1, 2, 1001, 1003);
    LabelColours.on(image);
    ImageRoi colours = (ImageRoi) image.getOverlay().get(0);
    int[] rgb = (int[]) colours.getProcessor().getPixels();
    for (int i = 1; i < 5; i++) {
      assertNotEquals(rgb[0] & 0xffffff, rgb[i] & 0xffffff, "black is no label");
      for (int k = 1; k < i; k++) {
        assertNotEquals(rgb[k], rgb[i], k + " and " + i);
      }
    }
    assertEquals(1001, image.getProcessor().get(3, 0));
    image.getProcessor().set(3, 0, 1);
    image.updateAndDraw();
    image.close();
  }

  @Test
  void editsAreSeen() {
    ImagePlus image = labels(0, 1, 1001);
    LabelColours.on(image);
    image.getProcessor().set(2, 0, 1);
    for (var listener : listeners()) {
      listener.imageUpdated(image);
    }
    int[] rgb = (int[]) ((ImageRoi) image.getOverlay().get(0)).getProcessor().getPixels();
    assertEquals(rgb[1], rgb[2]);
  }

  private static ij.ImageListener[] listeners() {
    try {
      var field = ImagePlus.class.getDeclaredField("listeners");
      field.setAccessible(true);
      return ((java.util.Vector<?>) field.get(null)).toArray(new ij.ImageListener[0]);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void fewLabelsNeedNothing() {
    ImagePlus image = labels(0, 1, 2, 200);
    LabelColours.on(image);
    assertNull(image.getOverlay());
  }
}

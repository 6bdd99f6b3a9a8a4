package org.braindyn.fiji.select;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.awt.Color;

/** Marks on an image that leave the rest of its overlay alone. */
final class Highlight {
  private static final String NAME = "BrainDyn chosen region";
  private static final Color COLOUR = new Color(255, 200, 0);

  private Highlight() {}

  /**
   * Shows a region in an image.
   *
   * @param region null to take the marks away
   */
  static void show(ImagePlus image, RegionTarget target, RegionKey region) {
    Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
    overlay.remove(NAME);
    for (int k = overlay.size() - 1; k >= 0; k--) {
      if (NAME.equals(overlay.get(k).getName())) {
        overlay.remove(k);
      }
    }
    if (region != null) {
      for (Roi mark : target.marks(region)) {
        mark.setName(NAME);
        if (!image.isHyperStack() && mark.getZPosition() > 0) {
          mark.setPosition(mark.getZPosition()); // ImageJ draws it on every slice otherwise
        }
        mark.setStrokeColor(COLOUR);
        mark.setStrokeWidth(Math.max(0.2, image.getWidth() / 400.0));
        overlay.add(mark);
      }
      if (image.getNSlices() > 1) {
        image.setZ(target.sliceOf(region, image.getZ()));
      }
    }
    image.setOverlay(overlay.size() == 0 ? null : overlay);
  }
}

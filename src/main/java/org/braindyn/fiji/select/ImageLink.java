package org.braindyn.fiji.select;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;

/** An image's window: a click chooses the region under it, a choice marks it. */
final class ImageLink extends MouseAdapter implements Consumer<RegionKey> {
  private final ImagePlus image;

  ImageLink(ImagePlus image) {
    this.image = image;
  }

  @Override
  public void mouseClicked(MouseEvent event) {
    RegionTarget target = Targets.of(image);
    ImageCanvas canvas = image.getCanvas();
    if (target == null || canvas == null) {
      return;
    }
    RegionKey region =
        target.at(canvas.offScreenX(event.getX()), canvas.offScreenY(event.getY()), image.getZ());
    if (region != null) {
      Selection.shared().choose(region);
    }
  }

  @Override
  public void accept(RegionKey region) {
    RegionTarget target = Targets.of(image);
    if (target != null) {
      Highlight.show(image, target, region);
    }
    if (region != null) {
      String label = region.label() == 0 ? "" : " (label " + region.label() + ")";
      IJ.showStatus("BrainDyn: " + region.name() + label);
    }
  }
}

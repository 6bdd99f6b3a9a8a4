package org.braindyn.fiji.windows;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.Map;
import java.util.TreeMap;

/**
 * A colour for every label of an image whose labels are too far apart for ImageJ, which has 256
 * colours from the least to the largest value: 1 of 1 to 1016 would be black. The colours lie above
 * the pixels, which keep their values, and follow when those are edited; {@code Image > Overlay}
 * hides them.
 */
final class LabelColours implements ImageListener {
  private static final String NAME = "BrainDyn label colours";
  private static final int COLOURS = 255;
  private static final long MOST_VOXELS = 20_000_000;

  private final ImagePlus image;
  private final Map<Integer, Integer> ranks = new TreeMap<>();

  private LabelColours(ImagePlus image) {
    this.image = image;
  }

  /** Colours an image of labels, if it needs it. */
  static void on(ImagePlus image) {
    LabelColours colours = new LabelColours(image);
    if (colours.needed()) {
      colours.paint();
      ImagePlus.addImageListener(colours);
    }
  }

  private boolean needed() {
    int largest = 0;
    for (int z = 1; z <= image.getStackSize(); z++) {
      ImageProcessor plane = image.getStack().getProcessor(z);
      for (int i = 0; i < plane.getPixelCount(); i++) {
        int label = (int) plane.getf(i);
        if (label > 0) {
          ranks.put(label, 0);
          largest = Math.max(largest, label);
        }
      }
    }
    int rank = 0;
    for (Map.Entry<Integer, Integer> one : ranks.entrySet()) {
      one.setValue(rank++);
    }
    long voxels = (long) image.getWidth() * image.getHeight() * image.getStackSize();
    return largest > COLOURS && voxels <= MOST_VOXELS;
  }

  private void paint() {
    Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
    for (int z = 1; z <= image.getStackSize(); z++) {
      ImageRoi roi = new ImageRoi(0, 0, picture(z));
      roi.setName(NAME);
      roi.setZeroTransparent(true);
      roi.setPosition(image.getStackSize() > 1 ? z : 0);
      overlay.add(roi);
    }
    image.setOverlay(overlay);
  }

  /** One plane in the colours of the image's own table, neighbours in rank unlike each other. */
  ColorProcessor picture(int slice) {
    ImageProcessor plane = image.getStack().getProcessor(slice);
    LUT table = image.getProcessor().getLut();
    ColorProcessor picture = new ColorProcessor(plane.getWidth(), plane.getHeight());
    for (int i = 0; i < plane.getPixelCount(); i++) {
      int label = (int) plane.getf(i);
      if (label > 0) {
        int rank = ranks.computeIfAbsent(label, l -> ranks.size());
        picture.set(i, table.getRGB(1 + rank % COLOURS) & 0xffffff);
      }
    }
    return picture;
  }

  @Override
  public void imageUpdated(ImagePlus updated) {
    Overlay overlay = updated == image ? image.getOverlay() : null;
    for (Roi roi : overlay == null ? new Roi[0] : overlay.toArray()) {
      boolean here = roi.getPosition() == image.getCurrentSlice() || image.getStackSize() == 1;
      if (here && NAME.equals(roi.getName())) {
        ((ImageRoi) roi).setProcessor(picture(image.getCurrentSlice()));
      }
    }
  }

  @Override
  public void imageOpened(ImagePlus opened) {
    // others are not ours
  }

  @Override
  public void imageClosed(ImagePlus closed) {
    if (closed == image) {
      ImagePlus.removeImageListener(this);
    }
  }
}

package org.braindyn.fiji.images;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.List;
import org.braindyn.data.BadInput;

/** A painted area on a label image, as voxels: a selection, or a mask image of the same size. */
public final class PaintedRegions {
  private PaintedRegions() {}

  /**
   * The voxels that a user painted.
   *
   * @param region what was typed; {@code roi} means the selection on the label image
   * @param mask image that is not 0 where it is painted, or null
   * @param labels label image
   * @return one entry per voxel of one frame, x fastest; null if nothing was painted
   */
  public static boolean[] of(String region, ImagePlus mask, ImagePlus labels) {
    boolean selected = region.trim().equalsIgnoreCase("roi");
    if (mask == null) {
      return selected ? selection(labels) : null;
    }
    if (!region.isBlank()) {
      throw new BadInput(
          "Both mask="
              + mask.getTitle()
              + " and region="
              + region
              + " name a target. Give one of them.");
    }
    if (labels == null) {
      throw new BadInput(
          "mask="
              + mask.getTitle()
              + " needs labels=[the label image], to know which regions it covers.");
    }
    return voxels(mask, labels);
  }

  private static boolean[] voxels(ImagePlus mask, ImagePlus labels) {
    int nx = labels.getWidth();
    int ny = labels.getHeight();
    int nz = labels.getNSlices();
    if (mask.getWidth() != nx || mask.getHeight() != ny || mask.getStackSize() != nz) {
      throw new BadInput(
          String.format(
              "mask=%s is %d x %d x %d voxels, but labels=%s is %d x %d x %d. Paint the mask on the"
                  + " grid of the labels.",
              mask.getTitle(),
              mask.getWidth(),
              mask.getHeight(),
              mask.getStackSize(),
              labels.getTitle(),
              nx,
              ny,
              nz));
    }
    boolean[] painted = new boolean[nx * ny * nz];
    for (int i = 0; i < painted.length; i++) {
      float value = mask.getStack().getProcessor(i / (nx * ny) + 1).getf(i % (nx * ny));
      painted[i] = value != 0 && !Float.isNaN(value);
    }
    return painted;
  }

  /** The voxels within the selection: in its own slice if it has one, else in every slice. */
  private static boolean[] selection(ImagePlus image) {
    Roi roi = image == null ? null : image.getRoi();
    if (roi == null || !roi.isArea()) {
      throw new BadInput(
          "region=roi needs a label image with an area selected on it. Draw a selection on the"
              + " labels and give labels=[title].");
    }
    return RoiMasks.masks(image, List.of(roi)).get(0).inside();
  }
}

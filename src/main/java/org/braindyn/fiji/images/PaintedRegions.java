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
    double[] values = values("mask", mask, labels);
    boolean[] painted = new boolean[values.length];
    for (int i = 0; i < painted.length; i++) {
      painted[i] = values[i] != 0 && !Double.isNaN(values[i]);
    }
    return painted;
  }

  /**
   * Values that were painted on a label image.
   *
   * @param key what the image is called in macros
   * @param mask image on the labels' grid
   * @param labels label image; refused if null
   * @return one entry per voxel, x fastest
   */
  public static double[] values(String key, ImagePlus mask, ImagePlus labels) {
    if (labels == null) {
      throw new BadInput(
          key
              + "="
              + mask.getTitle()
              + " needs labels=[the label image], to know which regions it covers.");
    }
    int nx = labels.getWidth();
    int ny = labels.getHeight();
    int nz = labels.getNSlices();
    if (mask.getWidth() != nx || mask.getHeight() != ny || mask.getStackSize() != nz) {
      throw new BadInput(
          String.format(
              "%s=%s is %d x %d x %d voxels, but labels=%s is %d x %d x %d. Paint it on the grid of"
                  + " the labels.",
              key,
              mask.getTitle(),
              mask.getWidth(),
              mask.getHeight(),
              mask.getStackSize(),
              labels.getTitle(),
              nx,
              ny,
              nz));
    }
    double[] values = new double[nx * ny * nz];
    for (int i = 0; i < values.length; i++) {
      values[i] = mask.getStack().getProcessor(i / (nx * ny) + 1).getf(i % (nx * ny));
    }
    return values;
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

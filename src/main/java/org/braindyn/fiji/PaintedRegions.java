package org.braindyn.fiji;

import ij.ImagePlus;
import ij.gui.Roi;
import org.braindyn.data.BadInput;

/** A selection on a label image, as voxels. */
public final class PaintedRegions {
  private PaintedRegions() {}

  /**
   * The voxels within the selection, in every slice.
   *
   * @param image label image with an area selected; null is refused
   * @return one entry per voxel of one frame, x fastest
   */
  public static boolean[] mask(ImagePlus image) {
    Roi roi = image == null ? null : image.getRoi();
    if (roi == null || !roi.isArea()) {
      throw new BadInput(
          "region=roi needs a label image with an area selected on it. Draw a selection on the"
              + " labels and give labels=[title].");
    }
    int nx = image.getWidth();
    int ny = image.getHeight();
    boolean[] mask = new boolean[nx * ny * image.getNSlices()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = roi.contains(i % nx, i / nx % ny);
    }
    return mask;
  }
}

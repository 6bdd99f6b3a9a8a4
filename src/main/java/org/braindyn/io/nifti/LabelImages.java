package org.braindyn.io.nifti;

import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Volume4D;

/** Reads whole-number label images out of images of any pixel type. */
final class LabelImages {
  private LabelImages() {}

  /**
   * The labels of a single-frame image.
   *
   * @throws BadInput if it has several frames or a voxel is not a whole number from 0 to 2147483647
   */
  public static Labels3D of(Volume4D image) throws IOException {
    if (image.frames() != 1) {
      throw new BadInput(
          image.name()
              + " has "
              + image.frames()
              + " frames; a label image has one. Was the scan given in place of its labels? Of an atlas"
              + " of probabilities, one frame per region, make a label image first.");
    }
    double[] values = new double[image.grid().voxels()];
    try (Volume4D.FrameReader reader = image.open()) {
      reader.next(values);
    }
    return Labels3D.of(image.grid(), values, image.name());
  }
}

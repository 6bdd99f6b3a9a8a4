package org.braindyn.io.nifti;

import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Volume4D;

/** Reads whole-number label images out of images of any pixel type. */
public final class LabelImages {
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
    int[] labels = new int[values.length];
    for (int i = 0; i < labels.length; i++) {
      double v = values[i];
      labels[i] = (int) v;
      if (labels[i] != v || v < 0) {
        throw new BadInput(
            image.name()
                + " is not a label image: voxel "
                + place(image.grid().size(), i)
                + " has the value "
                + v
                + ", but labels are whole numbers from 0 on."
                + (v == Math.rint(v) || Double.isNaN(v)
                    ? " Set such voxels to 0 for no region."
                    : " Was it smoothed or interpolated? Resample label images with nearest"
                        + " neighbour only."));
      }
    }
    return new Labels3D(image.grid(), labels, image.name());
  }

  private static String place(int[] size, int index) {
    int x = index % size[0];
    int y = index / size[0] % size[1];
    return "(" + x + ", " + y + ", " + index / size[0] / size[1] + ")";
  }
}

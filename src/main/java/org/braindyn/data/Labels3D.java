package org.braindyn.data;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.integer.IntType;

/**
 * A label image: every voxel holds the label of its region, 0 for none.
 *
 * @param grid its grid
 * @param labels one label per voxel, x fastest, then y, then z; all 0 or more
 * @param name file name or image title, for messages
 */
public record Labels3D(Grid grid, int[] labels, String name) {
  /** Checks the number of voxels. */
  public Labels3D {
    if (labels.length != grid.voxels()) {
      throw new IllegalArgumentException(labels.length + " labels for " + grid.describe());
    }
  }

  /** The same voxels as an ImgLib2 image (x, y, z), sharing memory. */
  public ArrayImg<IntType, IntArray> img() {
    return ArrayImgs.ints(labels, grid.size()[0], grid.size()[1], grid.size()[2]);
  }
}

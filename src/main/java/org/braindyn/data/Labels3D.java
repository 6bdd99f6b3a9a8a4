package org.braindyn.data;

import java.util.List;
import java.util.Locale;
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
 * @param notes what a user should know about the reading, in sentences
 */
public record Labels3D(Grid grid, int[] labels, String name, List<String> notes) {
  /** A value this near to a whole number is that number; scaled label images are off by less. */
  private static final double NEAR = 1e-4;

  /** 32-bit numbers are this exact. */
  private static final double FLOAT = 2e-7;

  /** Labels that were read as they are. */
  public Labels3D(Grid grid, int[] labels, String name) {
    this(grid, labels, name, List.of());
  }

  /**
   * Labels of an image of numbers. Values within 0.0001 of a whole number, as a scale factor in a
   * header makes them, are rounded, and that is noted.
   *
   * @param values one per voxel, x fastest, then y, then z
   * @throws BadInput if a voxel is no whole number from 0 to 2147483647
   */
  public static Labels3D of(Grid grid, double[] values, String name) {
    int[] labels = new int[values.length];
    int rounded = 0;
    double farthest = 0;
    for (int i = 0; i < values.length; i++) {
      double v = values[i];
      double off = Math.abs(v - Math.rint(v));
      if (!(off <= Math.max(NEAR, FLOAT * Math.abs(v)))
          || v < -NEAR
          || Math.rint(v) > Integer.MAX_VALUE) {
        throw new BadInput(
            name
                + " is not a label image: voxel "
                + place(grid.size(), i)
                + " has the value "
                + v
                + ", but labels are whole numbers from 0 on, 0 for no region."
                + (v == Math.rint(v) || Double.isNaN(v)
                    ? " Set such voxels to 0 for no region."
                    : " Was it smoothed or interpolated? Resample label images with nearest"
                        + " neighbour only."));
      }
      labels[i] = (int) Math.rint(v);
      if (off > 0) {
        rounded++;
        farthest = Math.max(farthest, off);
      }
    }
    List<String> notes =
        rounded == 0
            ? List.of()
            : List.of(
                String.format(
                    Locale.ROOT,
                    "%s: %d voxels were no whole numbers by at most %.2g and were rounded.",
                    name,
                    rounded,
                    farthest));
    return new Labels3D(grid, labels, name, notes);
  }

  private static String place(int[] size, int index) {
    int x = index % size[0];
    int y = index / size[0] % size[1];
    return "(" + x + ", " + y + ", " + index / size[0] / size[1] + ")";
  }

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

package org.braindyn.parcellation;

import org.braindyn.data.Labels3D;

/** Borders of regions, for drawing them over an image. */
public final class Outlines {
  private Outlines() {}

  /**
   * Voxels of regions that touch another label within their slice (also background).
   *
   * @param z slice
   * @return label of every border voxel of the slice, 0 elsewhere, [y * nx + x]
   */
  public static int[] slice(Labels3D labels, int z) {
    int nx = labels.grid().size()[0];
    int ny = labels.grid().size()[1];
    int from = z * nx * ny;
    int[] image = labels.labels();
    int[] border = new int[nx * ny];
    for (int y = 0; y < ny; y++) {
      for (int x = 0; x < nx; x++) {
        int label = image[from + y * nx + x];
        boolean edge =
            label != 0
                && (differs(image, from, x - 1, y, nx, ny, label)
                    || differs(image, from, x + 1, y, nx, ny, label)
                    || differs(image, from, x, y - 1, nx, ny, label)
                    || differs(image, from, x, y + 1, nx, ny, label));
        border[y * nx + x] = edge ? label : 0;
      }
    }
    return border;
  }

  private static boolean differs(int[] image, int from, int x, int y, int nx, int ny, int label) {
    return x >= 0 && y >= 0 && x < nx && y < ny && image[from + y * nx + x] != label;
  }
}

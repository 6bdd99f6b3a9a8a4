package org.braindyn.data;

/**
 * One region of a parcellation (or one electrode, neuron or population).
 *
 * @param label value of its voxels in the label image, or its 1-based number where there is none
 * @param name its name, never blank
 * @param voxels number of voxels (0 where unknown)
 * @param centroid world coordinates x, y, z of its centroid in mm, or null where unknown
 */
public record Region(int label, String name, long voxels, double[] centroid) {
  /** Checks the name and the centroid's length. */
  public Region {
    if (name == null || name.isBlank()) {
      throw new BadInput(
          "The region with label " + label + " has no name. Give every region a name.");
    }
    if (centroid != null && centroid.length != 3) {
      throw new IllegalArgumentException("centroid needs x, y, z, got " + centroid.length);
    }
  }

  /** A region known by its number and name only. */
  public static Region named(int label, String name) {
    return new Region(label, name, 0, null);
  }
}

package org.braindyn.io.cifti;

import java.util.List;
import java.util.Map;

/** What the indices along one axis of a CIFTI matrix mean. */
sealed interface CiftiAxis {
  /** Number of indices. */
  int size();

  /**
   * Points in time (or of another quantity).
   *
   * @param size number of points
   * @param step between points, in {@code unit}
   * @param unit SECOND, HERTZ, METER or RADIAN
   */
  record Series(int size, double step, String unit) implements CiftiAxis {}

  /**
   * Parcels.
   *
   * @param parcels in order
   */
  record Parcels(List<Parcel> parcels) implements CiftiAxis {
    @Override
    public int size() {
      return parcels.size();
    }
  }

  /**
   * One parcel.
   *
   * @param name its name
   * @param vertices number of its vertices in all surfaces
   * @param voxels voxel indices i, j, k in turn
   * @param centroid mean place of its voxels in mm; null if it has vertices or no voxels
   */
  record Parcel(String name, int vertices, int[] voxels, double[] centroid) {}

  /**
   * Greyordinates.
   *
   * @param models stretches of one structure each, in order
   */
  record Greyordinates(List<Model> models) implements CiftiAxis {
    @Override
    public int size() {
      return models.stream().mapToInt(m -> m.count).sum();
    }
  }

  /**
   * The greyordinates of one structure.
   *
   * @param structure e.g. CIFTI_STRUCTURE_CORTEX_LEFT
   * @param offset index of the first
   * @param count how many
   * @param surfaceVertices vertices of the whole surface; 0 for voxels
   * @param points vertex numbers, or voxel indices i, j, k in turn
   */
  record Model(String structure, int offset, int count, int surfaceVertices, int[] points) {}

  /**
   * Named maps, with the names of their label values if they are labels.
   *
   * @param names in order
   * @param labels one table per map, key to name; empty for scalars
   */
  record Maps(List<String> names, List<Map<Integer, String>> labels) implements CiftiAxis {
    @Override
    public int size() {
      return names.size();
    }
  }
}

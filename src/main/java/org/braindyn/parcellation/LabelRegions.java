package org.braindyn.parcellation;

import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Regions;

/** The regions of a label image: names, voxels and centroids in mm, in order of label value. */
public final class LabelRegions {
  private LabelRegions() {}

  /**
   * @throws BadInput if the image is empty
   */
  public static Regions of(Labels3D labels, LabelNames names) {
    int[] present =
        RegionVoxels.present(labels.labels()).stream().mapToInt(Integer::intValue).toArray();
    if (present.length == 0) {
      throw new BadInput(labels.name() + " has no region: every voxel is 0.");
    }
    RegionVoxels voxels = RegionVoxels.of(labels.labels(), present, null);
    return new Regions(voxels.regions(labels.grid(), names));
  }
}

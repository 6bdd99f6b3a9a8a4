package org.braindyn.parcellation;

import org.braindyn.data.Region;

/**
 * One row of the quality table.
 *
 * @param region name, label, voxels on the scan's grid and its place in the atlas in mm
 * @param voxelsBefore voxels in the label image as given, before resampling
 * @param used voxels that went into the signal
 * @param nanVoxels voxels of the region that were NaN or infinite in some frame
 * @param constant true if the signal never changes
 * @param mean mean of the signal over time, in the scan's unit
 * @param sd standard deviation of the signal over time (divided by n - 1)
 * @param place where the voxels used lie
 * @param lost why there is no signal, or an empty text
 */
public record RegionQuality(
    Region region,
    long voxelsBefore,
    long used,
    long nanVoxels,
    boolean constant,
    double mean,
    double sd,
    UsedPlace place,
    String lost) {

  /** Temporal signal to noise ratio, mean / sd; NaN for constant and lost regions. */
  public double tsnr() {
    return sd > 0 ? mean / sd : Double.NaN;
  }

  /** True if there is a signal. */
  public boolean kept() {
    return lost.isEmpty();
  }
}

package org.braindyn.parcellation;

import org.braindyn.data.Labels3D;
import org.braindyn.data.RegionPositions;

/**
 * How a scan is cut into regions.
 *
 * @param statistic what stands for a region at one time
 * @param nanVoxels what to do with voxels that are NaN or infinite in any frame
 * @param lostRegions what to do with regions that have no usable voxel
 * @param resample how labels on another grid are brought onto the scan's, if they are
 * @param mask voxels to use (label above 0), on the labels' or the scan's grid; null for all
 * @param interval time between frames in s; NaN to take the scan's own
 * @param positions where the regions are, {@link RegionPositions#NONE} for their centroids in the
 *     label image as given
 */
public record ParcellationSettings(
    Statistic statistic,
    NanPolicy nanVoxels,
    LostPolicy lostRegions,
    Resampling resample,
    Labels3D mask,
    double interval,
    RegionPositions positions) {

  /** What stands for a region at one time. */
  public enum Statistic {
    /** Mean over voxels. */
    MEAN,
    /** Median over voxels. */
    MEDIAN,
    /** Sum over voxels. */
    SUM,
    /** Standard deviation over voxels (divided by n). */
    SD,
    /** First principal component of the voxels' signals. */
    FIRST_COMPONENT
  }

  /** What to do with voxels that are NaN or infinite in any frame. */
  public enum NanPolicy {
    /** Stop with a message. */
    ERROR,
    /** Leave the voxel out of its region in every frame. */
    IGNORE_VOXEL,
    /** Give the whole region up. */
    DROP_REGION
  }

  /** What to do with regions that have no usable voxel. */
  public enum LostPolicy {
    /** Stop with a message. */
    ERROR,
    /** Keep the region's name and place, with NaN as signal. */
    KEEP,
    /**
     * As {@link #KEEP} here; whoever writes tables leaves the region out of all that belong
     * together, so that they hold the same regions.
     */
    DROP
  }

  /** Mean, NaN voxels left out and reported, lost regions kept, grids must match. */
  public static ParcellationSettings defaults() {
    return new ParcellationSettings(
        Statistic.MEAN,
        NanPolicy.IGNORE_VOXEL,
        LostPolicy.KEEP,
        Resampling.REFUSE,
        null,
        Double.NaN,
        RegionPositions.NONE);
  }

  /** The same with another statistic. */
  public ParcellationSettings withStatistic(Statistic s) {
    return new ParcellationSettings(s, nanVoxels, lostRegions, resample, mask, interval, positions);
  }

  /** The same with other policies. */
  public ParcellationSettings withPolicies(NanPolicy nan, LostPolicy lost) {
    return new ParcellationSettings(statistic, nan, lost, resample, mask, interval, positions);
  }

  /** The same with labels on other grids brought onto the scan's, or refused. */
  public ParcellationSettings withResampling(Resampling how) {
    return new ParcellationSettings(
        statistic, nanVoxels, lostRegions, how, mask, interval, positions);
  }

  /** The same within a brain mask. */
  public ParcellationSettings withMask(Labels3D m) {
    return new ParcellationSettings(
        statistic, nanVoxels, lostRegions, resample, m, interval, positions);
  }

  /** The same with the time between frames given in s. */
  public ParcellationSettings withInterval(double seconds) {
    return new ParcellationSettings(
        statistic, nanVoxels, lostRegions, resample, mask, seconds, positions);
  }

  /** The same with the regions' places given. */
  public ParcellationSettings withPositions(RegionPositions places) {
    return new ParcellationSettings(
        statistic, nanVoxels, lostRegions, resample, mask, interval, places);
  }
}

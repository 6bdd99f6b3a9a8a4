package org.braindyn.app;

import java.io.Serializable;

/**
 * One region of one recording, or a scan that could not be done. Text is null where nothing is
 * known.
 *
 * @param person whose scan
 * @param session its session
 * @param run its run
 * @param site its site
 * @param interval s per frame, NaN if unknown
 * @param label value in the label image; null for a scan that failed
 * @param region its name; null for a scan that failed
 * @param voxels voxels of the region in the label image
 * @param tsnr temporal signal-to-noise ratio, NaN if unknown
 * @param lost why the region has no signal; null if it has
 * @param values one per frame, NaN where there is none; cleaned if the call cleans
 * @param scan name of the scan's file below the data set
 * @param message what was noted of the scan, or why it failed
 */
public record ParcelRow(
    String person,
    String session,
    String run,
    String site,
    double interval,
    Integer label,
    String region,
    long voxels,
    double tsnr,
    String lost,
    double[] values,
    String scan,
    String message)
    implements Serializable {
  /** True if the scan failed, for the reason in {@code message}. */
  public boolean failed() {
    return region == null;
  }
}

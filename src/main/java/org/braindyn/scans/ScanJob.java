package org.braindyn.scans;

import java.nio.file.Path;

/**
 * One scan of a batch.
 *
 * @param file the scan
 * @param stem first part of the names of its results, unique in the batch
 * @param labels its label image, or null for the batch's
 * @param interval time between frames in s; NaN for the batch's, the side file's or the header's
 * @param person person's code, may be empty
 * @param session session, may be empty
 * @param run run, may be empty
 * @param site site or scanner, may be empty
 * @param confounds its table of confounds, or null
 * @param mask its brain mask, or null for the batch's
 * @param problem why its side files cannot be used, or null
 */
public record ScanJob(
    Path file,
    String stem,
    Path labels,
    double interval,
    String person,
    String session,
    String run,
    String site,
    Path confounds,
    Path mask,
    String problem) {
  /** The same with a mask. */
  ScanJob withMask(Path newMask) {
    return new ScanJob(
        file, stem, labels, interval, person, session, run, site, confounds, newMask, problem);
  }
}

package org.braindyn.training.dataset;

import java.nio.file.Path;

/**
 * One line of a data set: a recording and whose it is.
 *
 * @param person whose recording; splits go by it
 * @param session session label, may be empty
 * @param run run label, may be empty
 * @param site scanner or place, may be empty
 * @param file the recording's file
 * @param interval time between samples in s, NaN to take the file's own
 * @param part "train", "validation", "test" or "unused" where the manifest fixes the split, else
 *     empty
 * @param tableRun which run of a table whose clock starts again, from 1; 0 if it has one
 */
public record DataSetEntry(
    String person,
    String session,
    String run,
    String site,
    Path file,
    double interval,
    String part,
    int tableRun) {
  /** A recording whose part in a split is not fixed. */
  public DataSetEntry(
      String person, String session, String run, String site, Path file, double interval) {
    this(person, session, run, site, file, interval, "", 0);
  }
}

package org.braindyn.training.dataset;

import java.io.Serializable;
import org.braindyn.io.Places;

/**
 * A line of a data set as text and numbers, to be read on another machine.
 *
 * @param person whose recording
 * @param session session label, may be empty
 * @param run run label, may be empty
 * @param site scanner or place, may be empty
 * @param place of the file, which every machine must see under this name
 * @param interval time between samples in s, NaN to take the file's own
 * @param tableRun which run of a table, 0 if it has one
 */
public record ListedFile(
    String person,
    String session,
    String run,
    String site,
    String place,
    double interval,
    int tableRun)
    implements Serializable {
  /** The same line. */
  public static ListedFile of(DataSetEntry e) {
    return new ListedFile(
        e.person(),
        e.session(),
        e.run(),
        e.site(),
        e.file().toUri().toString(),
        e.interval(),
        e.tableRun());
  }

  /** The line, here. */
  public DataSetEntry entry() {
    return new DataSetEntry(person, session, run, site, Places.path(place), interval, "", tableRun);
  }
}

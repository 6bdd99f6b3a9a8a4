package org.braindyn.command.regions;

import java.io.File;
import java.nio.file.Path;
import org.braindyn.command.recordings.BatchReport;
import org.braindyn.command.signals.CleaningParameters;
import org.braindyn.people.PeopleSource;
import org.scijava.plugin.Parameter;

/** Where the signals of many scans go, and the reports on them. */
abstract class FolderResults extends CleaningParameters {
  @Parameter(persist = false, style = "directory", description = "folder for results")
  private File output;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "folder for a report of each recording and one of all; empty = none")
  private File report;

  /** The folder for signals and their manifest. */
  final Path output() {
    return output.toPath();
  }

  /**
   * Reports, if they are asked for; outputs are set.
   *
   * @param notes what was done, which the Log shows
   * @return the same, and where the reports are
   */
  final String reported(String notes) {
    if (report == null) {
      return notes;
    }
    PeopleSource made = PeopleSource.of(output().resolve("manifest.tsv"), Double.NaN);
    return notes + "\n" + BatchReport.write(report, this, made, progress());
  }
}

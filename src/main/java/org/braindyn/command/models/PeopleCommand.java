package org.braindyn.command.models;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.api.Table;
import org.braindyn.command.recordings.BatchReport;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.schema.InputsFirst;
import org.braindyn.models.SignalsFile;
import org.braindyn.people.PeopleData;
import org.braindyn.people.PeoplePlan;
import org.braindyn.people.PeopleSource;
import org.braindyn.training.score.Scores;
import org.scijava.plugin.Parameter;

/** What every command on recordings of many people asks. */
@InputsFirst
abstract class PeopleCommand extends BrainDynCommand {
  @Parameter(
      persist = false,
      required = false,
      description = "folder of recordings or a manifest (person, file, TR, site ...)")
  private File data;

  @Parameter(persist = false, description = "which files of a folder, e.g. *_tc.mat")
  private String pattern = "*";

  @Parameter(
      persist = false,
      required = false,
      description = "region names in the order of the rows (table), if the files have none")
  private File names;

  @Parameter(
      persist = false,
      choices = {"auto", "time in rows", "regions in rows"},
      description = "which axis of the files is time; auto = as they say")
  private String orientation = "auto";

  @Parameter(persist = false, min = "0", description = "s between samples, 0 = as the files say")
  private double interval = 0;

  @Parameter(persist = false, min = "0", description = "s: bring all to this interval, 0 = leave")
  private double resample = 0;

  @Parameter(
      persist = false,
      required = false,
      description = "table of who trains (person, part); empty = by the numbers below")
  private File split;

  @Parameter(
      persist = false,
      min = "0",
      description = "people who train, in file order; 0 = drawn by the seed, a fifth tests")
  private int train = 0;

  @Parameter(persist = false, min = "1", description = "people who choose epochs and ridges")
  private int validation = 2;

  @Parameter(persist = false, min = "2", description = "frames the models see")
  private int context = 30;

  @Parameter(persist = false, min = "1", description = "frames they forecast")
  private int horizon = 10;

  @Parameter(persist = false, min = "1", description = "frames from window to window")
  private int stride = 10;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "keep recordings too large for memory here; empty = a temporary folder")
  private File cache;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "folder for a report of each recording and one of all; empty = none")
  private File report;

  @Parameter(persist = false, description = "the same seed gives the same table")
  private long seed = 1;

  /** Reads the recordings of two people or more. */
  protected final PeopleData people() {
    return recordings().ofSeveral(data.toPath());
  }

  /** Reads the recordings, which may be of one person. */
  protected final PeopleData recordings() {
    if (data == null) {
      throw new BadInput("data is missing. Choose a folder of recordings or a manifest.");
    }
    return PeopleData.conditions(source(), progress().part(0, 0.1));
  }

  /** Where the recordings come from; there are some. */
  protected final PeopleSource source() {
    double seconds = interval > 0 ? interval : Double.NaN;
    return new PeopleSource(
        data.toPath(),
        pattern,
        seconds,
        resample,
        path(names),
        path(cache),
        SignalsFile.orientation(orientation));
  }

  /**
   * Reports, if they are asked for; outputs are set.
   *
   * @param notes what was found, which the Log shows
   * @return the same, and where the reports are
   */
  protected final String reported(String notes) {
    return reported(notes, List.of());
  }

  /**
   * The same, with every person's errors beside those of all.
   *
   * @param scores the models first, then the baselines
   */
  protected final String reported(String notes, List<Scores> scores) {
    if (report == null) {
      return notes;
    }
    return notes
        + "\n"
        + BatchReport.write(
            report,
            this,
            source(),
            (person, page) -> {
              if (!scores.isEmpty()) {
                PersonResult own = PersonResult.of(scores, person, Seed.of(seed));
                Table rows =
                    own.table() == null
                        ? null
                        : new Table(own.table().columns(), own.table().rows());
                page.tested(scores.get(0).name(), own.verdict(), rows);
              }
            },
            progress());
  }

  /** The windows that were asked for, each model trained with its own settings. */
  protected final PeoplePlan plan() {
    return PeoplePlan.of(context, horizon, stride, Seed.of(seed));
  }

  /** Table of who trains, or null. */
  protected final Path split() {
    return path(split);
  }

  /** A file as a path; null stays null. */
  protected static Path path(File file) {
    return file == null ? null : file.toPath();
  }

  /** People who train; 0 to draw. */
  protected final int train() {
    return train;
  }

  /** People who validate. */
  protected final int validation() {
    return validation;
  }
}

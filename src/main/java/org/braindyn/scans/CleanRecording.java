package org.braindyn.scans;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SameSampling;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.signal.cleaning.Cleaned;
import org.braindyn.signal.cleaning.CleaningSettings;
import org.braindyn.signal.cleaning.Confounds;
import org.braindyn.signal.cleaning.SignalCleaner;

/** Files and words of a dialog to one cleaning. */
public final class CleanRecording {
  private CleanRecording() {}

  /**
   * Cleans.
   *
   * @param confounds table of confounds (TSV, CSV, .par), or null
   * @param columns which of its columns, see {@link Confounds#choose}
   * @param motion table for scrubbing; null to use the confounds table
   */
  public static Cleaned run(
      RegionSignals signals,
      File confounds,
      String columns,
      File motion,
      CleaningSettings settings) {
    return clean(
        signals,
        confounds == null ? null : confounds.toPath(),
        columns,
        motion == null ? null : motion.toPath(),
        settings);
  }

  /** The same, wherever the tables lie. */
  static Cleaned clean(
      RegionSignals signals,
      Path confounds,
      String columns,
      Path motion,
      CleaningSettings settings) {
    checkUsed(confounds, columns, motion, settings);
    RegionSignals table = confounds == null ? null : read(confounds);
    Confounds chosen = table == null ? null : Confounds.choose(table, columns);
    checkSampling(signals, table);
    RegionSignals moved = motion == null ? table : read(motion);
    checkSampling(signals, moved);
    Cleaned cleaned =
        new SignalCleaner(settings)
            .clean(signals, chosen, settings.displacement() > 0 ? moved : null);
    if (chosen == null || chosen.notes().isEmpty()) {
      return cleaned;
    }
    List<String> steps = new ArrayList<>(chosen.notes());
    steps.addAll(cleaned.steps());
    return new Cleaned(
        cleaned.signals(),
        cleaned.displacement(),
        cleaned.scrubbed(),
        cleaned.residualCorrelation(),
        steps);
  }

  /** As many frames at another interval are those of another recording. */
  private static void checkSampling(RegionSignals signals, RegionSignals table) {
    if (table != null && !SameSampling.same(signals.interval(), table.interval())) {
      throw new BadInput(
          String.format(
              java.util.Locale.ROOT,
              "The times of %s are %g s apart, the frames of %s %g s. Use the table of the same run.",
              table.source(),
              table.interval(),
              signals.source(),
              signals.interval()));
    }
  }

  // What would be ignored in silence was meant to do something.
  private static void checkUsed(
      Path confounds, String columns, Path motion, CleaningSettings settings) {
    if (confounds == null && !columns.isBlank()) {
      throw new BadInput(
          "columns="
              + columns
              + " chooses columns of a table that is not given. Add confounds=[table].");
    }
    if (settings.displacement() > 0) {
      return;
    }
    if (motion != null) {
      throw new BadInput(
          "motion="
              + motion
              + " is used for scrubbing alone. Add displacement=0.5 (mm), or give the table as confounds.");
    }
    if (settings.scrubbing() == CleaningSettings.Scrubbing.CENSOR) {
      throw new BadInput(
          "censor and fill are about scrubbed frames, but displacement=0 scrubs none. Add displacement=0.5 (mm).");
    }
  }

  private static RegionSignals read(Path file) {
    try {
      return TimeSeriesTable.read(
              file, ImportOptions.auto().withOrientation(ImportOptions.Orientation.TIME_IN_ROWS))
          .signals();
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e), e);
    }
  }
}

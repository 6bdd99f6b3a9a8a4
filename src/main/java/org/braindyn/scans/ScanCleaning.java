package org.braindyn.scans;

import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.signal.cleaning.Cleaned;
import org.braindyn.signal.cleaning.CleaningSettings;

/**
 * The same cleaning for every scan of a batch, each with its own table of confounds.
 *
 * @param settings the steps
 * @param columns which columns of the confounds are regressed out, e.g. "trans_*, csf"; empty for
 *     none, * for all
 * @param fill how scrubbed frames are filled, {@link #NO_FILL} if they are not
 */
public record ScanCleaning(CleaningSettings settings, String columns, String fill) {
  /** The word for leaving scrubbed frames as cleaning left them. */
  public static final String NO_FILL = "none";

  /** Cleaning that fills nothing. */
  public ScanCleaning(CleaningSettings settings, String columns) {
    this(settings, columns, NO_FILL);
  }

  /**
   * Cleans one scan's signals.
   *
   * @param confounds the scan's table (columns to regress out, motion for scrubbing), or null
   * @param progress may cancel
   * @throws BadInput if a table is needed and there is none
   */
  Cleaned run(RegionSignals signals, Path confounds, Progress progress) {
    boolean regress = !columns.isBlank();
    boolean scrub = settings.displacement() > 0;
    if ((regress || scrub) && confounds == null) {
      throw new BadInput(
          "There is no table of confounds for "
              + signals.source()
              + ": none of its name (..._desc-confounds_timeseries.tsv) lies beside it. Name it in the"
              + " column confounds of a manifest, or leave out columns and displacement.");
    }
    Cleaned cleaned =
        CleanRecording.clean(
            signals,
            regress ? confounds : null,
            regress ? columns : "",
            scrub ? confounds : null,
            settings);
    return FillScrubbed.run(cleaned, fill, progress);
  }
}

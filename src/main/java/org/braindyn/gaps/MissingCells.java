package org.braindyn.gaps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.text.FrameRanges;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.tables.CellTable;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.signal.cleaning.FramewiseDisplacement;
import org.braindyn.signal.cleaning.MotionOrder;

/**
 * Which values of a recording to treat as missing: what is NaN or was filled before in any case,
 * and what a user names besides.
 *
 * @param regions names of regions or electrodes, separated by commas; empty for none
 * @param frames ranges, the first frame being 0, e.g. {@code 10-14, 30}; empty for none
 * @param motion table with a column {@code scrubbed} (yes or no), or of motion; null for none
 * @param displacement frames that moved more are missing where the table gives motion, mm
 */
public record MissingCells(String regions, String frames, Path motion, double displacement) {
  private static final String SCRUBBED = "scrubbed";

  /**
   * The cells.
   *
   * @return [region][time], true where missing
   * @throws BadInput if a region or frame is not there, or the table is one of other frames
   */
  public boolean[][] of(RegionSignals recording) {
    boolean[] lost = named(recording);
    boolean[] scrubbed = FrameRanges.parse(frames, recording.frames(), "frames=" + frames);
    boolean[] moved = motion == null ? new boolean[scrubbed.length] : moved(recording);
    boolean[][] missing = new boolean[recording.size()][recording.frames()];
    for (int r = 0; r < missing.length; r++) {
      for (int t = 0; t < missing[r].length; t++) {
        boolean before = recording.filled() != null && recording.filled()[r][t];
        boolean none = Double.isNaN(recording.values()[r][t]);
        missing[r][t] = none || before || lost[r] || scrubbed[t] || moved[t];
      }
    }
    return missing;
  }

  private boolean[] named(RegionSignals recording) {
    boolean[] named = new boolean[recording.size()];
    String text = regions == null ? "" : regions;
    for (String word : text.split(",")) {
      if (word.isBlank()) {
        continue;
      }
      named[recording.regions().find(word.strip())] = true;
    }
    return named;
  }

  private boolean[] moved(RegionSignals recording) {
    try {
      boolean[] moved = read(motion);
      if (moved.length != recording.frames()) {
        throw new BadInput(
            String.format(
                "motion=%s has %d frames, %s has %d. Give the table of the same run.",
                motion, moved.length, recording.source(), recording.frames()));
      }
      return moved;
    } catch (IOException e) {
      throw new BadInput("motion=" + motion + " cannot be read: " + Reason.of(e), e);
    }
  }

  private boolean[] read(Path table) throws IOException {
    boolean text = table.toString().toLowerCase(Locale.ROOT).matches(".*\\.(tsv|csv|txt)");
    if (text && CellTable.read(table).has(SCRUBBED)) {
      CellTable cells = CellTable.read(table);
      boolean[] moved = new boolean[cells.rows()];
      for (int t = 0; t < moved.length; t++) {
        moved[t] = yes(cells.cell(t, SCRUBBED), t);
      }
      return moved;
    }
    ImportOptions rows =
        ImportOptions.auto().withOrientation(ImportOptions.Orientation.TIME_IN_ROWS);
    RegionSignals read = TimeSeriesTable.read(table, rows).signals();
    double[] all = FramewiseDisplacement.of(read, MotionOrder.AUTO);
    boolean[] moved = new boolean[all.length];
    for (int t = 0; t < moved.length; t++) {
      moved[t] = all[t] > displacement;
    }
    return moved;
  }

  private boolean yes(String cell, int row) {
    return switch (cell.strip().toLowerCase(Locale.ROOT)) {
      case "yes", "true", "1" -> true;
      case "no", "false", "0" -> false;
      default ->
          throw new BadInput(
              String.format(
                  "motion=%s: the column scrubbed says \"%s\" for frame %d. Write yes or no.",
                  motion, cell, row));
    };
  }
}

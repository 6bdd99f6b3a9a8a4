package org.braindyn.people;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.join.RegionJoin;
import org.braindyn.imputation.LagMoments;
import org.braindyn.io.ImportOptions;
import org.braindyn.models.SignalsFile;
import org.braindyn.training.dataset.DataSetEntry;

/**
 * Lagged covariances of other recordings of the same regions.
 *
 * @param moments pooled over the recordings; what was filled in them does not count
 * @param recordings how many there are
 * @param notes which files were left out
 */
public record GroupMoments(LagMoments moments, int recordings, List<String> notes) {
  private static final int LAGS = 2;
  private static final int MOST_LAGS = 50;
  private static final double SAME = 1e-5; // of the value: pixels are floats

  /**
   * Reads a group.
   *
   * @param source folder or manifest
   * @param recording what is to be filled; left out of the group if it is in it
   * @throws BadInput if the recordings are of other regions or none is left
   */
  public static GroupMoments read(PeopleSource source, RegionSignals recording, Progress progress) {
    List<RegionSignals> group = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    try {
      List<DataSetEntry> entries = source.list().entries();
      for (DataSetEntry entry : entries) {
        Cancelled.check(progress, "Reading the group");
        progress.report((double) group.size() / entries.size(), "Reading " + entry.file());
        ImportOptions options =
            ImportOptions.auto()
                .withInterval(entry.interval())
                .withOrientation(source.orientation());
        RegionSignals read = SignalsFile.read(entry.file(), options, source.names()).signals();
        RegionSignals next = joined(measured(read), recording, entry.file());
        if (same(next, recording)) {
          notes.add(entry.file().getFileName() + " is the recording itself: not in the group.");
        } else {
          group.add(next);
        }
      }
    } catch (IOException e) {
      throw new BadInput("group=" + source.data() + " cannot be read: " + Reason.of(e), e);
    }
    if (group.isEmpty()) {
      throw new BadInput(
          "group="
              + source.data()
              + " holds no other recording than the one to be filled. Add recordings, or leave group"
              + " empty.");
    }
    double step = recording.interval() / group.get(0).interval();
    int lags = step > 1 ? (int) Math.min(MOST_LAGS, Math.ceil(LAGS * step)) : LAGS;
    return new GroupMoments(LagMoments.pooled(group, lags), group.size(), List.copyOf(notes));
  }

  private static RegionSignals measured(RegionSignals read) {
    if (read.filled() == null) {
      return read;
    }
    double[][] values = new double[read.size()][read.frames()];
    for (int r = 0; r < values.length; r++) {
      for (int t = 0; t < values[r].length; t++) {
        values[r][t] = read.filled()[r][t] ? Double.NaN : read.values()[r][t];
      }
    }
    return read.withValues(values);
  }

  /** The group's rows in the recording's order; by place where one of them has no names. */
  private static RegionSignals joined(RegionSignals other, RegionSignals recording, Path file) {
    boolean numbered = other.regions().looksNumbered() || recording.regions().looksNumbered();
    if (other.size() == recording.size()
        && (numbered || other.regions().sameAs(recording.regions()))) {
      return new RegionSignals(
          recording.regions(), other.values(), other.interval(), file.getFileName().toString());
    }
    if (numbered) {
      throw new BadInput(
          String.format(
              "group: %s has %d regions, %s has %d, and names are missing. Give a group of the same"
                  + " parcellation, or names=[table].",
              file.getFileName(), other.size(), recording.source(), recording.size()));
    }
    int[] rows =
        RegionJoin.of(
                recording.regions(),
                recording.source(),
                other.regions(),
                "the group's " + file.getFileName())
            .rows();
    double[][] values = new double[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      if (rows[r] < 0) {
        throw new BadInput(
            String.format(
                "group: %s has no region \"%s\" of %s. Give a group of the same parcellation.",
                file.getFileName(), recording.regions().get(r).name(), recording.source()));
      }
      values[r] = other.values()[rows[r]];
    }
    return new RegionSignals(
        recording.regions(), values, other.interval(), file.getFileName().toString());
  }

  /** True if all that both show is the same: the recording must not help to judge itself. */
  private static boolean same(RegionSignals a, RegionSignals b) {
    if (a.frames() != b.frames()) {
      return false;
    }
    int seen = 0;
    for (int r = 0; r < a.size(); r++) {
      for (int t = 0; t < a.frames(); t++) {
        double x = a.values()[r][t];
        double y = b.values()[r][t];
        boolean estimate = b.filled() != null && b.filled()[r][t];
        if (Double.isNaN(x) || Double.isNaN(y) || estimate) {
          continue;
        }
        if (Math.abs(x - y) > SAME * Math.max(Math.abs(x), Math.abs(y))) {
          return false;
        }
        seen++;
      }
    }
    return seen > 0;
  }
}

package org.braindyn.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;

/**
 * A stretch of one EEG recording without gaps, with its labels.
 *
 * @param signals no NaN
 * @param ictal [sample]
 * @param person whose it is
 * @param group what is drawn in bootstraps: the recording, or a block of it
 * @param start its first sample, counted in the recording
 */
public record LabelledPiece(
    RegionSignals signals, boolean[] ictal, String person, int group, int start) {

  /**
   * A whole recording, cut at gaps; pieces shorter than a second are left out. Samples at which
   * more than half of the channels were filled are gaps, for they show what filled them.
   *
   * @param group of all its pieces
   */
  public static List<LabelledPiece> whole(
      RegionSignals signals, List<Annotation> seizures, String person, int group) {
    return cut(signals, seizures, person, 0, signals.frames(), group);
  }

  /**
   * A recording in blocks of time, each a group of its own; for splits within one recording. A
   * block whose end falls into a seizure goes on until the seizure ends, so that every seizure is
   * in one block.
   *
   * @param seconds length of a block; the last one may be shorter
   */
  public static List<LabelledPiece> blocks(
      RegionSignals signals, List<Annotation> seizures, String person, double seconds) {
    int length = (int) Math.round(seconds / signals.interval());
    if (length < 1 / signals.interval()) {
      throw new BadInput("A block of " + seconds + " s is too short; give 1 s or more.");
    }
    List<LabelledPiece> pieces = new ArrayList<>();
    boolean[] ictal = EegWindows.ictal(seizures, signals.frames(), 1 / signals.interval());
    int group = 0;
    for (int from = 0; from < ictal.length; group++) {
      int to = Math.min(ictal.length, (from / length + 1) * length);
      while (to < ictal.length && ictal[to - 1] && ictal[to]) {
        to++;
      }
      pieces.addAll(cut(signals, seizures, person, from, to, group));
      from = to;
    }
    return pieces;
  }

  private static List<LabelledPiece> cut(
      RegionSignals signals,
      List<Annotation> seizures,
      String person,
      int from,
      int to,
      int group) {
    double rate = 1 / signals.interval();
    boolean[] ictal = EegWindows.ictal(seizures, signals.frames(), rate);
    List<LabelledPiece> pieces = new ArrayList<>();
    for (int start = from; start < to; start++) {
      int end = start;
      while (end < to && whole(signals, end)) {
        end++;
      }
      if (end - start >= rate - 1e-6) {
        double[][] values = new double[signals.size()][];
        for (int c = 0; c < values.length; c++) {
          values[c] = Arrays.copyOfRange(signals.values()[c], start, end);
        }
        pieces.add(
            new LabelledPiece(
                signals.withValues(values),
                Arrays.copyOfRange(ictal, start, end),
                person,
                group,
                start));
      }
      start = end;
    }
    return pieces;
  }

  /** Nothing is missing, and no more than half of the channels are estimates. */
  private static boolean whole(RegionSignals signals, int sample) {
    int estimates = 0;
    for (int c = 0; c < signals.size(); c++) {
      if (Double.isNaN(signals.values()[c][sample])) {
        return false;
      }
      estimates += signals.filled() != null && signals.filled()[c][sample] ? 1 : 0;
    }
    return 2 * estimates <= signals.size();
  }

  /** Seconds that lie wholly in the piece. */
  public int seconds() {
    int seconds = (int) Math.floor(signals.frames() * signals.interval() + 1e-6);
    while (seconds > 0 && firstSample(seconds) > signals.frames()) {
      seconds--;
    }
    return seconds;
  }

  /** First sample of second {@code s}; the sampling rate need not be whole. */
  public int firstSample(int s) {
    return (int) Math.round(s / signals.interval());
  }

  /** True if any sample of second {@code s} of the piece is ictal. */
  public boolean ictalSecond(int s) {
    for (int k = firstSample(s); k < firstSample(s + 1); k++) {
      if (ictal[k]) {
        return true;
      }
    }
    return false;
  }
}

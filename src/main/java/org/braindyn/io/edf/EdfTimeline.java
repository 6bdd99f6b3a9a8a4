package org.braindyn.io.edf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;

/** Where the records of a file lie in time, counted from the first record. */
final class EdfTimeline {
  private final double duration;
  private final double origin;
  private final boolean placed;
  private final double[] starts;
  private final List<Annotation> gaps = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param told when each record says it starts, NaN where it says nothing
   */
  EdfTimeline(EdfHeader header, double[] told, EdfOptions.Gaps policy, String name) {
    duration = header.recordDuration();
    starts = new double[told.length];
    origin = Double.isNaN(told[0]) ? 0 : told[0];
    double late = 0;
    int jump = -1;
    for (int r = 0; r < told.length; r++) {
      double follows = r == 0 ? 0 : starts[r - 1] + duration;
      starts[r] = header.discontinuous() && !Double.isNaN(told[r]) ? told[r] - origin : follows;
      if (!header.discontinuous()
          && jump < 0
          && Math.abs(told[r] - origin - follows) > 0.01 * duration) {
        jump = r;
      }
      // Clocks are written with few digits: less than a hundredth of a record is no gap.
      if (Math.abs(starts[r] - follows) <= 0.01 * duration) {
        starts[r] = follows;
      }
      if (starts[r] < follows) {
        throw new BadInput(
            String.format(
                Locale.ROOT,
                "%s: record %d starts at %.6g s, before record %d has ended at %.6g s. The file is"
                    + " damaged.",
                name,
                r + 1,
                starts[r],
                r,
                follows));
      }
      if (starts[r] > follows) {
        gaps.add(new Annotation(follows, starts[r] - follows, "gap", ""));
        late += starts[r] - follows;
      }
    }
    if (jump >= 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Warning: the header says that records follow each other (EDF+C), but record %d says"
                  + " that it starts at %.6g s, not at %.6g s. They were joined; if the clock is"
                  + " right, times after it are wrong by as much.",
              jump + 1,
              told[jump] - origin,
              jump * duration));
    }
    placed = policy == EdfOptions.Gaps.NAN && !gaps.isEmpty();
    if (!gaps.isEmpty()) {
      String done = placed ? "filled with NaN." : "closed: later samples are too early by them.";
      notes.add(
          String.format(Locale.ROOT, "%d gaps, %.6g s in all, were %s", gaps.size(), late, done));
    }
  }

  /** Length of the result in s. */
  double span() {
    return placed ? starts[starts.length - 1] + duration : starts.length * duration;
  }

  /** The samples, with NaN where there was no record. */
  double[] place(double[] samples, int perRecord, double rate) {
    if (!placed) {
      return samples;
    }
    long length = Math.round(span() * rate);
    if (length > Integer.MAX_VALUE - 8) {
      throw new BadInput(
          "With its gaps the recording has "
              + length
              + " samples per channel, too many. Join the records (gaps = JOIN).");
    }
    double[] out = new double[(int) length];
    Arrays.fill(out, Double.NaN);
    for (int r = 0; r < starts.length; r++) {
      int to = (int) Math.round(starts[r] * rate);
      int count = Math.min(perRecord, out.length - to);
      System.arraycopy(samples, r * perRecord, out, to, count);
    }
    return out;
  }

  /** The time of an annotation in the result. */
  double moved(double told) {
    double time = told - origin;
    if (placed || gaps.isEmpty()) {
      return time;
    }
    double shift = 0;
    for (Annotation gap : gaps) {
      if (time >= gap.onset()) {
        shift += Math.min(gap.duration(), time - gap.onset());
      }
    }
    return time - shift;
  }

  List<Annotation> gaps() {
    return placed ? gaps : List.of();
  }

  List<String> notes() {
    return notes;
  }
}

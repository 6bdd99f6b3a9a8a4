package org.braindyn.api;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.people.TimeSplit;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;

/**
 * The test windows of one recording in up to ten pieces of time, so that errors have intervals: the
 * windows are the same, and every piece stands where a person would.
 */
final class TestPieces {
  private static final int MOST = 10;

  private TestPieces() {}

  /** The same split; its test tells the pieces apart. A test with gaps or of many stays. */
  static TimeSplit of(TimeSplit split) {
    WindowSet test = split.test();
    int pieces = Math.min(MOST, test.size() / test.horizon());
    if (pieces < 2 || test.recordings().size() > 1 || test.stride() != 1 || test.leftOut() > 0) {
      return split;
    }
    Recording whole = test.recordings().get(0);
    List<Recording> parts = new ArrayList<>();
    for (int k = 0; k < pieces; k++) {
      int first = (int) ((long) test.size() * k / pieces);
      int next = (int) ((long) test.size() * (k + 1) / pieces);
      int frames = next - first - 1 + test.context() + test.horizon();
      parts.add(new Piece(whole, "piece " + (k + 1), first, frames));
    }
    return new TimeSplit(
        split.recording(),
        split.division(),
        split.train(),
        split.validation(),
        split.far(),
        split.farValidation(),
        test.withStride(1).of(parts).toTest());
  }

  /** A stretch of a recording. */
  private record Piece(Recording of, String person, int from, int frames) implements Recording {
    @Override
    public String source() {
      return of.source();
    }

    @Override
    public int regions() {
      return of.regions();
    }

    @Override
    public double interval() {
      return of.interval();
    }

    @Override
    public void read(int region, int start, int length, double[] into, int offset) {
      of.read(region, from + start, length, into, offset);
    }

    @Override
    public boolean filledWithin(int first, int last) {
      return of.filledWithin(from + first, from + last);
    }
  }
}

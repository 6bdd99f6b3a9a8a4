package org.braindyn.forecast.family.sums;

import org.braindyn.signal.Recording;

/**
 * A stretch of a recording.
 *
 * @param whole the recording
 * @param from first frame
 * @param to frame after the last
 */
public record RecordingPart(Recording whole, int from, int to) implements Recording {
  @Override
  public String source() {
    return whole.source();
  }

  @Override
  public String person() {
    return whole.person();
  }

  @Override
  public int regions() {
    return whole.regions();
  }

  @Override
  public int frames() {
    return to - from;
  }

  @Override
  public double interval() {
    return whole.interval();
  }

  @Override
  public boolean filledWithin(int first, int end) {
    return whole.filledWithin(from + first, from + end);
  }

  @Override
  public void read(int region, int start, int length, double[] into, int offset) {
    whole.read(region, from + start, length, into, offset);
  }
}

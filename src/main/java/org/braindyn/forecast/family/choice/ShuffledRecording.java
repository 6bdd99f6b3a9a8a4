package org.braindyn.forecast.family.choice;

import org.braindyn.data.Seed;
import org.braindyn.signal.Recording;

/**
 * A recording whose frames come in random order, all regions alike: what can still be forecast then
 * is a level, not a course.
 */
final class ShuffledRecording implements Recording {
  private final Recording inner;
  private final int[] order;

  /**
   * @param inner the recording; it is read frame by frame when needed
   * @param seed fixes the order
   */
  ShuffledRecording(Recording inner, Seed seed) {
    this.inner = inner;
    order = seed.stream("order of frames").permutation(inner.frames());
  }

  @Override
  public String source() {
    return inner.source();
  }

  @Override
  public String person() {
    return inner.person();
  }

  @Override
  public int regions() {
    return inner.regions();
  }

  @Override
  public boolean filledWithin(int from, int to) {
    for (int t = from; t < to; t++) {
      if (inner.filledWithin(order[t], order[t] + 1)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int frames() {
    return inner.frames();
  }

  @Override
  public double interval() {
    return inner.interval();
  }

  @Override
  public void read(int region, int start, int length, double[] into, int offset) {
    double[] row = new double[inner.frames()];
    inner.read(region, 0, row.length, row, 0);
    for (int t = 0; t < length; t++) {
      into[offset + t] = row[order[start + t]];
    }
  }
}

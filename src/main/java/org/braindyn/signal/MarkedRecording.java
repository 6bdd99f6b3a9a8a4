package org.braindyn.signal;

/**
 * A recording that stays elsewhere, with the marks of what was filled in memory.
 *
 * @param values the recording
 * @param filled [region][time], true where filled
 */
record MarkedRecording(Recording values, boolean[][] filled) implements Recording {
  @Override
  public String source() {
    return values.source();
  }

  @Override
  public String person() {
    return values.person();
  }

  @Override
  public int regions() {
    return values.regions();
  }

  @Override
  public int frames() {
    return values.frames();
  }

  @Override
  public double interval() {
    return values.interval();
  }

  @Override
  public boolean filledWithin(int from, int to) {
    for (boolean[] region : filled) {
      for (int t = from; t < to; t++) {
        if (region[t]) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void read(int region, int start, int length, double[] into, int offset) {
    values.read(region, start, length, into, offset);
  }
}

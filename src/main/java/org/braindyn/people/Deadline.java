package org.braindyn.people;

import org.braindyn.data.Progress;

/** Stops work after a while. */
final class Deadline implements Progress {
  private final long end;

  /**
   * @param seconds time from now
   */
  Deadline(double seconds) {
    end = System.nanoTime() + (long) (seconds * 1e9);
  }

  @Override
  public void report(double fraction, String message) {
    // nobody watches
  }

  @Override
  public boolean cancelled() {
    return System.nanoTime() > end;
  }
}

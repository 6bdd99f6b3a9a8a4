package org.braindyn.fiji.eeg;

/**
 * Where in a recording one reads.
 *
 * @param start s at which the page begins
 * @param seconds s that a page holds
 * @param lasts s of the whole recording
 */
public record EegPaging(double start, double seconds, double lasts) {
  /** Keeps the page within the recording. */
  public EegPaging {
    double last = Math.max(0, lasts - seconds);
    start = Math.min(last, Math.max(0, start));
  }

  /** A page further, or back if negative; halves of pages too. */
  public EegPaging turned(double pages) {
    return new EegPaging(start + pages * seconds, seconds, lasts);
  }

  /** The page that begins here. */
  public EegPaging at(double second) {
    return new EegPaging(second, seconds, lasts);
  }

  /** Pages of another length that begin at the same place. */
  public EegPaging of(double length) {
    return new EegPaging(start, length, lasts);
  }

  /** True if there is something after this page. */
  public boolean more() {
    return start + seconds < lasts - 1e-9;
  }
}

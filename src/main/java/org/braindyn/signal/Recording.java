package org.braindyn.signal;

import org.braindyn.data.RegionSignals;

/**
 * One run of region signals that windows are cut from. It may be held in memory or mapped from a
 * file; implementations must be safe to read from several threads.
 */
public interface Recording {
  /** Where it came from, for messages (file or image title). */
  String source();

  /** Whose recording it is; splits and error bars go by person. The source where unknown. */
  default String person() {
    return source();
  }

  /** Number of regions (rows). */
  int regions();

  /** Number of time samples (columns). */
  int frames();

  /** Time between samples in s, NaN if unknown. */
  double interval();

  /**
   * Copies a stretch of one region.
   *
   * @param region row
   * @param start first sample
   * @param length number of samples
   * @param into receives the values
   * @param offset where the first value goes
   */
  void read(int region, int start, int length, double[] into, int offset);

  /**
   * True if any value of a stretch of frames is an estimate that stands for a missing one, in any
   * region: no truth to test on.
   *
   * @param from first sample
   * @param to sample after the last
   */
  default boolean filledWithin(int from, int to) {
    return false;
  }

  /** SHA-256 of its values if it is known already without reading them; null if not. */
  default String hash() {
    return null;
  }

  /** The same recording with these values marked as filled, [region][time]; null for none. */
  default Recording withFilled(boolean[][] filled) {
    return filled == null ? this : new MarkedRecording(this, filled);
  }

  /** A recording held in memory, of a person of its own. */
  static Recording of(RegionSignals signals) {
    return of(signals, signals.source());
  }

  /** A recording held in memory. */
  static Recording of(RegionSignals signals, String person) {
    return new Recording() {
      @Override
      public String person() {
        return person;
      }

      @Override
      public String source() {
        return signals.source();
      }

      @Override
      public int regions() {
        return signals.size();
      }

      @Override
      public int frames() {
        return signals.frames();
      }

      @Override
      public double interval() {
        return signals.interval();
      }

      @Override
      public boolean filledWithin(int from, int to) {
        return signals.filledWithin(from, to);
      }

      @Override
      public void read(int region, int start, int length, double[] into, int offset) {
        System.arraycopy(signals.values()[region], start, into, offset, length);
      }
    };
  }
}

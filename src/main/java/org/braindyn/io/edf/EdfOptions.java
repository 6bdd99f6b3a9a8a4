package org.braindyn.io.edf;

import java.util.function.Predicate;

/**
 * What to do about the oddities of an EDF or BDF file.
 *
 * @param gaps what to do where an EDF+D file has no record
 * @param truncated read the whole records of a file that ends early, instead of refusing it
 * @param channels which channels to read, by the label in the header; others are not even checked
 */
public record EdfOptions(Gaps gaps, boolean truncated, Predicate<String> channels) {
  /** Gaps filled with NaN, truncated files refused, all channels. */
  public static final EdfOptions DEFAULT = new EdfOptions(Gaps.NAN, false, label -> true);

  /** How to treat gaps between records. */
  public enum Gaps {
    /** Missing samples are NaN, so that sample k is at time k / rate. */
    NAN,
    /** Records are joined; times after a gap are earlier than they were. */
    JOIN;

    /** The one that a tick means. */
    public static Gaps of(boolean join) {
      return join ? JOIN : NAN;
    }
  }

  /** These options with other channels. */
  public EdfOptions withChannels(Predicate<String> test) {
    return new EdfOptions(gaps, truncated, test);
  }

  /** These options, reading truncated files. */
  public EdfOptions readTruncated() {
    return new EdfOptions(gaps, true, channels);
  }
}

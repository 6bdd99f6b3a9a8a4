package org.braindyn.data.unit;

import java.util.Locale;

/**
 * Whether a time between samples can be true: one check for the headers of scans, side files,
 * tables, manifests, images and what was typed.
 *
 * <p>What lies outside of the range is never changed in silence: the sentence tells both readings,
 * and the reader of the file takes the interval as unknown.
 */
public enum SamplingInterval {
  /** Volumes of the whole brain: a frame takes 0.02 s to a minute. */
  SCAN("frames of a scan", 0.02, 60),
  /** Signals of any kind (EEG, movies, spikes in bins): 0.00001 s to a minute. */
  SIGNALS("samples", 1e-5, 60);

  private final String what;
  private final double least;
  private final double most;

  SamplingInterval(String what, double least, double most) {
    this.what = what;
    this.least = least;
    this.most = most;
  }

  /** True if the time can be true; NaN (unknown) is no doubt either. */
  public boolean plausible(double seconds) {
    return Double.isNaN(seconds) || seconds >= least && seconds <= most;
  }

  /**
   * The doubt in words, with both readings.
   *
   * @param seconds time between samples in s as it was understood
   * @param source what says so: "scan.nii: the header", "interval"
   * @return "" if the time is plausible; else a sentence without what is done about it
   */
  public String doubt(double seconds, String source) {
    if (plausible(seconds)) {
      return "";
    }
    String text =
        source
            + " gives "
            + text(seconds)
            + " s between "
            + what
            + "; "
            + text(least)
            + " to "
            + text(most)
            + " s are usual.";
    double other = seconds > most ? seconds / 1000 : seconds * 1000;
    if (!(other >= least && other <= most)) {
      return text;
    }
    return text
        + (seconds > most
            ? " If the number is in ms, it is " + text(other) + " s."
            : " If the number is in s and not in ms, it is " + text(other) + " s.");
  }

  /**
   * The doubt with what readers of files do about it.
   *
   * @return "" if plausible, else a warning that the time is taken as unknown and how to give it
   */
  public String warning(double seconds, String source) {
    String doubt = doubt(seconds, source);
    return doubt.isEmpty()
        ? ""
        : "Warning: " + doubt + " It is taken as unknown: give interval=(s) as it was recorded.";
  }

  private static String text(double v) {
    if (Double.isNaN(v) || Double.isInfinite(v)) {
      return Double.toString(v);
    }
    return new java.math.BigDecimal(v)
        .round(new java.math.MathContext(6))
        .stripTrailingZeros()
        .toPlainString()
        .toLowerCase(Locale.ROOT);
  }
}

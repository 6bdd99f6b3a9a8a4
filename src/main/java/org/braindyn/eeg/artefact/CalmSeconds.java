package org.braindyn.eeg.artefact;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.eeg.channel.RobustScale;

/** Samples that show the brain and no artefact: chosen by their amplitude, or named by a user. */
public final class CalmSeconds {
  private static final double LOW = -3.5; // robust z of a window's root mean square
  private static final double HIGH = 5;
  private static final double CHANNELS = 0.075; // share that may be beyond
  private static final double FEWEST = 10; // s
  private static final Pattern INTERVAL =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*-\\s*(\\d+(?:\\.\\d+)?)\\s*s?");

  private CalmSeconds() {}

  /**
   * The calm samples.
   *
   * @param words intervals in s, "10-60, 100-120"; empty to choose by amplitude: a second counts if
   *     no more than 7.5 % of the channels have a root mean square beyond -3.5 to 5 robust standard
   *     deviations of their own (the tolerances of Kothe's clean_windows), measured below the
   *     median so that many blinks do not pass for calm
   * @param eeg for rate, length and messages
   * @param fast the good channels without drifts, [channel][time]
   * @return [time]
   * @throws BadInput if an interval is not within the recording, or less than 10 s are calm
   */
  public static boolean[] of(String words, RegionSignals eeg, double[][] fast) {
    String given = words == null ? "" : words.strip();
    boolean[] calm = given.isEmpty() ? chosen(fast, eeg.interval()) : named(given, eeg);
    int count = 0;
    for (int t = 0; t < calm.length; t++) {
      for (int c = 0; c < fast.length && calm[t]; c++) {
        calm[t] = Double.isFinite(fast[c][t]);
      }
      count += calm[t] ? 1 : 0;
    }
    if (count * eeg.interval() < FEWEST) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s: %s s are calm%s, and %.0f s are needed, better a minute. Name calm seconds"
                  + " (calm=10-70), or use artefacts=none.",
              eeg.source(),
              text(count * eeg.interval()),
              given.isEmpty() ? "" : " and without gaps in calm=" + given,
              FEWEST));
    }
    return calm;
  }

  /**
   * An interval in s as samples.
   *
   * @param text "10-60"
   * @param what what it was given for, for messages
   * @return first sample and the one after the last
   * @throws BadInput if it is none, or not within the recording
   */
  public static int[] interval(String text, String what, RegionSignals eeg) {
    Matcher found = INTERVAL.matcher(text.strip());
    double lasts = eeg.frames() * eeg.interval();
    if (!found.matches()) {
      throw new BadInput(
          what + ": \"" + text.strip() + "\" is no interval. Write seconds, for example 10-60.");
    }
    double from = Double.parseDouble(found.group(1));
    double to = Double.parseDouble(found.group(2));
    if (from >= to || to > lasts + 1e-6) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s: %s is no interval within %s, which lasts %s s.",
              what,
              text.strip(),
              eeg.source(),
              text(lasts)));
    }
    return new int[] {
      (int) Math.round(from / eeg.interval()),
      Math.min(eeg.frames(), (int) Math.round(to / eeg.interval()))
    };
  }

  /** Seconds as text, to a thousandth. */
  public static String text(double seconds) {
    return BigDecimal.valueOf(Math.round(seconds * 1000) / 1000.0)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static boolean[] named(String words, RegionSignals eeg) {
    boolean[] calm = new boolean[eeg.frames()];
    for (String part : words.split(",")) {
      int[] ends = interval(part, "calm=" + words, eeg);
      Arrays.fill(calm, ends[0], ends[1], true);
    }
    return calm;
  }

  private static boolean[] chosen(double[][] fast, double interval) {
    int window = (int) Math.round(1 / interval);
    int frames = fast[0].length;
    int windows = frames / window;
    int[] beyond = new int[windows];
    for (double[] row : fast) {
      double[] rms = new double[windows];
      for (int w = 0; w < windows; w++) {
        double squares = 0;
        for (int t = w * window; t < (w + 1) * window; t++) {
          squares += row[t] * row[t];
        }
        rms[w] = Math.sqrt(squares / window);
      }
      double[] z = RobustScale.zOfLower(rms);
      for (int w = 0; w < windows; w++) {
        beyond[w] += z[w] >= LOW && z[w] <= HIGH ? 0 : 1; // NaN is beyond
      }
    }
    boolean[] calm = new boolean[frames];
    for (int w = 0; w < windows; w++) {
      if (beyond[w] <= CHANNELS * fast.length) {
        Arrays.fill(calm, w * window, (w + 1) * window, true);
      }
    }
    return calm;
  }
}

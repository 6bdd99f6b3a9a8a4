package org.braindyn.eeg.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.braindyn.data.BadInput;
import org.braindyn.signal.montage.TenTen;

/** Channels that a user calls bad: "auto, T3, F7 10-60". */
public final class BadWords {
  private static final Pattern TIMED =
      Pattern.compile("(.+?)\\s+(\\d[\\d.]*\\s*-\\s*\\d[\\d.]*\\s*s?)");

  private BadWords() {}

  /** True if bad channels are to be found. */
  public static boolean automatic(String words) {
    return Arrays.stream(words.split(",")).anyMatch(w -> w.strip().equalsIgnoreCase("auto"));
  }

  /**
   * One entry per channel and stretch.
   *
   * @param channel index
   * @param seconds "10-60", or "" for the whole recording
   */
  public record Named(int channel, String seconds) {}

  /**
   * The channels that are named.
   *
   * @param names of the recording's channels
   * @param source for messages
   * @throws BadInput if the recording has no such channel
   */
  public static List<Named> of(String words, List<String> names, String source) {
    List<Named> found = new ArrayList<>();
    for (String part : words.split(",")) {
      String word = part.strip();
      if (word.isEmpty() || word.equalsIgnoreCase("auto") || word.equalsIgnoreCase("none")) {
        continue;
      }
      int whole = index(word, names);
      if (whole >= 0) {
        found.add(new Named(whole, ""));
        continue;
      }
      Matcher timed = TIMED.matcher(word);
      int channel = timed.matches() ? index(timed.group(1), names) : -1;
      if (channel < 0) {
        throw new BadInput(
            "bad="
                + words
                + ": "
                + source
                + " has no channel "
                + (timed.matches() ? timed.group(1) : word)
                + ". Its channels are "
                + String.join(", ", names.subList(0, Math.min(40, names.size())))
                + (names.size() > 40 ? ", ..." : "")
                + ". Write names, with seconds if a channel was bad for a while: T3, F7 10-60.");
      }
      found.add(new Named(channel, timed.group(2)));
    }
    return found;
  }

  private static int index(String word, List<String> names) {
    UnaryOperator<String> plain = n -> n.strip().toUpperCase(Locale.ROOT);
    for (int c = 0; c < names.size(); c++) {
      if (plain.apply(names.get(c)).equals(plain.apply(word))) {
        return c;
      }
    }
    double[] place = TenTen.place(word);
    for (int c = 0; c < names.size() && place != null; c++) {
      if (Arrays.equals(place, TenTen.place(names.get(c)))) {
        return c;
      }
    }
    return -1;
  }
}

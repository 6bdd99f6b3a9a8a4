package org.braindyn.eeg;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Channels that a user names, or leaves out. */
public final class ChannelChoice {
  private ChannelChoice() {}

  /**
   * A test of channel names.
   *
   * @param words names between commas, any case: the channels to read; with a ! before it a name is
   *     left out; empty for all
   */
  public static Predicate<String> of(String words) {
    List<String> names =
        Arrays.stream((words == null ? "" : words).split(","))
            .map(w -> w.strip().toLowerCase(Locale.ROOT))
            .filter(w -> !w.isEmpty())
            .toList();
    List<String> without =
        names.stream().filter(n -> n.startsWith("!")).map(n -> n.substring(1).strip()).toList();
    List<String> with = names.stream().filter(n -> !n.startsWith("!")).toList();
    return label -> {
      String name = label.strip().toLowerCase(Locale.ROOT);
      return !without.contains(name) && (with.isEmpty() || with.contains(name));
    };
  }

  /** True if channels are named that are to be read, and not only some to be left out. */
  public static boolean named(String words) {
    return Arrays.stream((words == null ? "" : words).split(","))
        .anyMatch(w -> !w.isBlank() && !w.strip().startsWith("!"));
  }
}

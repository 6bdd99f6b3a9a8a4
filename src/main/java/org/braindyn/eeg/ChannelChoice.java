package org.braindyn.eeg;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.braindyn.data.BadInput;

/** Channels that a user names, or leaves out, and which of the names a file has. */
public final class ChannelChoice implements Predicate<String> {
  private final List<String> with = new ArrayList<>();
  private final List<String> without = new ArrayList<>();
  private final Set<String> met = new LinkedHashSet<>(); // labels of the file

  private ChannelChoice(String words) {
    for (String word : (words == null ? "" : words).split(",")) {
      String name = word.strip();
      if (name.startsWith("!")) {
        without.add(name.substring(1).strip());
      } else if (!name.isEmpty()) {
        with.add(name);
      }
    }
  }

  /**
   * A test of channel names.
   *
   * @param words names between commas, any case: the channels to read; with a ! before it a name is
   *     left out; empty for all
   */
  public static ChannelChoice of(String words) {
    return new ChannelChoice(words);
  }

  /** The names of channels to read; empty for all. */
  List<String> wanted() {
    return List.copyOf(with);
  }

  /** True if the channel is to be read; labels are remembered for {@link #check}. */
  @Override
  public boolean test(String label) {
    met.add(label.strip());
    return !holds(without, label) && (with.isEmpty() || holds(with, label));
  }

  /**
   * To be asked once the file's labels have been tested.
   *
   * @return "" or a note of names to leave out that the file does not have
   * @throws BadInput if a channel to be read is not in the file
   */
  public String check(String source) {
    List<String> lost = missing(with);
    if (!lost.isEmpty() && !met.isEmpty()) {
      throw new BadInput(
          "channels="
              + String.join(", ", with)
              + ": "
              + source
              + " has no channel "
              + String.join(", ", lost)
              + ". Its channels are "
              + String.join(", ", met.stream().limit(40).toList())
              + (met.size() > 40 ? ", ... (" + met.size() + " in all)" : "")
              + ".");
    }
    List<String> spared = missing(without);
    return spared.isEmpty() || met.isEmpty()
        ? ""
        : "Warning: there is no channel "
            + String.join(", ", spared)
            + " to leave out (channels=!"
            + String.join(", !", spared)
            + ").";
  }

  /** True if channels are named that are to be read, and not only some to be left out. */
  public static boolean named(String words) {
    return !new ChannelChoice(words).with.isEmpty();
  }

  private List<String> missing(List<String> names) {
    return names.stream().filter(n -> met.stream().noneMatch(m -> same(n, m))).toList();
  }

  private static boolean holds(List<String> names, String label) {
    return names.stream().anyMatch(n -> same(n, label));
  }

  private static boolean same(String one, String other) {
    return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
  }
}

package org.braindyn.io.edf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Reason;

/**
 * Seizure intervals of the Temple University seizure corpus: {@code .csv_bi} and {@code .csv}
 * (columns channel, start_time, stop_time, label, confidence), {@code .tse_bi} and {@code .tse}
 * (start stop label probability), and the annotations of EDF+.
 */
public final class SeizureLabels {
  /** Labels that mean a seizure (TUSZ v2 annotation guidelines). */
  public static final Set<String> SEIZURE =
      Set.of(
          "seiz", "fnsz", "gnsz", "spsz", "cpsz", "absz", "tnsz", "cnsz", "tcsz", "atsz", "mysz",
          "nesz");

  private SeizureLabels() {}

  /**
   * Reads every labelled interval.
   *
   * @throws BadInput if a line cannot be read, an interval is reversed, or two of one channel
   *     overlap
   */
  public static List<Annotation> read(Path file) {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    boolean table = lower.endsWith(".csv_bi") || lower.endsWith(".csv");
    if (!table && !lower.endsWith(".tse_bi") && !lower.endsWith(".tse")) {
      throw new BadInput(
          name + " is no label file that is known. Choose a .csv_bi, .csv, .tse_bi or .tse file.");
    }
    List<Annotation> found = new ArrayList<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        String text = line.strip();
        if (!text.isEmpty()
            && !text.startsWith("#")
            && !text.startsWith("version")
            && !text.startsWith("channel,")) {
          found.add(interval(text.split(table ? "\\s*,\\s*" : "\\s+"), table, name, number));
        }
      }
    } catch (IOException e) {
      throw new BadInput(name + " cannot be read: " + Reason.of(e) + ".", e);
    }
    if (found.isEmpty()) {
      throw new BadInput(name + " has no labelled interval.");
    }
    checkOverlap(found, name);
    return found;
  }

  /** The seizure intervals among labels of any kind, of all channels, united and in order. */
  public static List<Annotation> seizures(List<Annotation> labels) {
    List<Annotation> sorted =
        new ArrayList<>(
            labels.stream()
                .filter(a -> SEIZURE.contains(a.text().strip().toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparingDouble(Annotation::onset))
                .toList());
    List<Annotation> united = new ArrayList<>();
    for (Annotation a : sorted) {
      Annotation last = united.isEmpty() ? null : united.get(united.size() - 1);
      if (last != null && a.onset() <= last.end()) {
        double end = Math.max(a.end(), last.end());
        united.set(united.size() - 1, new Annotation(last.onset(), end - last.onset(), "seiz", ""));
      } else {
        united.add(new Annotation(a.onset(), a.duration(), "seiz", ""));
      }
    }
    return united;
  }

  /** The seizure intervals among a recording's own annotations. */
  public static List<Annotation> seizures(ChannelRecording recording) {
    return seizures(recording.annotations());
  }

  private static Annotation interval(String[] parts, boolean table, String name, int number) {
    int first = table ? 1 : 0;
    String where = name + ", line " + number + ": ";
    if (parts.length < first + 3) {
      throw new BadInput(where + "start, stop and label are needed, got " + parts.length + ".");
    }
    double start;
    double stop;
    try {
      start = Double.parseDouble(parts[first]);
      stop = Double.parseDouble(parts[first + 1]);
    } catch (NumberFormatException e) {
      throw new BadInput(where + "start and stop must be seconds. " + Reason.of(e) + ".", e);
    }
    if (!(start >= 0) || !(stop > start) || Double.isInfinite(stop)) {
      throw new BadInput(
          where + "the interval " + start + " to " + stop + " s is reversed, empty or negative.");
    }
    String channel = table && !parts[0].equals("TERM") ? parts[0] : "";
    return new Annotation(start, stop - start, parts[first + 2], channel);
  }

  private static void checkOverlap(List<Annotation> labels, String name) {
    Map<String, Annotation> last = new HashMap<>();
    List<Annotation> sorted = new ArrayList<>(labels);
    sorted.sort(Comparator.comparingDouble(Annotation::onset));
    for (Annotation a : sorted) {
      Annotation before = last.get(a.channel());
      // Files have four decimals: an overlap below one of them is rounding.
      if (before != null && a.onset() < before.end() - 1e-4) {
        throw new BadInput(
            String.format(
                Locale.ROOT,
                "%s: the intervals from %.4f s (%s) and from %.4f s (%s) overlap. Correct one.",
                name,
                before.onset(),
                before.text(),
                a.onset(),
                a.text()));
      }
      last.put(a.channel(), a);
    }
  }
}

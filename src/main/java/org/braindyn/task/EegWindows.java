package org.braindyn.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;

/**
 * Windows of EEG with their condition, cut one after the other without overlap. A sample lasts from
 * k / rate to (k + 1) / rate, its end excluded, and is ictal if it meets a seizure interval.
 */
final class EegWindows {
  private EegWindows() {}

  /** What a window shows. */
  public enum Condition {
    /** No sample is ictal. */
    CLEAN,
    /** Some samples are. */
    TRANSITION,
    /** All are. */
    SEIZURE
  }

  /**
   * A window.
   *
   * @param recording index of its recording
   * @param start its first sample
   */
  public record Window(int recording, int start, Condition condition) {
    /** True if the detector should call: any sample is ictal. */
    public boolean ictal() {
      return condition != Condition.CLEAN;
    }
  }

  /**
   * Which samples are ictal.
   *
   * @param seizures intervals in s
   * @param rate samples per second
   */
  public static boolean[] ictal(List<Annotation> seizures, int samples, double rate) {
    boolean[] ictal = new boolean[samples];
    for (Annotation seizure : seizures) {
      if (!(seizure.duration() > 0) || !(seizure.end() > 0)) {
        throw new BadInput(
            "A seizure from "
                + seizure.onset()
                + " to "
                + seizure.end()
                + " s is reversed or empty. Correct the label file.");
      }
      // 1e-6 of a sample: intervals are decimal fractions that doubles do not hold exactly.
      long first = (long) Math.floor(seizure.onset() * rate + 1e-6);
      long last = (long) Math.ceil(seizure.end() * rate - 1e-6) - 1;
      for (long k = Math.max(0, first); k <= Math.min(samples - 1, last); k++) {
        ictal[(int) k] = true;
      }
    }
    return ictal;
  }

  /**
   * All windows of a recording that hold no NaN.
   *
   * @param recording its index, for the result
   * @param length samples
   */
  public static List<Window> cut(
      RegionSignals signals, int recording, boolean[] ictal, int length) {
    if (length < 1 || length > signals.frames()) {
      throw new BadInput(
          "A window of "
              + length
              + " samples does not fit into "
              + signals.source()
              + " with "
              + signals.frames()
              + ". Choose a shorter one.");
    }
    List<Window> windows = new ArrayList<>();
    for (int start = 0; start + length <= signals.frames(); start += length) {
      int hits = 0;
      boolean whole = true;
      for (int k = start; k < start + length; k++) {
        hits += ictal[k] ? 1 : 0;
        for (double[] row : signals.values()) {
          whole &= !Double.isNaN(row[k]);
        }
      }
      if (whole) {
        Condition condition =
            hits == 0 ? Condition.CLEAN : hits == length ? Condition.SEIZURE : Condition.TRANSITION;
        windows.add(new Window(recording, start, condition));
      }
    }
    return windows;
  }

  /** Equally many windows of each condition that occurs, drawn at random, in the order of time. */
  public static List<Window> balance(List<Window> windows, Seed seed) {
    Map<Condition, List<Window>> groups = new EnumMap<>(Condition.class);
    for (Window window : windows) {
      groups.computeIfAbsent(window.condition(), c -> new ArrayList<>()).add(window);
    }
    int fewest = groups.values().stream().mapToInt(List::size).min().orElse(0);
    List<Window> chosen = new ArrayList<>();
    groups.forEach(
        (condition, group) -> {
          int[] order = seed.stream("balance " + condition).permutation(group.size());
          for (int k = 0; k < fewest; k++) {
            chosen.add(group.get(order[k]));
          }
        });
    chosen.sort(Comparator.comparingInt(Window::recording).thenComparingInt(Window::start));
    return Collections.unmodifiableList(chosen);
  }

  /**
   * The first samples of windows.
   *
   * @param recordings that the windows were cut from
   * @param steps samples to take of each
   * @return raw values, [window, channel, sample]
   */
  public static SignalBatch gather(
      List<RegionSignals> recordings, List<Window> windows, int steps) {
    int channels = recordings.get(0).size();
    SignalBatch batch = new SignalBatch(windows.size(), channels, steps);
    for (int w = 0; w < windows.size(); w++) {
      Window window = windows.get(w);
      double[][] rows = recordings.get(window.recording()).values();
      for (int c = 0; c < channels; c++) {
        System.arraycopy(rows[c], window.start(), batch.values(), batch.index(w, c, 0), steps);
      }
    }
    return batch;
  }
}

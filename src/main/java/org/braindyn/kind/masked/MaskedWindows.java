package org.braindyn.kind.masked;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.masked.train.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/** Windows in units of their contexts, each as a recording of its own for the masked training. */
final class MaskedWindows {
  private static final int BLOCK = 256;

  private MaskedWindows() {}

  /**
   * Up to so many windows at even distances, in order of recordings and time.
   *
   * @param most number of windows wanted
   * @return each [region][time], the plan's past and one patch after it
   */
  static List<double[][]> spread(WindowSet set, MaskedPlan plan, int most) {
    int count = Math.min(most, set.size());
    int[] chosen =
        IntStream.range(0, count).map(i -> (int) ((long) i * set.size() / count)).toArray();
    List<double[][]> result = new ArrayList<>();
    for (int from = 0; from < count; from += BLOCK) {
      int[] part = java.util.Arrays.copyOfRange(chosen, from, Math.min(count, from + BLOCK));
      Windows windows = set.gather(part);
      int before = set.context() - plan.past();
      for (int w = 0; w < part.length; w++) {
        double[][] window = new double[set.regions()][plan.samples()];
        for (int n = 0; n < window.length; n++) {
          for (int t = 0; t < plan.samples(); t++) {
            window[n][t] =
                t < plan.past()
                    ? windows.context().get(w, n, before + t)
                    : windows.target().get(w, n, t - plan.past());
          }
        }
        result.add(window);
      }
    }
    return result;
  }

  /** The same as recordings, named by a word and their number. */
  static List<Recording> named(List<double[][]> windows, String word, double[] positions) {
    List<Recording> result = new ArrayList<>();
    for (double[][] window : windows) {
      result.add(new Recording(word + " " + result.size(), window, positions));
    }
    return result;
  }
}

package org.braindyn.spikes;

import java.util.TreeSet;
import org.braindyn.data.BadInput;

/** Neurons as users write them: {@code 1,5,20-25}. */
public final class NeuronList {
  private NeuronList() {}

  /**
   * Reads a list.
   *
   * @param text numbers and ranges, counted from 1
   * @param neurons how many there are
   * @return 0-based, in order, each once
   */
  public static int[] parse(String text, int neurons) {
    TreeSet<Integer> found = new TreeSet<>();
    for (String part : text.split(",")) {
      if (!part.strip().matches("\\d{1,9}(\\s*-\\s*\\d{1,9})?")) {
        throw new BadInput(
            "\"" + text + "\" is no list of neurons. Write numbers and ranges, as in 1,5,20-25.");
      }
      String[] ends = part.strip().split("\\s*-\\s*");
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      if (first < 1 || last < first || last > neurons) {
        throw new BadInput(
            "\"" + part.strip() + "\" is not among the neurons 1 to " + neurons + ".");
      }
      for (int k = first; k <= last; k++) {
        found.add(k - 1);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }
}

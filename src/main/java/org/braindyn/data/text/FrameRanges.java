package org.braindyn.data.text;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;

/** Frames (or rows) as text: {@code 3-5, 9}, the first being 0. */
public final class FrameRanges {
  private FrameRanges() {}

  /**
   * Reads ranges.
   *
   * @param text numbers and ranges, separated by commas or blanks; empty for none
   * @param count how many there are
   * @param what what the text was given for, for messages
   * @return true for every number that is named
   * @throws BadInput if it is no list of numbers from 0 to {@code count - 1}
   */
  public static boolean[] parse(String text, int count, String what) {
    boolean[] marks = new boolean[count];
    String tight = text == null ? "" : text.strip().replaceAll("\\s*-\\s*", "-");
    for (String part : tight.split("[,;\\s]+")) {
      if (part.isEmpty()) {
        continue;
      }
      if (!part.matches("\\d{1,9}(-\\d{1,9})?")) {
        throw new BadInput(
            what + ": \"" + part + "\" is no number or range. Write 3-5, 9 (the first is 0).");
      }
      String[] ends = part.split("-");
      int from = Integer.parseInt(ends[0]);
      int to = Integer.parseInt(ends[ends.length - 1]);
      if (from > to || to >= count) {
        throw new BadInput(
            String.format(
                "%s: %s is out of range. There are %d, from 0 to %d.",
                what, part, count, count - 1));
      }
      java.util.Arrays.fill(marks, from, to + 1, true);
    }
    return marks;
  }

  /** The text for what is marked; "" for nothing. */
  public static String of(boolean[] marks) {
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < marks.length; from++) {
      int to = from;
      while (to < marks.length && marks[to]) {
        to++;
      }
      if (to > from) {
        parts.add(to == from + 1 ? Integer.toString(from) : from + "-" + (to - 1));
        from = to;
      }
    }
    return String.join(",", parts);
  }
}

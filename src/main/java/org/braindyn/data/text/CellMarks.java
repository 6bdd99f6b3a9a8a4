package org.braindyn.data.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;

/**
 * Marked cells of a table as lines {@code rows | frames}, rows with the same frames in one line.
 */
public final class CellMarks {
  private CellMarks() {}

  /** Lines for what is marked, [row][frame]; none for null. */
  public static List<String> lines(boolean[][] marks) {
    Map<String, boolean[]> rows = new LinkedHashMap<>();
    for (int r = 0; marks != null && r < marks.length; r++) {
      String frames = FrameRanges.of(marks[r]);
      if (!frames.isEmpty()) {
        rows.computeIfAbsent(frames, f -> new boolean[marks.length])[r] = true;
      }
    }
    List<String> lines = new ArrayList<>();
    rows.forEach((frames, who) -> lines.add(FrameRanges.of(who) + " | " + frames));
    return lines;
  }

  /**
   * Reads the lines back.
   *
   * @param source whose lines they are, for messages
   * @return [row][frame]; null if there are no lines
   * @throws BadInput if they do not fit that many rows and frames
   */
  public static boolean[][] parse(List<String> lines, int rows, int frames, String source) {
    if (lines.isEmpty()) {
      return null;
    }
    boolean[][] marks = new boolean[rows][frames];
    for (String line : lines) {
      String[] parts = line.split("\\|", -1);
      if (parts.length != 2) {
        throw new BadInput(
            source + ": the marks of filled values \"" + line + "\" are not rows | frames.");
      }
      boolean[] who = FrameRanges.parse(parts[0], rows, source + ", rows with filled values");
      boolean[] when = FrameRanges.parse(parts[1], frames, source + ", filled frames");
      for (int r = 0; r < rows; r++) {
        for (int t = 0; who[r] && t < frames; t++) {
          marks[r][t] |= when[t];
        }
      }
    }
    return marks;
  }
}

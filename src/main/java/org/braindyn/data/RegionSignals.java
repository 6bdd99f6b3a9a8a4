package org.braindyn.data;

import java.util.ArrayList;
import java.util.List;

/**
 * One recording cut into regions.
 *
 * @param regions names and places of the rows
 * @param values signals, [region][time], in the recording's own unit; a lost region is a row of NaN
 * @param interval time between samples in s, NaN if unknown
 * @param source where it came from (file or image title), for tables and messages
 * @param filled [region][time], true where the value is an estimate that stands for a missing one,
 *     which may be learnt from but never tested on; null if nothing was filled
 */
public record RegionSignals(
    Regions regions, double[][] values, double interval, String source, boolean[][] filled) {
  /** A recording in which nothing was filled. */
  public RegionSignals(Regions regions, double[][] values, double interval, String source) {
    this(regions, values, interval, source, null);
  }

  /**
   * Checks that there is one row per region and that the rows are equally long.
   *
   * @throws BadInput if not
   */
  public RegionSignals {
    if (values.length != regions.size()) {
      throw new BadInput(
          source + ": " + values.length + " rows of signal for " + regions.size() + " regions.");
    }
    for (double[] row : values) {
      if (row.length != values[0].length) {
        throw new BadInput(
            source
                + ": regions differ in length ("
                + row.length
                + " and "
                + values[0].length
                + ").");
      }
    }
    if (filled != null && (filled.length != values.length || differ(filled, values))) {
      throw new BadInput(
          source + ": the marks of filled values are not as many as the values. Fill it again.");
    }
  }

  private static boolean differ(boolean[][] filled, double[][] values) {
    for (int r = 0; r < values.length; r++) {
      if (filled[r].length != values[r].length) {
        return true;
      }
    }
    return false;
  }

  /** Number of time samples. */
  public int frames() {
    return values[0].length;
  }

  /** Number of regions. */
  public int size() {
    return values.length;
  }

  /** A warning that regions hold the same values in every frame, or "". */
  public String twinsWarning() {
    java.util.Map<Integer, Integer> first = new java.util.HashMap<>();
    StringBuilder twins = new StringBuilder();
    int found = 0;
    for (int r = 0; r < values.length; r++) {
      double[] row = values[r];
      boolean varies = false;
      for (double v : row) {
        varies |= Double.isFinite(v) && v != row[0];
      }
      Integer other = varies ? first.putIfAbsent(java.util.Arrays.hashCode(row), r) : null;
      if (other != null && java.util.Arrays.equals(values[other], row)) {
        found++;
        if (found <= 3) {
          twins.append(found == 1 ? "" : "; ").append(regions.get(other).name());
          twins.append(" = ").append(regions.get(r).name());
        }
      }
    }
    return found == 0
        ? ""
        : "Warning: regions hold the same values in every frame ("
            + twins
            + (found > 3 ? "; ... " + found + " in all" : "")
            + "). Was a column copied?";
  }

  /** A warning that regions have one value in every frame, or "". */
  public String constantWarning() {
    List<String> constant = new ArrayList<>();
    for (int r = 0; r < values.length; r++) {
      double[] row = values[r];
      if (row.length > 1 && Double.isFinite(row[0]) && allEqual(row)) {
        constant.add(regions.get(r).name() + (row[0] == 0 ? " (0)" : ""));
      }
    }
    return constant.isEmpty()
        ? ""
        : "Warning: "
            + constant.size()
            + " of "
            + size()
            + " regions have the same value in every frame: "
            + String.join(", ", constant.subList(0, Math.min(8, constant.size())))
            + (constant.size() > 8 ? " ..." : "")
            + ". Do they lie outside of what was recorded?";
  }

  private static boolean allEqual(double[] row) {
    for (double v : row) {
      if (v != row[0]) {
        return false;
      }
    }
    return true;
  }

  /** The same regions with other values, none of which is marked as filled. */
  public RegionSignals withValues(double[][] newValues) {
    return new RegionSignals(regions, newValues, interval, source);
  }

  /** The same cells with other values, e.g. after a filter: filled ones stay marked. */
  public RegionSignals withCells(double[][] newValues) {
    return new RegionSignals(regions, newValues, interval, source, filled);
  }

  /** The same with these values marked as filled, [region][time]; null for none. */
  public RegionSignals withFilled(boolean[][] marks) {
    return new RegionSignals(regions, values, interval, source, marks);
  }

  /**
   * A stretch of time.
   *
   * @param from first frame
   * @param to frame after the last
   */
  public RegionSignals frames(int from, int to) {
    double[][] part = new double[values.length][];
    boolean[][] marks = filled == null ? null : new boolean[values.length][];
    for (int r = 0; r < part.length; r++) {
      part[r] = java.util.Arrays.copyOfRange(values[r], from, to);
      if (marks != null) {
        marks[r] = java.util.Arrays.copyOfRange(filled[r], from, to);
      }
    }
    return new RegionSignals(regions, part, interval, source, marks);
  }

  /** True if any value of these frames was filled, in any region. */
  public boolean filledWithin(int from, int to) {
    for (int r = 0; filled != null && r < filled.length; r++) {
      for (int t = from; t < to; t++) {
        if (filled[r][t]) {
          return true;
        }
      }
    }
    return false;
  }
}

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
 */
public record RegionSignals(Regions regions, double[][] values, double interval, String source) {
  /** Checks that there is one row per region and that the rows are equally long. */
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

  /** The same regions with other values. */
  public RegionSignals withValues(double[][] newValues) {
    return new RegionSignals(regions, newValues, interval, source);
  }
}

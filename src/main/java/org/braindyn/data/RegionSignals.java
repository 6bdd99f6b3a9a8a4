package org.braindyn.data;

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

  /** The same regions with other values. */
  public RegionSignals withValues(double[][] newValues) {
    return new RegionSignals(regions, newValues, interval, source);
  }
}

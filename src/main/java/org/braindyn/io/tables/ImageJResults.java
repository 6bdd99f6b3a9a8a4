package org.braindyn.io.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.braindyn.data.BadInput;
import org.braindyn.io.ImportOptions.Orientation;

/**
 * Results tables of ImageJ's Multi Measure: one row per slice (Mean1, Mean2 ...), or one row per
 * ROI and slice with a Label title:ROI:slice.
 */
final class ImageJResults {
  /** Column names of Analyze > Set Measurements. */
  private static final String MEASURE =
      "(%?Area|Mean|StdDev|Mode|Min|Max|XM?|YM?|Perim\\.|BX|BY|Width|Height|Major|Minor|Angle|Circ\\."
          + "|Feret|IntDen|Median|Skew|Kurt|RawIntDen|Slice|Frame|Ch|FeretX|FeretY|FeretAngle"
          + "|MinFeret|AR|Round|Solidity|MinThr|MaxThr)";

  private static final Pattern NUMBERED = Pattern.compile(MEASURE + "(\\d+)");

  /** What is taken as the signal, best first. */
  private static final List<String> SIGNALS = List.of("Mean", "Median", "IntDen", "RawIntDen");

  private final String source;
  private final List<String> names;
  private final List<List<String>> body;

  private ImageJResults(String source, List<String> names, List<List<String>> body) {
    this.source = source;
    this.names = names;
    this.body = body;
  }

  /**
   * Regions and values.
   *
   * @param names of the ROIs
   * @param values [time][ROI]
   * @param measure which column was read
   */
  record Table(List<String> names, double[][] values, String measure) {}

  /** True if every column is one of ImageJ's measurements, and one is an intensity. */
  static boolean is(List<String> names) {
    boolean intensity = false;
    boolean numbered = false;
    for (int c = 0; c < names.size(); c++) {
      String name = names.get(c).strip();
      if (name.isEmpty() || name.equals("Label")) {
        continue;
      }
      if (!name.matches(MEASURE + "\\d*")) {
        return false;
      }
      numbered |= NUMBERED.matcher(name).matches();
      intensity |= SIGNALS.contains(name.replaceAll("\\d+$", ""));
    }
    // A table of its own row numbers, labels, or several measurements, and not a region "Mean".
    return intensity
        && (numbered || names.contains("Label") || names.get(0).isBlank() || names.size() > 1);
  }

  /**
   * Reads the table.
   *
   * @param orientation as chosen; a single column of values is read only if time in rows was chosen
   * @throws BadInput if it does not tell which row is which ROI, with the way to go
   */
  static Table read(
      String source, List<String> names, List<List<String>> body, Orientation orientation) {
    ImageJResults table = new ImageJResults(source, names, body);
    for (String measure : SIGNALS) {
      List<Integer> columns = new ArrayList<>();
      List<String> rois = new ArrayList<>();
      for (int c = 0; c < names.size(); c++) {
        Matcher m = NUMBERED.matcher(names.get(c).strip());
        if (m.matches() && m.group(1).equals(measure)) {
          columns.add(c);
          rois.add("ROI " + m.group(2));
        }
      }
      if (!columns.isEmpty()) {
        return table.perSlice(columns, rois, measure);
      }
    }
    for (String measure : SIGNALS) {
      int column = names.indexOf(measure);
      if (column >= 0) {
        return table.perRoi(column, measure, orientation);
      }
    }
    throw table.unclear();
  }

  private double number(int row, int column) {
    return TableColumns.number(source, body.get(row).get(column), row + 2, column + 1);
  }

  private Table perSlice(List<Integer> columns, List<String> rois, String measure) {
    double[][] values = new double[body.size()][columns.size()];
    for (int t = 0; t < values.length; t++) {
      for (int k = 0; k < columns.size(); k++) {
        values[t][k] = number(t, columns.get(k));
      }
    }
    return new Table(rois, values, measure);
  }

  private Table perRoi(int column, String measure, Orientation orientation) {
    int label = names.indexOf("Label");
    Map<String, TreeMap<Integer, Double>> byRoi = new LinkedHashMap<>();
    for (int row = 0; row < body.size() && label >= 0; row++) {
      String[] parts = body.get(row).get(label).split(":");
      if (parts.length < 3 || !parts[parts.length - 1].matches("\\d{1,9}")) {
        byRoi.clear();
        break;
      }
      int slice = Integer.parseInt(parts[parts.length - 1]);
      String roi = parts[parts.length - 2];
      Double before =
          byRoi.computeIfAbsent(roi, k -> new TreeMap<>()).put(slice, number(row, column));
      if (before != null) {
        throw new BadInput(
            source
                + ": row "
                + (row + 2)
                + " measures ROI "
                + roi
                + " in slice "
                + slice
                + " again.");
      }
    }
    if (byRoi.isEmpty()) {
      if (orientation != Orientation.TIME_IN_ROWS) {
        throw unclear();
      }
      return perSlice(List.of(column), List.of(measure), measure);
    }
    int frames = byRoi.values().iterator().next().size();
    List<String> rois = List.copyOf(byRoi.keySet());
    double[][] values = new double[frames][rois.size()];
    for (int k = 0; k < rois.size(); k++) {
      TreeMap<Integer, Double> of = byRoi.get(rois.get(k));
      if (!of.keySet().equals(byRoi.get(rois.get(0)).keySet())) {
        throw new BadInput(
            source
                + ": ROI "
                + rois.get(k)
                + " was measured in other slices than ROI "
                + rois.get(0)
                + ". Measure all ROIs in all slices (ROI Manager > More > Multi Measure).");
      }
      int t = 0;
      for (double v : of.values()) {
        values[t++][k] = v;
      }
    }
    return new Table(rois, values, measure);
  }

  private BadInput unclear() {
    return new BadInput(
        source
            + " is a results table of ImageJ that does not tell which row is which ROI and slice."
            + " Measure again: ROI Manager > More > Multi Measure, with \"One row per slice\" (or"
            + " with Analyze > Set Measurements > Display label). If its rows are times of one ROI,"
            + " choose orientation: time in rows.");
  }
}

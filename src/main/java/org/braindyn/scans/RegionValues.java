package org.braindyn.scans;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.tables.CellTable;
import org.braindyn.io.tables.TimeSeriesTable;

/** Values per region from a table, joined to labels by label value or by name, for painting. */
public final class RegionValues {
  private RegionValues() {}

  /**
   * Reads values.
   *
   * @param column a column of a table with one row per region (which has a column label or index,
   *     or region or name); empty for a table with time in rows and one column per region
   * @param names names of the labels, to join by name
   * @return [region][time], the regions with their label values
   */
  public static RegionSignals read(Path file, String column, LabelNames names) throws IOException {
    Map<String, Integer> labelOf = new HashMap<>();
    names.names().forEach((label, name) -> labelOf.put(name, label));
    if (column.isBlank()) {
      RegionSignals table = TimeSeriesTable.read(file, ImportOptions.auto()).signals();
      List<Region> regions = new ArrayList<>();
      for (Region region : table.regions()) {
        regions.add(Region.named(label(region.name(), labelOf, file), region.name()));
      }
      return new RegionSignals(
          new Regions(regions), table.values(), table.interval(), table.source());
    }
    CellTable table = CellTable.read(file);
    String wanted = column.strip().toLowerCase(Locale.ROOT);
    if (!table.has(wanted)) {
      throw new BadInput(
          file.getFileName() + " has no column \"" + column + "\", but " + table.names() + ".");
    }
    boolean byLabel = table.has("label") || table.has("index");
    String key = table.has("label") ? "label" : "index";
    if (!byLabel) {
      key = table.has("region") ? "region" : "name";
    }
    if (!table.has(key) || key.equals(wanted)) {
      throw new BadInput(
          file.getFileName()
              + " has no column label, index, region or name to tell which region a row is.");
    }
    List<Region> regions = new ArrayList<>();
    double[][] values = new double[table.rows()][1];
    for (int r = 0; r < values.length; r++) {
      String who = table.cell(r, key);
      int label = byLabel ? number(who, file).intValue() : label(who, labelOf, file);
      regions.add(Region.named(label, byLabel ? names.of(label) : who));
      String cell = table.cell(r, wanted);
      values[r][0] = cell.isEmpty() ? Double.NaN : number(cell, file);
    }
    return new RegionSignals(
        new Regions(regions), values, Double.NaN, column + " of " + file.getFileName());
  }

  private static int label(String name, Map<String, Integer> labelOf, Path file) {
    Integer label = labelOf.get(name);
    if (label == null && name.matches("Label \\d{1,9}")) {
      label = Integer.valueOf(name.substring(6));
    }
    if (label == null) {
      throw new BadInput(
          file.getFileName()
              + ": no label is named \""
              + name
              + "\". Give the label table that the signals were made with.");
    }
    return label;
  }

  private static Double number(String cell, Path file) {
    try {
      return Double.valueOf(cell);
    } catch (NumberFormatException e) {
      throw new BadInput(file.getFileName() + ": \"" + cell + "\" is no number.", e);
    }
  }
}

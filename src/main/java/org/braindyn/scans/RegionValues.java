package org.braindyn.scans;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
   * @return [region][time], the regions with the labels that the table gives
   */
  public static RegionSignals read(Path file, String column) throws IOException {
    if (column.isBlank()) {
      return TimeSeriesTable.read(file, ImportOptions.auto()).signals();
    }
    CellTable table = CellTable.read(file);
    String wanted = column.strip().toLowerCase(Locale.ROOT);
    if (!table.has(wanted)) {
      throw new BadInput(
          file.getFileName() + " has no column \"" + column + "\", but " + table.names() + ".");
    }
    String label = table.has("label") ? "label" : table.has("index") ? "index" : "";
    String name = table.has("region") ? "region" : table.has("name") ? "name" : "";
    if (label.isEmpty() && name.isEmpty() || wanted.equals(label) || wanted.equals(name)) {
      throw new BadInput(
          file.getFileName()
              + " has no column label, index, region or name to tell which region a row is.");
    }
    List<Region> regions = new ArrayList<>();
    double[][] values = new double[table.rows()][1];
    for (int r = 0; r < values.length; r++) {
      String number = label.isEmpty() ? "" : table.cell(r, label);
      String who = name.isEmpty() ? "" : table.cell(r, name);
      if (number.isEmpty()) {
        if (who.isEmpty()) {
          throw new BadInput(
              String.format(
                  "%s: row %d has neither a label nor a name of a region.",
                  file.getFileName(), r + 2));
        }
        regions.add(Region.named(who));
      } else {
        int value = whole(number, file);
        regions.add(Region.named(value, who.isEmpty() ? LabelNames.NONE.of(value) : who));
      }
      String cell = table.cell(r, wanted);
      values[r][0] = cell.isEmpty() ? Double.NaN : number(cell, file);
    }
    return new RegionSignals(
        new Regions(regions), values, Double.NaN, column + " of " + file.getFileName());
  }

  private static int whole(String cell, Path file) {
    double value = number(cell, file);
    if (value != Math.rint(value) || value < 1 || value > Integer.MAX_VALUE) {
      throw new BadInput(
          file.getFileName() + ": \"" + cell + "\" is no label; labels are whole and above 0.");
    }
    return (int) value;
  }

  private static Double number(String cell, Path file) {
    try {
      return Double.valueOf(cell);
    } catch (NumberFormatException e) {
      throw new BadInput(file.getFileName() + ": \"" + cell + "\" is no number.", e);
    }
  }
}

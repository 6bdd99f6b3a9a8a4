package org.braindyn.planning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.Regions;
import org.braindyn.io.tables.TextTable;

/** A reach matrix in a table: a row per electrode, a column per region, names at both. */
public final class ReachTable {
  private ReachTable() {}

  /**
   * Reads.
   *
   * @param file .csv or .tsv; first column names of electrodes, header names of regions
   * @param regions of the recording; columns may stand in another order
   * @throws BadInput if the file cannot be read, a region has no column, or a cell is no number
   */
  public static Reach read(Path file, Regions regions) {
    List<List<String>> rows;
    try {
      rows = TextTable.read(file).rows();
    } catch (IOException e) {
      throw new BadInput("reach=" + file + " cannot be read: " + Reason.of(e), e);
    }
    List<String> header = rows.isEmpty() ? List.of() : rows.get(0);
    int[] column = new int[regions.size()];
    for (int r = 0; r < column.length; r++) {
      column[r] = header.indexOf(regions.get(r).name());
      if (column[r] < 1) {
        throw new BadInput(
            "reach="
                + file.getFileName()
                + " has no column for region "
                + regions.get(r).name()
                + ". Give one row per electrode and one column per region of the recording, with"
                + " their names.");
      }
    }
    if (header.size() != regions.size() + 1) {
      throw new BadInput(
          String.format(
              "reach=%s has %d columns of regions, the recording has %d regions. Leave out what is no"
                  + " region of it.",
              file.getFileName(), header.size() - 1, regions.size()));
    }
    List<String> names = new ArrayList<>();
    double[][] share = new double[rows.size() - 1][column.length];
    for (int e = 0; e < share.length; e++) {
      List<String> cells = rows.get(e + 1);
      names.add(cells.get(0));
      for (int r = 0; r < column.length; r++) {
        String cell = column[r] < cells.size() ? cells.get(column[r]) : "";
        if (!TextTable.numeric(cell)) {
          throw new BadInput(
              String.format(
                  "reach=%s: electrode %s, region %s: \"%s\" is no number.",
                  file.getFileName(), cells.get(0), regions.get(r).name(), cell));
        }
        share[e][r] = TextTable.parse(cell);
      }
    }
    return new Reach(names, share);
  }
}

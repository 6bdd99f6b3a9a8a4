package org.braindyn.io.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.io.NiftiFiles;

/** A table of text cells under a header, e.g. a manifest; columns are found by name, any case. */
public final class CellTable {
  private final List<String> names;
  private final List<List<String>> rows;

  private CellTable(List<String> names, List<List<String>> rows) {
    this.names = names;
    this.rows = rows;
  }

  /** Reads a CSV or TSV file with a header. */
  public static CellTable read(Path path) throws IOException {
    List<List<String>> all = TextTable.read(path).rows();
    List<String> names = all.get(0).stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i).size() != names.size()) {
        throw new BadInput(
            String.format(
                "%s: row %d has %d cells, its header %d.",
                NiftiFiles.name(path), i + 1, all.get(i).size(), names.size()));
      }
    }
    return new CellTable(names, all.subList(1, all.size()));
  }

  /** Column names in lower case. */
  public List<String> names() {
    return names;
  }

  /** Number of rows below the header. */
  public int rows() {
    return rows.size();
  }

  /** True if there is a column of that name. */
  public boolean has(String name) {
    return names.contains(name);
  }

  /** A cell; empty if there is no such column or the cell is n/a. */
  public String cell(int row, String name) {
    int column = names.indexOf(name);
    String cell = column < 0 ? "" : rows.get(row).get(column);
    return cell.equals("n/a") ? "" : cell;
  }
}

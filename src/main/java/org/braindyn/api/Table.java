package org.braindyn.api;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.text.ResultTable;
import org.braindyn.models.Saved;

/**
 * An answer in rows and columns, as the commands' tables show it.
 *
 * @param columns names of the columns, with units
 * @param rows one list of cells per row, numbers as text with all their digits
 */
public record Table(List<String> columns, List<List<String>> rows) {
  /**
   * Copies the lists.
   *
   * @param columns names of the columns
   * @param rows cells
   */
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  static Table of(ResultTable table) {
    return new Table(table.columns(), table.rows());
  }

  /**
   * One cell as a number.
   *
   * @param row index of the row, from 0
   * @param column name of the column
   * @return the number
   * @throws BadInput if there is no such column or row, or the cell is a word
   */
  public double number(int row, String column) {
    String cell = text(row, column);
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new BadInput(column + " of row " + row + " is \"" + cell + "\", which is a word.", e);
    }
  }

  /**
   * One cell as text.
   *
   * @param row index of the row, from 0
   * @param column name of the column
   * @return the cell
   * @throws BadInput if there is no such column or row
   */
  public String text(int row, String column) {
    int at = columns.indexOf(column);
    if (at < 0 || row < 0 || row >= rows.size()) {
      throw new BadInput(
          String.format(
              "There is no cell (%d, \"%s\"). There are %d rows, counted from 0, and the columns"
                  + " %s.",
              row, column, rows.size(), String.join(", ", columns)));
    }
    return rows.get(row).get(at);
  }

  /**
   * Writes the table.
   *
   * @param file .csv or .tsv
   * @throws BadInput if the ending is another one or the file cannot be written
   */
  public void write(String file) {
    Path path = Path.of(file);
    if (!file.matches("(?is).*\\.(csv|tsv)")) {
      throw new BadInput("file=" + file + ": a table is written as .csv or .tsv.");
    }
    ResultTable table = new ResultTable(columns, ResultTable.Numbers.EXACT);
    rows.forEach(cells -> table.row(cells));
    Saved.write(path, to -> org.braindyn.io.tables.TimeSeriesWriter.write(to, table));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(String.join("\t", columns));
    rows.forEach(row -> text.append('\n').append(String.join("\t", row)));
    return text.toString();
  }
}

package org.braindyn.report;

import java.util.List;

/**
 * A table of text.
 *
 * @param columns names with units
 * @param rows one list of cells per row
 */
public record Cells(List<String> columns, List<List<String>> rows) {
  /** Copies the lists. */
  public Cells {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** One column as numbers, NaN for words; null if there is no such column. */
  public double[] numbers(String column) {
    int at = columns.indexOf(column);
    return at < 0 ? null : rows.stream().mapToDouble(row -> number(row.get(at))).toArray();
  }

  private static double number(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}

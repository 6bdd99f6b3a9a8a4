package org.braindyn.data.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * A table of results: named columns over rows of text cells, the same on screen and in files. One
 * table writes all its numbers one way.
 *
 * <pre>{@code
 * ResultTable table = ResultTable.of("Region", "Peak (sd)", "Frame");
 * table.row("V1", 0.25, 3); // cells "V1", "0.25", "3"
 * }</pre>
 *
 * Not safe for several threads while rows are added.
 */
public final class ResultTable {
  /** How a table writes numbers that are not whole by type. */
  public enum Numbers {
    /** All digits, so that the file gives the same double back; NaN is {@code NaN}. */
    EXACT(Double::toString),
    /** The same; NaN is {@code n/a}, as BIDS wants it. */
    EXACT_OR_NA(v -> Double.isNaN(v) ? "n/a" : Double.toString(v)),
    /** Six decimals, whole numbers below a million without any; NaN is {@code NaN}. */
    SIX_DECIMALS(
        v ->
            v == Math.rint(v) && Math.abs(v) < 1e6
                ? Long.toString((long) v)
                : String.format(Locale.ROOT, "%.6f", v));

    private final DoubleFunction<String> text;

    Numbers(DoubleFunction<String> text) {
      this.text = text;
    }

    String of(double value) {
      return text.apply(value);
    }
  }

  private final List<String> columns;
  private final Numbers numbers;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A table without rows.
   *
   * @param columns names of the columns
   * @param numbers how numbers are written
   */
  public ResultTable(List<String> columns, Numbers numbers) {
    this.columns = List.copyOf(columns);
    this.numbers = numbers;
  }

  /** A table without rows whose numbers keep all digits. */
  public static ResultTable of(String... columns) {
    return new ResultTable(List.of(columns), Numbers.EXACT);
  }

  /**
   * A matrix as a table: first column the row's name, then one column per target.
   *
   * @param corner name of the first column
   * @param names names of rows and columns
   * @param matrix [source][target]
   */
  public static ResultTable matrix(String corner, List<String> names, double[][] matrix) {
    List<String> columns = new ArrayList<>(List.of(corner));
    columns.addAll(names);
    ResultTable table = new ResultTable(columns, Numbers.EXACT);
    for (int i = 0; i < matrix.length; i++) {
      table.row(names.get(i), matrix[i]);
    }
    return table;
  }

  /**
   * Adds a row.
   *
   * @param cells text as it is, whole numbers, doubles as {@link Numbers} says, truth as {@code
   *     yes} or {@code no}; an array of doubles or a list is as many cells as it holds
   * @return this table
   * @throws IllegalArgumentException if the cells are not as many as the columns, or of another
   *     type
   */
  public ResultTable row(Object... cells) {
    List<String> row = new ArrayList<>(columns.size());
    for (Object cell : cells) {
      add(row, cell);
    }
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(
          row.size() + " cells " + row + " for " + columns.size() + " columns " + columns);
    }
    rows.add(Collections.unmodifiableList(row));
    return this;
  }

  private void add(List<String> row, Object cell) {
    if (cell instanceof String text) {
      row.add(text);
    } else if (cell instanceof Double number) {
      row.add(numbers.of(number));
    } else if (cell instanceof Integer || cell instanceof Long) {
      row.add(cell.toString());
    } else if (cell instanceof Boolean truth) {
      row.add(truth ? "yes" : "no");
    } else if (cell instanceof double[] many) {
      Arrays.stream(many).mapToObj(numbers::of).forEach(row::add);
    } else if (cell instanceof List<?> many) {
      many.forEach(one -> add(row, one));
    } else {
      throw new IllegalArgumentException("No cell: " + cell);
    }
  }

  /** Names of the columns. */
  public List<String> columns() {
    return columns;
  }

  /** The cells, row by row; cannot be changed. */
  public List<List<String>> rows() {
    return Collections.unmodifiableList(rows);
  }

  /**
   * One cell.
   *
   * @param row from 0
   * @param column its name
   * @throws IllegalArgumentException if there is no such column
   */
  public String cell(int row, String column) {
    int at = columns.indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException("No column " + column + " in " + columns);
    }
    return rows.get(row).get(at);
  }

  /** The table with its header as comma-separated lines; cells with a comma are quoted. */
  public String csv() {
    StringBuilder text = new StringBuilder(line(columns));
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return String.join(",", cells.stream().map(ResultTable::quoted).toList()) + "\n";
  }

  private static String quoted(String cell) {
    return cell.matches("[^,\"\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}

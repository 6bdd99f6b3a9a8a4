package org.braindyn.io.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.ImportOptions.Header;
import org.braindyn.io.ImportOptions.Orientation;
import org.braindyn.io.Imported;
import org.braindyn.io.MatrixImport;
import org.braindyn.io.NiftiFiles;

/** Reads region signals from text tables: CSV, TSV, 1D, dat, txt. */
public final class TimeSeriesTable {
  private final String source;
  private final ImportOptions options;
  private final MatrixImport matrix;

  private TimeSeriesTable(Path path, ImportOptions options) {
    this.source = NiftiFiles.name(path);
    this.options = options;
    this.matrix = new MatrixImport(source, options);
  }

  /**
   * Reads a table.
   *
   * @throws BadInput if it is no table of numbers, or time could be either axis
   */
  public static Imported read(Path path, ImportOptions options) throws IOException {
    return new TimeSeriesTable(path, options).read(TextTable.read(path));
  }

  private Imported read(TextTable table) {
    List<List<String>> rows = table.rows();
    if (TableGuess.decimalCommas(rows, table.delimiter())) {
      matrix.note("The numbers have decimal commas.");
      rows = TableGuess.withPoints(rows);
    }
    List<String> first = rows.get(0);
    boolean header =
        options.header() == Header.AUTO ? TableGuess.header(rows) : options.header() == Header.YES;
    if (!header && options.header() == Header.AUTO && TableGuess.numbersAsHeader(rows)) {
      matrix.note(
          "Warning: the first row ("
              + String.join(", ", first.subList(0, 3))
              + " ...) was read as values but looks like a header of numbers. If it is, choose"
              + " header=yes.");
    }
    List<String> names = header ? first : null;
    List<List<String>> body = header ? rows.subList(1, rows.size()) : rows;
    if (body.isEmpty()) {
      throw new BadInput(source + " has a header but no values.");
    }
    int width = body.get(0).size();
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i).size() != width) {
        throw new BadInput(
            String.format(
                "%s: row %d has %d cells where the first has %d (cells are separated by %s).",
                source, i + 1 + (header ? 1 : 0), body.get(i).size(), width, table.delimiter()));
      }
    }
    if (names != null && names.size() != width) {
      throw new BadInput(
          source + ": the header has " + names.size() + " names for " + width + " columns.");
    }
    if (names != null && width > 1 && TableGuess.rowNumbers(names.get(0), body)) {
      matrix.note("The first column numbers the rows and was left out.");
      names = names.subList(1, width);
      body = body.stream().map(row -> row.subList(1, row.size())).toList();
      width--;
    }
    boolean rowNames = width > 1 && body.stream().allMatch(row -> TableGuess.isName(row.get(0)));
    return rowNames ? regionRows(body, header) : columns(body, names, table.delimiter());
  }

  /** First column is the region's name, each row a region. */
  private Imported regionRows(List<List<String>> body, boolean header) {
    if (options.orientation() == Orientation.TIME_IN_ROWS) {
      throw new BadInput(
          source + ": the first column is text, so regions are in rows, not time as chosen.");
    }
    List<String> names = body.stream().map(row -> row.get(0)).toList();
    matrix.note("The first column holds region names, so regions are in rows.");
    return matrix.signals(
        numbers(body, 1, header ? 2 : 1), Orientation.REGIONS_IN_ROWS, names, Double.NaN);
  }

  private Imported columns(List<List<String>> body, List<String> names, String delimiter) {
    boolean timed = names != null && SampleTimes.isTimeName(names.get(0));
    double[][] all = numbers(body, 0, names == null ? 1 : 2);
    double interval = Double.NaN;
    if (timed) {
      if (names.size() == 1) {
        throw new BadInput(source + " has a time column but no signals.");
      }
      double[] times = new double[all.length];
      for (int t = 0; t < times.length; t++) {
        times[t] = all[t][0];
        all[t] = java.util.Arrays.copyOfRange(all[t], 1, all[t].length);
      }
      interval = SampleTimes.interval(names.get(0), times, matrix);
      names = names.subList(1, names.size());
    }
    if (names == null) {
      matrix.note("Read as " + delimiter + "-separated numbers without a header.");
      return matrix.signals(all, Orientation.AUTO, null, interval);
    }
    if (options.orientation() == Orientation.REGIONS_IN_ROWS) {
      matrix.note("The header is ignored, since regions are in rows as chosen.");
      return matrix.signals(all, Orientation.REGIONS_IN_ROWS, null, interval);
    }
    List<String> filled = new ArrayList<>();
    for (String name : names) {
      filled.add(name.isBlank() ? "Column " + (filled.size() + 1) : name);
    }
    return matrix.signals(all, Orientation.TIME_IN_ROWS, filled, interval);
  }

  private double[][] numbers(List<List<String>> body, int skip, int firstLine) {
    double[][] values = new double[body.size()][];
    for (int i = 0; i < values.length; i++) {
      List<String> row = body.get(i);
      values[i] = new double[row.size() - skip];
      for (int j = skip; j < row.size(); j++) {
        String cell = row.get(j);
        values[i][j - skip] = TextTable.parse(cell);
        if (!TextTable.numeric(cell)) {
          throw new BadInput(
              String.format(
                  Locale.ROOT,
                  "%s: row %d, column %d holds \"%s\", which is no number. Numbers need a point"
                      + " for decimals and no thousands separator; missing ones are n/a or NaN.",
                  source,
                  i + firstLine,
                  j + 1,
                  cell));
        }
      }
    }
    return values;
  }
}

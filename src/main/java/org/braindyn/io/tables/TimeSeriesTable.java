package org.braindyn.io.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    if (table.comments() > 0) {
      matrix.note(
          "Warning: "
              + table.comments()
              + " lines below the first row begin with # and were left out as comments.");
    }
    if (TableGuess.decimalCommas(rows, table.delimiter())) {
      matrix.note("The numbers have decimal commas.");
      rows = TableGuess.withPoints(rows);
    }
    boolean header =
        options.header() == Header.AUTO ? TableGuess.header(rows) : options.header() == Header.YES;
    if (header && options.header() == Header.AUTO && TableGuess.numberedColumns(rows)) {
      matrix.note("The first row numbers the columns; it was read as the header.");
    }
    if (header && options.header() == Header.AUTO && TableGuess.labelsAsHeader(rows)) {
      matrix.note(
          "Warning: the first row ("
              + String.join(", ", rows.get(0).subList(0, 3))
              + " ...) holds rising whole numbers above fractions; it was read as the header, label"
              + " values of the columns. If it is values, choose header=no.");
    }
    if (!header && options.header() == Header.AUTO && TableGuess.numbersAsHeader(rows)) {
      matrix.note(
          "Warning: the first row ("
              + String.join(", ", rows.get(0).subList(0, 3))
              + " ...) was read as values but looks like a header of numbers. If it is, choose"
              + " header=yes.");
    }
    List<String> names = header ? rows.get(0) : null;
    List<List<String>> body = header ? rows.subList(1, rows.size()) : rows;
    if (body.isEmpty()) {
      throw new BadInput(source + " has a header but no values.");
    }
    names = checked(names, body, table.delimiter());
    if (names != null && ImageJResults.is(names)) {
      return results(names, body);
    }
    if (options.orientation() == Orientation.AUTO && TableGuess.indexedRegions(names, body)) {
      matrix.note("The column " + names.get(0) + " numbers the regions and was left out.");
      return regionRows(body.stream().map(row -> row.subList(1, row.size())).toList(), header);
    }
    return TableGuess.regionRows(names, body, options.orientation())
        ? regionRows(body, header)
        : columns(body, names, table.delimiter());
  }

  /** Rows of one length, and a header of as many names; R writes none above its row names. */
  private List<String> checked(List<String> names, List<List<String>> body, String delimiter) {
    int width = body.get(0).size();
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i).size() != width) {
        throw new BadInput(
            String.format(
                "%s: row %d has %d cells where the first has %d (cells are separated by %s).",
                source, i + 1 + (names == null ? 0 : 1), body.get(i).size(), width, delimiter));
      }
    }
    if (names != null && names.size() == width - 1 && TableGuess.rowNames(body)) {
      List<String> all = new ArrayList<>(List.of(""));
      all.addAll(names);
      return all;
    }
    if (names != null && names.size() != width) {
      throw new BadInput(
          source
              + ": the header has "
              + names.size()
              + " names for "
              + width
              + " columns, so it is not known which column a name belongs to. Complete the header.");
    }
    return names;
  }

  private Imported results(List<String> names, List<List<String>> body) {
    ImageJResults.Table read = ImageJResults.read(source, names, body, options.orientation());
    matrix.note(
        "A results table of ImageJ: the column "
            + read.measure()
            + " of "
            + read.names().size()
            + " ROIs was read; the others were left out.");
    return matrix.signals(read.values(), Orientation.TIME_IN_ROWS, read.names(), Double.NaN);
  }

  /** First column is the region's name, each row a region. */
  private Imported regionRows(List<List<String>> body, boolean header) {
    List<String> names = body.stream().map(row -> row.get(0)).toList();
    matrix.note("The first column holds region names, so regions are in rows.");
    return matrix.signals(
        numbers(body, 1, header ? 2 : 1), Orientation.REGIONS_IN_ROWS, names, Double.NaN);
  }

  private Imported columns(List<List<String>> body, List<String> names, String delimiter) {
    if (options.orientation() == Orientation.REGIONS_IN_ROWS) {
      if (names != null) {
        matrix.note("The header is ignored, since regions are in rows as chosen.");
      } else {
        matrix.note("Read as " + delimiter + "-separated numbers without a header.");
      }
      double[][] all = numbers(body, 0, names == null ? 1 : 2);
      return matrix.signals(all, Orientation.REGIONS_IN_ROWS, null, Double.NaN);
    }
    TableColumns columns = new TableColumns(source, names, body, names == null ? 1 : 2, matrix);
    int[] rows = columns.rows(options.run());
    double interval = columns.interval(rows[0], rows[1]);
    double[][] values = columns.values(rows[0], rows[1]);
    if (names == null) {
      matrix.note("Read as " + delimiter + "-separated numbers without a header.");
    }
    Orientation known = names == null ? Orientation.AUTO : Orientation.TIME_IN_ROWS;
    return matrix.signals(values, known, columns.names(), interval);
  }

  private double[][] numbers(List<List<String>> body, int skip, int firstLine) {
    double[][] values = new double[body.size()][];
    int errors = 0;
    int missing = 0;
    for (int i = 0; i < values.length; i++) {
      List<String> row = body.get(i);
      values[i] = new double[row.size() - skip];
      for (int j = skip; j < row.size(); j++) {
        String cell = row.get(j);
        values[i][j - skip] = TableColumns.number(source, cell, i + firstLine, j + 1);
        errors += TextTable.isError(cell) ? 1 : 0;
        missing += TextTable.isMissing(cell) ? 1 : 0;
      }
    }
    TableColumns.noteMissing(errors, missing, matrix);
    return values;
  }
}

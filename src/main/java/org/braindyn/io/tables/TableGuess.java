package org.braindyn.io.tables;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.braindyn.io.ImportOptions;

/** What the cells of a table of signals tell where nobody chose. */
final class TableGuess {
  private static final Pattern COMMA = Pattern.compile("[-+]?\\d*,\\d+([eE][-+]?\\d+)?");
  private static final Pattern THOUSANDS = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+");

  /** Names of columns that are times: t0, frame 3, 0.72, 2 s. */
  private static final String TIMES = "(?i)(t|time|frame|vol|v|tr)?[ _]*[0-9.]+( ?m?s)?";

  private TableGuess() {}

  /** Text with a letter in it: 1,5 is a number with a comma, not a name. */
  static boolean isName(String cell) {
    return !TextTable.numeric(cell) && cell.chars().anyMatch(Character::isLetter);
  }

  /**
   * True if the first row holds names: it has text besides its first cell, or its first cell is the
   * name of a time column, or every cell below that first cell is a region's name while it is blank
   * or says "name".
   */
  static boolean header(List<List<String>> rows) {
    List<String> first = rows.get(0);
    String corner = first.get(0);
    boolean text =
        !first.stream().skip(1).allMatch(TextTable::numeric)
            || (first.size() == 1 && !TextTable.numeric(corner))
            || SampleTimes.isTimeName(corner);
    boolean namesBelow =
        rows.size() > 1 && rows.stream().skip(1).allMatch(row -> isName(row.get(0)));
    boolean title =
        corner
            .toLowerCase(Locale.ROOT)
            .matches("|names?|regions?|labels?|rois?|nodes?|parcels?|channels?|index|unnamed: 0");
    return text
        || (first.size() > 1 && namesBelow && title)
        || numberedColumns(rows)
        || labelsAsHeader(rows);
  }

  /**
   * True if a first row of rising whole numbers stands above numbers that are all written with a
   * point: label values as names.
   */
  static boolean labelsAsHeader(List<List<String>> rows) {
    return rows.size() > 3
        && rows.get(0).stream().allMatch(cell -> cell.matches("\\d{1,9}"))
        && numbersAsHeader(rows)
        && rows.stream()
            .skip(1)
            .allMatch(row -> row.stream().allMatch(c -> c.contains(".") || TextTable.isMissing(c)));
  }

  /** True if a first row of numbers may well be a header: labels that count up above fractions. */
  static boolean numbersAsHeader(List<List<String>> rows) {
    double last = -1;
    for (String cell : rows.get(0)) {
      double v = TextTable.parse(cell);
      if (!(v > last) || v != Math.rint(v)) {
        return false;
      }
      last = v;
    }
    long whole = 0;
    long cells = 0;
    for (List<String> row : rows.subList(1, rows.size())) {
      for (String cell : row) {
        double v = TextTable.parse(cell);
        cells++;
        whole += v == Math.rint(v) ? 1 : 0;
      }
    }
    return rows.get(0).size() > 2 && cells > 0 && whole <= cells / 2;
  }

  /**
   * True if the first row numbers the columns 0, 1, 2 ... (1, 2, 3 ... beside row numbers), as data
   * frames without names are saved.
   */
  static boolean numberedColumns(List<List<String>> rows) {
    List<String> first = rows.get(0);
    boolean corner = SampleTimes.isCounter(first.get(0)) && !first.get(0).equals("#");
    List<String> rest = corner ? first.subList(1, first.size()) : first;
    if (rest.size() < (corner ? 1 : 3) || rows.size() < 3) {
      return false;
    }
    double start = TextTable.parse(rest.get(0));
    for (int c = 0; c < rest.size(); c++) {
      if (TextTable.parse(rest.get(c)) != start + c) {
        return false;
      }
    }
    if (!corner) {
      return start == 0 && numbersAsHeader(rows);
    }
    double[] below = rows.stream().skip(1).mapToDouble(r -> TextTable.parse(r.get(0))).toArray();
    return (start == 0 || start == 1) && SampleTimes.countsByRun(below);
  }

  /**
   * True if the first column holds the names of regions in rows: as chosen, or texts that are all
   * different under no header, a title that says so, or a header of times and numbers.
   */
  static boolean regionRows(
      List<String> names, List<List<String>> body, ImportOptions.Orientation chosen) {
    boolean text = body.get(0).size() > 1 && body.stream().allMatch(row -> isName(row.get(0)));
    if (!text || chosen == ImportOptions.Orientation.TIME_IN_ROWS) {
      return false;
    }
    if (chosen == ImportOptions.Orientation.REGIONS_IN_ROWS) {
      return true;
    }
    boolean different = body.stream().map(row -> row.get(0)).distinct().count() == body.size();
    if (names == null) {
      return different;
    }
    boolean title =
        names
            .get(0)
            .toLowerCase(Locale.ROOT)
            .matches("|.*(name|region|label|roi|node|parcel|channel|electrode|neuron|area).*");
    boolean times = names.stream().skip(1).allMatch(n -> n.matches(TIMES));
    return different && (title || times);
  }

  /** True if the first column may lack a name: texts, or numbers that rise from row to row. */
  static boolean rowNames(List<List<String>> body) {
    if (body.stream().allMatch(row -> isName(row.get(0)))) {
      return true;
    }
    double last = Double.NEGATIVE_INFINITY;
    for (List<String> row : body) {
      double v = TextTable.parse(row.get(0));
      if (!(v > last)) {
        return false;
      }
      last = v;
    }
    return true;
  }

  /**
   * True if the first column counts regions and the second holds their names, all different, under
   * a title that says so; behind them lie the times.
   */
  static boolean indexedRegions(List<String> names, List<List<String>> body) {
    if (names == null
        || names.size() < 4
        || !SampleTimes.isCounter(names.get(0)) && !names.get(0).matches("(?i)(label|value|roi).*")
        || !names.subList(2, names.size()).stream().allMatch(n -> n.matches(TIMES))
        || !TableDoubts.risingIndex(
            body.stream().mapToDouble(row -> TextTable.parse(row.get(0))).toArray())) {
      return false;
    }
    List<List<String>> rest = body.stream().map(row -> row.subList(1, row.size())).toList();
    boolean numbers =
        rest.stream().allMatch(row -> row.stream().skip(1).allMatch(TextTable::numeric));
    return numbers
        && regionRows(names.subList(1, names.size()), rest, ImportOptions.Orientation.AUTO);
  }

  /**
   * True if numbers are written with decimal commas beyond doubt: cells are not separated by
   * commas, no number has a point, and not every comma could be one of thousands.
   */
  static boolean decimalCommas(List<List<String>> rows, String delimiter) {
    boolean sure = false;
    if (delimiter.equals("comma")) {
      return false;
    }
    for (List<String> row : rows) {
      for (String cell : row) {
        if (cell.indexOf('.') >= 0 && !Double.isNaN(TextTable.parse(cell))) {
          return false;
        }
        if (cell.indexOf(',') >= 0 && !isName(cell)) {
          if (!COMMA.matcher(cell).matches()) {
            return false;
          }
          sure |= !THOUSANDS.matcher(cell).matches();
        }
      }
    }
    return sure;
  }

  /** The same cells, numbers with points. */
  static List<List<String>> withPoints(List<List<String>> rows) {
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> COMMA.matcher(cell).matches() ? cell.replace(',', '.') : cell)
                    .toList())
        .toList();
  }
}

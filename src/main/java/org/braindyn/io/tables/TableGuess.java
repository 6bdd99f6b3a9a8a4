package org.braindyn.io.tables;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the cells of a table of signals tell where nobody chose. */
final class TableGuess {
  private static final Pattern COMMA = Pattern.compile("[-+]?\\d*,\\d+([eE][-+]?\\d+)?");
  private static final Pattern THOUSANDS = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+");

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
    return text || (first.size() > 1 && namesBelow && title);
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

  /** True for a nameless first column of row numbers, as data frames are saved with. */
  static boolean rowNumbers(String name, List<List<String>> body) {
    if (!name.toLowerCase(Locale.ROOT).matches("|index|row|unnamed: 0") || body.size() < 2) {
      return false;
    }
    double first = TextTable.parse(body.get(0).get(0));
    for (int r = 0; r < body.size(); r++) {
      if (TextTable.parse(body.get(r).get(0)) != first + r) {
        return false;
      }
    }
    return first == 0 || first == 1;
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

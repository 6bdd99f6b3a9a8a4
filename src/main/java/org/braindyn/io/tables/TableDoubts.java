package org.braindyn.io.tables;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.braindyn.data.BadInput;

/**
 * Tables that would be read into something else than was meant without an error: each is refused
 * with what it most likely is, or told.
 */
final class TableDoubts {
  private static final String WHOSE =
      "(sub|subj|subject|participant|person|patient|ses|session|site)(s|_?id|_?no|_?nr|_?number"
          + "|_?label)?";
  private static final String NUISANCE =
      "csf|white_?matter|wm|gr[ea]y_?matter|global_?signal|global|framewise_?displacement|fd|dvars"
          + "|std_dvars|trans_[xyz]|rot_[xyz]|(x|y|z|roll|pitch|yaw)_?rot|background|unknown"
          + "|[atw]_comp_cor_\\d+";

  /** Digits with what people put around and between them: 1'234.5, [1.2], 1.5D+02, (1+0j), 5%. */
  private static final String NEARLY =
      "[\\[(<>~=]*\\s*[-+]?\\d[\\d.,'\u2019\u00a0 ]*([dDeE][-+]?\\d+)?\\s*([-+]?[\\d.]*[ij])?[\\])%*]*";

  private TableDoubts() {}

  /** Lower case, runs of other signs as _. */
  static String plain(String name) {
    return name.strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^_+|_+$", "");
  }

  /** True for names of columns that say whose or which recording a row is of. */
  static boolean whose(String name) {
    return plain(name).matches(WHOSE);
  }

  /** True for names of confounds and of what is no region. */
  static boolean nuisance(String name) {
    return plain(name).matches(NUISANCE);
  }

  /**
   * A column without any number whose cells are nearly numbers is a signal that would be lost.
   *
   * @param column from 0
   * @param firstLine number of the body's first row, from 1
   */
  static void refuseNearlyNumbers(
      String source, List<List<String>> body, int column, int firstLine) {
    for (int t = 0; t < body.size(); t++) {
      String cell = body.get(t).get(column);
      if (!TextTable.isMissing(cell) && !cell.matches(NEARLY)) {
        return;
      }
    }
    for (int t = 0; t < body.size(); t++) {
      TableColumns.number(source, body.get(t).get(column), t + firstLine, column + 1);
    }
  }

  /** Refuses rows of several people or sessions as one recording. */
  static void refuseSeveral(String source, String name, List<List<String>> body, int column) {
    List<String> different = body.stream().map(row -> row.get(column)).distinct().toList();
    boolean signal = body.stream().anyMatch(row -> row.get(column).matches("[-+]?\\d*\\.\\d+.*"));
    if (!signal && different.size() > 1 && different.size() <= body.size() / 2) {
      throw new BadInput(
          String.format(
              "%s: the column %s holds %d different values (%s, %s%s), so its rows are not one"
                  + " recording. Save the rows of each as a table of its own.",
              source,
              name,
              different.size(),
              different.get(0),
              different.get(1),
              different.size() > 2 ? " ..." : ""));
    }
  }

  /**
   * Refuses a long table: one row per region and time, so that the texts of a column and the values
   * of a clock both repeat.
   */
  static void refuseLong(
      String source, List<List<String>> body, int text, String textName, int time, String name) {
    Set<List<String>> pairs = new HashSet<>();
    body.forEach(row -> pairs.add(List.of(row.get(text), row.get(time))));
    long texts = body.stream().map(row -> row.get(text)).distinct().count();
    long times = body.stream().map(row -> row.get(time)).distinct().count();
    if (texts > 1 && times < body.size() && pairs.size() == body.size()) {
      throw new BadInput(
          String.format(
              "%s is a long table: one row for each of %d %s and %d %s. Make it wide first, one"
                  + " column per %s (in pandas: pivot(index=\"%s\", columns=\"%s\")).",
              source, texts, textName, times, name, textName, name, textName));
    }
  }

  /** True if whole numbers rise from row to row, evenly or not: an index with rows left out. */
  static boolean risingIndex(double[] values) {
    for (int t = 0; t < values.length; t++) {
      if (values[t] != Math.rint(values[t]) || t > 0 && !(values[t] > values[t - 1])) {
        return false;
      }
    }
    return values.length > 1;
  }

  /** True if values rise by one step, whole or not, within 1 % of it. */
  static boolean risesEvenly(double[] values) {
    double step = (values[values.length - 1] - values[0]) / (values.length - 1);
    for (int t = 1; t < values.length; t++) {
      if (!(Math.abs(values[t] - values[t - 1] - step) <= 0.01 * step)) {
        return false;
      }
    }
    return step > 0;
  }
}

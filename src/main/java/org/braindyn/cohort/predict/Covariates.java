package org.braindyn.cohort.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.braindyn.cohort.Cohort;
import org.braindyn.data.BadInput;

/**
 * What else is known of people and might explain the variable: motion, age, sex, site.
 *
 * @param names columns taken
 * @param values [person of the target][regressor]; words are one regressor per word but the first
 * @param rows people of the target of whom all is known, as places in it
 * @param notes who or what was left out
 */
record Covariates(List<String> names, double[][] values, int[] rows, List<String> notes) {
  private static final String USUAL =
      "age|sex|gender|site|centre|center|scanner|motion|mean_?fd|fd|mean[_ ]?displacement"
          + "|displacement|framewise_displacement|mean_framewise_displacement";

  private static final double LEAST_KNOWN = 0.8; // of the people, for a column nobody asked for

  /**
   * Collects covariates.
   *
   * @param wanted "auto" for those columns that are usual, "none", or names separated by commas
   * @throws BadInput if a column is not known, or is the variable itself
   */
  static Covariates of(Cohort cohort, Target target, String wanted) {
    boolean auto = wanted.isBlank() || wanted.trim().equalsIgnoreCase("auto");
    List<String> columns = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (auto) {
      cohort.columns().stream()
          .filter(c -> c.matches(USUAL) && !c.equalsIgnoreCase(target.name()))
          .forEach(columns::add);
    } else if (!wanted.trim().equalsIgnoreCase("none")) {
      for (String name : wanted.split(",")) {
        if (name.trim().equalsIgnoreCase(target.name())) {
          throw new BadInput(
              "confounds=" + wanted + " names the variable itself. Leave it out there.");
        }
        columns.add(name.trim().toLowerCase(Locale.ROOT));
      }
    }
    List<String[]> cells = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      String[] all = cohort.column(column);
      String[] own = Arrays.stream(target.rows()).mapToObj(r -> all[r]).toArray(String[]::new);
      long known = Arrays.stream(own).filter(c -> !c.isEmpty()).count();
      if (auto && known < LEAST_KNOWN * own.length) {
        notes.add(column + " is known of " + known + " people only and not used.");
      } else if (Arrays.stream(own).filter(c -> !c.isEmpty()).distinct().count() < 2) {
        notes.add(column + " is the same for everybody and not used.");
      } else {
        cells.add(own);
        names.add(column);
      }
    }
    int[] rows = complete(cells, target.rows().length);
    if (rows.length < target.rows().length) {
      notes.add(
          target.rows().length
              - rows.length
              + " people are left out: not all of "
              + names
              + " is known of them.");
    }
    List<double[]> regressors = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      regressors.addAll(regressors(names.get(c), cells.get(c), rows));
    }
    double[][] values = new double[rows.length][regressors.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < regressors.size(); c++) {
        values[i][c] = regressors.get(c)[i];
      }
    }
    return new Covariates(names, values, rows, notes);
  }

  private static int[] complete(List<String[]> cells, int people) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      int at = i;
      if (cells.stream().noneMatch(c -> c[at].isEmpty())) {
        rows.add(i);
      }
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<double[]> regressors(String name, String[] cells, int[] rows) {
    long numbers = Arrays.stream(rows).filter(r -> Target.number(cells[r])).count();
    if (numbers == rows.length) {
      return List.of(Arrays.stream(rows).mapToDouble(r -> Double.parseDouble(cells[r])).toArray());
    }
    Set<String> words = new LinkedHashSet<>();
    Arrays.stream(rows).forEach(r -> words.add(cells[r]));
    if (words.size() > Math.max(2, rows.length / 3)) {
      String word = words.stream().filter(w -> !Target.number(w)).findFirst().orElse("");
      throw new BadInput(
          String.format(
              "Confound %s has %d different values, among them \"%s\". Numbers and few groups can be"
                  + " taken out; correct the cell, or leave the column out.",
              name, words.size(), word));
    }
    List<double[]> dummies = new ArrayList<>();
    words.stream()
        .skip(1)
        .forEach(
            word ->
                dummies.add(
                    Arrays.stream(rows).mapToDouble(r -> cells[r].equals(word) ? 1 : 0).toArray()));
    return dummies;
  }
}

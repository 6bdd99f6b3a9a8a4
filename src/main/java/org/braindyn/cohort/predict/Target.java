package org.braindyn.cohort.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.braindyn.data.BadInput;

/**
 * What is to be foretold, of those people for whom it is known.
 *
 * @param name the column
 * @param rows the people, as rows of the cohort
 * @param value a number per person; of two classes 0 and 1
 * @param classes what 0 and 1 stand for; empty for a score
 */
public record Target(String name, int[] rows, double[] value, List<String> classes) {
  /** People a class needs, so that each is foretold from others of its kind. */
  public static final int LEAST_OF_CLASS = 4;

  private static final int LEAST = 10;

  /** True if two classes are told apart; else a score is foretold. */
  public boolean binary() {
    return !classes.isEmpty();
  }

  /**
   * Reads a column.
   *
   * @param name the column, for messages
   * @param cells one per person, empty where unknown
   * @param people their names, for messages
   * @param wanted the two classes of a column of words with more, separated by a comma; may be
   *     empty
   * @throws BadInput if it is constant, has words among numbers, a class is too small or there are
   *     more than two
   */
  public static Target of(String name, String[] cells, List<String> people, String wanted) {
    int[] rows = kept(cells, wanted);
    TreeMap<String, Integer> counts = new TreeMap<>();
    int numbers = 0;
    String word = "";
    for (int row : rows) {
      counts.merge(cells[row], 1, Integer::sum);
      if (number(cells[row])) {
        numbers++;
      } else if (word.isEmpty()) {
        word = people.get(row) + " has \"" + cells[row] + "\"";
      }
    }
    if (counts.size() < 2) {
      throw new BadInput(
          String.format(
              "Column %s is \"%s\" for all %d people, so there is nothing to foretell. Choose a"
                  + " column that differs between people.",
              name, counts.isEmpty() ? "" : counts.firstKey(), rows.length));
    }
    if (counts.size() == 2) {
      return classes(name, rows, cells, counts);
    }
    if (numbers == rows.length) {
      return scores(name, rows, cells);
    }
    if (numbers > 0) {
      throw new BadInput(
          String.format(
              "Column %s holds numbers, but %s. Write the number, or leave the cell empty.",
              name, word));
    }
    throw new BadInput(
        String.format(
            "Column %s has %d different words (%s). Two can be told apart: give classes=[%s,%s].",
            name,
            counts.size(),
            String.join(", ", counts.keySet().stream().limit(6).toList()),
            counts.firstKey(),
            counts.higherKey(counts.firstKey())));
  }

  private static int[] kept(String[] cells, String wanted) {
    List<String> only =
        wanted.isBlank() ? List.of() : Arrays.stream(wanted.split(",")).map(String::trim).toList();
    if (!only.isEmpty() && only.size() != 2) {
      throw new BadInput("classes=" + wanted + ": give two, separated by a comma.");
    }
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isEmpty() && (only.isEmpty() || only.contains(cells[i]))) {
        rows.add(i);
      }
    }
    for (String one : only) {
      if (rows.stream().noneMatch(i -> cells[i].equals(one))) {
        throw new BadInput("classes=" + wanted + ": nobody is \"" + one + "\". Check the word.");
      }
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Target classes(
      String name, int[] rows, String[] cells, TreeMap<String, Integer> counts) {
    counts.forEach(
        (word, people) -> {
          if (people < LEAST_OF_CLASS) {
            throw new BadInput(
                String.format(
                    "Column %s: only %d of %d people are \"%s\". A class needs %d or more; add"
                        + " people, or choose another column.",
                    name, people, rows.length, word, LEAST_OF_CLASS));
          }
        });
    List<String> order = List.copyOf(counts.keySet());
    double[] value = Arrays.stream(rows).mapToDouble(r -> order.indexOf(cells[r])).toArray();
    return new Target(name, rows, value, order);
  }

  private static Target scores(String name, int[] rows, String[] cells) {
    if (rows.length < LEAST) {
      throw new BadInput(
          String.format(
              "Column %s is known of %d people; %d or more are needed to foretell it. Add people.",
              name, rows.length, LEAST));
    }
    double[] value = Arrays.stream(rows).mapToDouble(r -> Double.parseDouble(cells[r])).toArray();
    return new Target(name, rows, value, List.of());
  }

  static boolean number(String cell) {
    return cell.matches("[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?");
  }
}

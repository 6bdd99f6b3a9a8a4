package org.braindyn.signal.cleaning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;

/**
 * Time courses to be regressed out.
 *
 * @param names one per column
 * @param values [column][time]; no NaN
 * @param notes what was filled in
 */
public record Confounds(List<String> names, double[][] values, List<String> notes) {

  /**
   * Chooses columns of a table. Missing values at the start of a column (a derivative has none for
   * its first frame) become the mean of the column's other values, and that is noted; missing
   * values elsewhere are refused.
   *
   * @param table e.g. a {@code _desc-confounds_timeseries.tsv} of fMRIPrep
   * @param wanted names separated by commas, with * for any text ("trans_*, rot_*"); empty for all
   * @throws BadInput if a name fits no column
   */
  public static Confounds choose(RegionSignals table, String wanted) {
    List<String> all = table.regions().names();
    Set<Integer> chosen = new LinkedHashSet<>();
    for (String name : wanted.isBlank() ? List.of("*") : List.of(wanted.split(","))) {
      String pattern = "\\Q" + name.strip().replace("*", "\\E.*\\Q") + "\\E";
      int before = chosen.size();
      boolean hit = false;
      for (int c = 0; c < all.size(); c++) {
        if (all.get(c).matches(pattern)) {
          chosen.add(c);
          hit = true;
        }
      }
      if (!hit && before == chosen.size()) {
        throw new BadInput(
            table.source()
                + " has no confound \""
                + name.strip()
                + "\". Its columns are "
                + table.regions().summary()
                + ".");
      }
    }
    List<String> names = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    double[][] values = new double[chosen.size()][];
    for (int c : chosen) {
      values[names.size()] = filled(table.values()[c], all.get(c), table.source(), notes);
      names.add(all.get(c));
    }
    return new Confounds(names, values, notes);
  }

  private static double[] filled(double[] column, String name, String source, List<String> notes) {
    double[] values = column.clone();
    int first = 0;
    while (first < values.length && Double.isNaN(values[first])) {
      first++;
    }
    double mean = 0;
    for (int t = first; t < values.length; t++) {
      mean += values[t] / (values.length - first);
    }
    if (!Double.isFinite(mean) || first == values.length) {
      throw new BadInput(
          source + ": the confound " + name + " has missing or infinite values. Leave it out.");
    }
    for (int t = 0; t < first; t++) {
      values[t] = mean;
    }
    if (first > 0) {
      notes.add(
          (first == 1 ? "The first value of " : "The first " + first + " values of ")
              + name
              + (first == 1 ? " is missing and was" : " are missing and were")
              + " set to its mean.");
    }
    return values;
  }

  /** Number of frames. */
  public int frames() {
    return values.length == 0 ? 0 : values[0].length;
  }
}

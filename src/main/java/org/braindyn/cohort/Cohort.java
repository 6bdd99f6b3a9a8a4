package org.braindyn.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;

/**
 * Recordings of many people as rows of features, with what is known of each.
 *
 * <pre>{@code
 * Cohort cohort = CohortReader.read(source, FeatureSets.usual(), false, progress);
 * String[] ages = cohort.column("age");             // one per person
 * double[][] fc = cohort.perPerson(cohort.tables().get(0)); // the same order
 * }</pre>
 *
 * @param entries one per recording
 * @param regions the one region order
 * @param tables features, recordings in the order of the entries
 * @param notes what a user should know about the reading
 */
public record Cohort(
    List<CohortEntry> entries, Regions regions, List<FeatureTable> tables, List<String> notes) {
  private static final List<String> SITE = List.of("site", "centre", "center", "scanner");

  /** Everybody once, in the order of the recordings. */
  public List<String> people() {
    return entries.stream().map(CohortEntry::person).distinct().toList();
  }

  /** Columns that say something of at least one recording. */
  public List<String> columns() {
    Set<String> names = new LinkedHashSet<>();
    for (CohortEntry entry : entries) {
      entry.cells().forEach((name, cell) -> names.add(cell.isEmpty() ? "" : name));
    }
    names.remove("");
    return List.copyOf(names);
  }

  /**
   * What a column says of every person.
   *
   * @param name any case
   * @return one cell per person of {@link #people()}, empty where unknown
   * @throws BadInput if there is no such column, or it says two things of one person
   */
  public String[] column(String name) {
    String key = name.trim().toLowerCase(Locale.ROOT);
    if (!columns().contains(key)) {
      throw new BadInput(
          "There is no column \""
              + name
              + "\" that says anything of these people. Known are "
              + columns()
              + ". Add it to the manifest, or give a table of people.");
    }
    Map<String, String> said = new LinkedHashMap<>();
    for (CohortEntry entry : entries) {
      String before = said.merge(entry.person(), entry.cell(key), (a, b) -> a.isEmpty() ? b : a);
      if (!entry.cell(key).isEmpty() && !before.equals(entry.cell(key))) {
        throw new BadInput(
            String.format(
                "Person %s has \"%s\" and \"%s\" in column %s. One person is one row: give one value,"
                    + " or if these are two people, two names.",
                entry.person(), before, entry.cell(key), key));
      }
    }
    return said.values().toArray(String[]::new);
  }

  /** The site of every person; null if no column tells it. */
  public String[] sites() {
    List<String> known = columns();
    return SITE.stream().filter(known::contains).findFirst().map(this::column).orElse(null);
  }

  /** The column that tells the site, or "". */
  public String siteColumn() {
    List<String> known = columns();
    return SITE.stream().filter(known::contains).findFirst().orElse("");
  }

  /** Mean time between samples in s and mean number of frames of every person, [person][2]. */
  public double[][] acquisition() {
    double[][] made = new double[entries.size()][];
    for (int i = 0; i < made.length; i++) {
      made[i] = new double[] {entries.get(i).interval(), entries.get(i).frames()};
    }
    return perPerson(made);
  }

  /** Features of every person: the mean over the person's recordings, [person][feature]. */
  public double[][] perPerson(FeatureTable table) {
    return perPerson(table.values());
  }

  private double[][] perPerson(double[][] values) {
    List<String> people = people();
    Map<String, List<double[]>> rows = new LinkedHashMap<>();
    people.forEach(person -> rows.put(person, new ArrayList<>()));
    for (int i = 0; i < values.length; i++) {
      rows.get(entries.get(i).person()).add(values[i]);
    }
    double[][] means = new double[people.size()][];
    int at = 0;
    for (List<double[]> own : rows.values()) {
      double[] mean = new double[own.get(0).length];
      for (double[] row : own) {
        for (int f = 0; f < mean.length; f++) {
          mean[f] += row[f] / own.size();
        }
      }
      means[at++] = mean;
    }
    return means;
  }
}

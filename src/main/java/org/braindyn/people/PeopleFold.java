package org.braindyn.people;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.Seed;
import org.braindyn.signal.Split;
import org.braindyn.signal.Splits;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.dataset.SplitTable;

/**
 * One division of the people; an evaluation has one or several.
 *
 * @param name "1", "2" ... or the site that is left out; empty if there is only one
 * @param split who trains, validates and tests
 */
public record PeopleFold(String name, Split split) {
  private static final double TEST_SHARE = 0.2;

  /**
   * The divisions of a design.
   *
   * @param design "one split", "folds" (by person), or "sites" (each left out once)
   * @param table who trains, validates and tests, for one split; null to divide by the numbers
   * @param train people who train, in file order; 0 to draw a fifth for the test by the seed
   * @param validation people who validate
   * @param folds number of folds
   */
  public static List<PeopleFold> of(
      String design, DataSet data, Path table, int train, int validation, int folds, Seed seed) {
    if (design.equals("one split")) {
      return List.of(new PeopleFold("", one(data, table, train, validation, seed)));
    }
    if (table != null || train > 0) {
      throw new BadInput(
          (table != null ? "split=" + table : "train=" + train)
              + " fixes one split, but design="
              + design
              + " makes its own. Use one of them.");
    }
    List<PeopleFold> result = new ArrayList<>();
    if (design.equals("folds")) {
      for (Split split : Splits.kFold(data.persons(), folds, seed)) {
        result.add(new PeopleFold(Integer.toString(result.size() + 1), split));
      }
      return result;
    }
    List<String> sites = new ArrayList<>(new LinkedHashSet<>(data.sites()));
    if (sites.contains("")) {
      throw new BadInput(
          "design=sites needs the site of every recording. Give a manifest with a column site.");
    }
    double share = share(data, validation);
    for (Split split : Splits.leaveOneSiteOut(data.persons(), data.sites(), share, seed)) {
      if (split.validation().isEmpty()) {
        throw new BadInput(
            "Without site "
                + sites.get(result.size())
                + " one person is left, who cannot train and validate. Add people.");
      }
      result.add(new PeopleFold(sites.get(result.size()), split));
    }
    return result;
  }

  /** One division: by a table, by the manifest's column part, in file order, or by the seed. */
  public static Split one(DataSet data, Path table, int train, int validation, Seed seed) {
    List<String> persons = data.persons();
    Split split;
    try {
      split =
          table != null
              ? SplitTable.read(table, data)
              : train > 0 ? null : SplitTable.ofManifest(data);
    } catch (IOException e) {
      throw new BadInput("split=" + table + " cannot be read: " + Reason.of(e), e);
    }
    if (split == null) {
      split =
          train > 0
              ? Splits.inOrder(persons, train, validation)
              : Splits.random(persons, share(data, validation), TEST_SHARE, seed);
    }
    if (split.test().isEmpty() || split.validation().isEmpty()) {
      throw new BadInput(
          persons.stream().distinct().count()
              + " people leave nobody to "
              + (split.test().isEmpty() ? "test" : "validate")
              + ". Train on fewer of them.");
    }
    return split;
  }

  private static double share(DataSet data, int validation) {
    long people = data.persons().stream().distinct().count();
    return Math.min(0.99, (double) validation / Math.max(1, people));
  }
}

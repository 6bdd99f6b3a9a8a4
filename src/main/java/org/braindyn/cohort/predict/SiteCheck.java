package org.braindyn.cohort.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.cohort.Cohort;
import org.braindyn.data.Seed;

/**
 * Whether the variable can be told from where and how people were recorded: their site, or if no
 * column tells it the time between samples and the length of recordings.
 *
 * @param site number of every person's site, from 0
 * @param sites names of the sites
 * @param decided true if every site has one class only, so that nothing tells class from site
 * @param warnings sentences, the verdict first
 */
public record SiteCheck(int[] site, List<String> sites, boolean decided, List<String> warnings) {
  private static final int SHUFFLES = 2000;
  private static final double LEVEL = 0.01;
  private static final double LENGTH = 1.1; // recordings that differ less are of one length

  /**
   * Looks at the people of a target.
   *
   * @param rows people who are used, as rows of the cohort
   * @param target variable of those people, in the same order
   */
  public static SiteCheck of(Cohort cohort, int[] rows, Target target, Seed seed) {
    String[] names = cohort.sites();
    double[][] made = cohort.acquisition();
    String what = "site";
    String[] own = new String[rows.length];
    for (int i = 0; i < rows.length; i++) {
      own[i] = names == null ? "" : names[rows[i]].isEmpty() ? "unknown" : names[rows[i]];
    }
    if (names == null) {
      what = "scanner";
      own = acquisition(made, rows, target);
    }
    List<String> sites = Arrays.stream(own).distinct().sorted().toList();
    int[] site = Arrays.stream(own).mapToInt(sites::indexOf).toArray();
    List<String> warnings = new ArrayList<>();
    boolean decided = sites.size() > 1 && target.binary() && decided(site, target, sites.size());
    String siteColumn = cohort.siteColumn();
    boolean asked = !siteColumn.isEmpty() && siteColumn.equalsIgnoreCase(target.name());
    if (asked) {
      warnings.add("The site itself is foretold: what is found is how sites differ.");
    } else if (decided) {
      warnings.add(verdict(target, site, sites, what));
    } else if (sites.size() > 1) {
      double p = shuffled(site, sites.size(), target.value(), seed);
      if (p <= LEVEL) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "Warning: %s differs between %ss (it explains %.0f %% of the variance, p = %.4f). Part"
                    + " of what is foretold may be the %s: look at the skill with whole sites left"
                    + " out, and at the covariates alone.",
                target.name(),
                what,
                100 * explained(site, sites.size(), target.value()),
                p,
                what));
      }
    }
    boolean use = !asked && !decided;
    return new SiteCheck(
        use ? site : new int[rows.length], use ? sites : List.of(), decided && !asked, warnings);
  }

  private static String verdict(Target target, int[] site, List<String> sites, String what) {
    Map<String, String> of = new LinkedHashMap<>();
    for (int i = 0; i < site.length; i++) {
      of.put(sites.get(site[i]), target.classes().get((int) target.value()[i]));
    }
    List<String> pairs = new ArrayList<>();
    of.forEach((s, c) -> pairs.add(s + ": all " + c));
    return "Site, not group: every "
        + what
        + " has people of one class only ("
        + String.join("; ", pairs)
        + "). Whatever tells them apart here may be the scanner; only people of both classes from"
        + " one site can show a difference of "
        + target.name()
        + ".";
  }

  private static boolean decided(int[] site, Target target, int sites) {
    double[] first = new double[sites];
    Arrays.fill(first, Double.NaN);
    for (int i = 0; i < site.length; i++) {
      if (!Double.isNaN(first[site[i]]) && first[site[i]] != target.value()[i]) {
        return false;
      }
      first[site[i]] = target.value()[i];
    }
    return true;
  }

  /** The time between samples, or the length of recordings where it sets two classes apart. */
  private static String[] acquisition(double[][] made, int[] rows, Target target) {
    String[] own = new String[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double interval = made[rows[i]][0];
      own[i] =
          Double.isNaN(interval)
              ? "unknown time between samples"
              : String.format(Locale.ROOT, "%.3g s between samples", interval);
    }
    if (Arrays.stream(own).distinct().count() > 1 || !target.binary()) {
      return own;
    }
    double[][] range = {{Double.POSITIVE_INFINITY, 0}, {Double.POSITIVE_INFINITY, 0}};
    for (int i = 0; i < rows.length; i++) {
      double frames = made[rows[i]][1];
      double[] of = range[(int) target.value()[i]];
      of[0] = Math.min(of[0], frames);
      of[1] = Math.max(of[1], frames);
    }
    boolean apart = range[0][0] > LENGTH * range[1][1] || range[1][0] > LENGTH * range[0][1];
    for (int i = 0; apart && i < rows.length; i++) {
      double[] of = range[(int) target.value()[i]];
      own[i] = String.format(Locale.ROOT, "%.0f to %.0f frames", of[0], of[1]);
    }
    return own;
  }

  /** Share of the variance between sites. */
  static double explained(int[] site, int sites, double[] y) {
    double[] sum = new double[sites];
    int[] count = new int[sites];
    double mean = Arrays.stream(y).average().orElse(0);
    double all = 0;
    for (int i = 0; i < y.length; i++) {
      sum[site[i]] += y[i] - mean;
      count[site[i]]++;
      all += (y[i] - mean) * (y[i] - mean);
    }
    double between = 0;
    for (int s = 0; s < sites; s++) {
      between += count[s] == 0 ? 0 : sum[s] * sum[s] / count[s];
    }
    return all > 0 ? between / all : 0;
  }

  private static double shuffled(int[] site, int sites, double[] y, Seed seed) {
    double found = explained(site, sites, y);
    Seed.Stream random = seed.stream("sites");
    int asMuch = 1;
    for (int s = 0; s < SHUFFLES; s++) {
      int[] order = random.permutation(y.length);
      double[] moved = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
      asMuch += explained(site, sites, moved) >= found - 1e-12 ? 1 : 0;
    }
    return (double) asMuch / (SHUFFLES + 1);
  }
}

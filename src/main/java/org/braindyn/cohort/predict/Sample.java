package org.braindyn.cohort.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.braindyn.cohort.Cohort;
import org.braindyn.cohort.FeatureTable;
import org.braindyn.data.BadInput;

/**
 * The people of whom the variable and all covariates are known.
 *
 * @param target the variable of these people
 * @param design the variable, covariates and sites as numbers
 * @param check what speaks for the site as the cause
 * @param covariates names of the columns that are taken out
 * @param people their names
 * @param notes who and what was left out
 */
public record Sample(
    Target target,
    Design design,
    SiteCheck check,
    List<String> covariates,
    List<String> people,
    List<String> notes) {
  private static final int LEAST_PEOPLE = 8;

  /**
   * Takes those of whom enough is known.
   *
   * @throws BadInput if they are too few, or a column cannot be used
   */
  public static Sample of(Cohort cohort, PredictSettings settings) {
    List<String> people = cohort.people();
    String variable = settings.variable();
    Target asked = Target.of(variable, cohort.column(variable), people, settings.classes());
    Covariates covariates = Covariates.of(cohort, asked, settings.confounds());
    Target target = kept(asked, covariates.rows(), people, cohort);
    SiteCheck check = SiteCheck.of(cohort, target.rows(), target, settings.seed());
    List<String> notes = new ArrayList<>();
    String site = cohort.siteColumn();
    if (check.decided() && covariates.names().contains(site)) {
      // Taking the site out would take the group out with it.
      String others =
          covariates.names().stream().filter(c -> !c.equals(site)).collect(Collectors.joining(","));
      covariates = Covariates.of(cohort, asked, others.isEmpty() ? "none" : others);
      target = kept(asked, covariates.rows(), people, cohort);
      check = SiteCheck.of(cohort, target.rows(), target, settings.seed());
      notes.add("The site is not taken out: it is the same as " + target.name() + ".");
    }
    notes.addAll(covariates.notes());
    int left = people.size() - target.rows().length;
    if (left > 0) {
      notes.add(left + " people are left out, of whom not everything is known.");
    }
    Design design =
        new Design(
            target.value(), target.binary(), covariates.values(), check.site(), check.sites());
    List<String> used = Arrays.stream(target.rows()).mapToObj(people::get).toList();
    return new Sample(target, design, check, covariates.names(), used, notes);
  }

  /** Features of these people, [person][feature]. */
  public double[][] features(Cohort cohort, FeatureTable table) {
    double[][] all = cohort.perPerson(table);
    return Arrays.stream(target.rows()).mapToObj(r -> all[r]).toArray(double[][]::new);
  }

  /** True if people are shuffled within their sites. */
  public boolean withinSites() {
    return design.sites().size() > 1;
  }

  private static Target kept(Target asked, int[] places, List<String> people, Cohort cohort) {
    if (places.length < LEAST_PEOPLE) {
      throw new BadInput(
          places.length
              + " people are left of whom the variable and all confounds are known; "
              + LEAST_PEOPLE
              + " or more are needed. Add people, or take confounds out (confounds=none).");
    }
    if (places.length == asked.rows().length) {
      return asked;
    }
    String[] cells = new String[people.size()];
    Arrays.fill(cells, "");
    String[] all = cohort.column(asked.name());
    for (int place : places) {
      cells[asked.rows()[place]] = all[asked.rows()[place]];
    }
    return Target.of(asked.name(), cells, people, "");
  }
}

package org.braindyn.cohort.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.cohort.Cohort;
import org.braindyn.cohort.predict.tuned.TunedPeople;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.parallel.Parallel;

/**
 * Foretells a column from every set of features, each beside the covariates alone and beside
 * functional connectivity.
 *
 * <pre>{@code
 * Prediction result = PredictVariable.run(cohort, PredictSettings.of("age"), progress);
 * result.rows().get(1).skill().value(); // R2 of functional connectivity on people left out
 * }</pre>
 *
 * <p>A person is one row, so no person trains and is tested. The null shuffles the variable
 * together with the covariates against the features (Draper and Stoneman 1966, Technometrics
 * 8:695), within sites if there are several, and of two classes within folds, which leaves the
 * folds' make-up as it is and the p-value exact.
 */
public final class PredictVariable {
  private final PredictSettings settings;
  private final TunedPeople tuned;
  private final Progress progress;
  private Design design;
  private Folds folds;
  private Folds sites;
  private Resamples draws;

  private PredictVariable(PredictSettings settings, TunedPeople tuned, Progress progress) {
    this.settings = settings;
    this.tuned = tuned;
    this.progress = progress;
  }

  /**
   * Runs.
   *
   * @param cohort people with features, functional connectivity first
   * @throws org.braindyn.data.BadInput if the column cannot be foretold, or there are too few
   *     people
   * @throws Cancelled if cancelled
   */
  public static Prediction run(Cohort cohort, PredictSettings settings, Progress progress) {
    return run(cohort, null, settings, progress);
  }

  /**
   * Runs with a model that is fine-tuned inside every fold, as one row more.
   *
   * @param tuned the model and what it sees of every person of the cohort; null for none
   * @throws org.braindyn.data.BadInput as {@link #run(Cohort, PredictSettings, Progress)}
   * @throws Cancelled if cancelled
   */
  public static Prediction run(
      Cohort cohort, TunedPeople tuned, PredictSettings settings, Progress progress) {
    return new PredictVariable(settings, tuned, progress).of(cohort);
  }

  private Prediction of(Cohort cohort) {
    Sample sample = Sample.of(cohort, settings);
    design = sample.design();
    folds = Folds.byPeople(design, settings.folds(), settings.seed());
    sites = sample.withinSites() ? Folds.bySite(design) : null;
    if (sites != null && !sites.trainsBoth(design)) {
      sites = null;
    }
    draws = new Resamples(design.people(), folds.count(), settings.seed());
    List<double[][]> features =
        cohort.tables().stream().map(table -> sample.features(cohort, table)).toList();
    List<String> warnings = new ArrayList<>(sample.check().warnings());
    warnings.addAll(Lookalikes.of(features.get(0), sample.people()));
    List<String> notes = notes(cohort, sample);
    List<PredictionRow> made = rows(cohort, features, sample, notes);
    if (!design.binary()) {
      notes.add(0, whatIsHeld(made.get(1).explained(), sample));
    }
    Importance importance =
        Importance.of(
            features.get(0),
            cohort.tables().get(0).set().places(cohort.regions().size()),
            cohort.regions().size(),
            new Importance.Task(design, folds, within(), settings.seed()),
            progress.part(0.95, 1));
    return new Prediction(
        sample.target(), sample.people(), made, importance, cohort.regions(), warnings, notes);
  }

  /** R2 is easily read as what the brain says of the variable; it is not. */
  private String whatIsHeld(Estimate share, Sample sample) {
    int trained = folds.train(0).length;
    return String.format(
        Locale.ROOT,
        "Connectivity goes with %.2f of the variance of %s (%.2f to %.2f): that could be foretold"
            + " from very many people. R2 and its interval are about these models, fitted to %d.",
        share.value(),
        sample.target().name(),
        share.low(),
        share.high(),
        trained);
  }

  private List<PredictionRow> rows(
      Cohort cohort, List<double[][]> features, Sample sample, List<String> notes) {
    boolean any = !sample.covariates().isEmpty();
    int parts = features.size() + (tuned == null ? 1 : 2);
    List<PredictionRow> made = new ArrayList<>();
    OutOfFold alone = new CrossValidation(null, folds).predict(design);
    PredictionMaker maker = new PredictionMaker(design, draws, alone);
    String name = any ? "covariates only" : "covariates only (none are known)";
    double p = any ? p(new CrossValidation(null, folds), alone, 0, parts) : Double.NaN;
    made.add(maker.row(name, null, alone, p, any ? sitesOut(null) : Double.NaN));
    for (int s = 0; s < features.size(); s++) {
      CrossValidation crossed = new CrossValidation(features.get(s), folds);
      OutOfFold one = crossed.predict(design);
      maker.reference(s == 0 ? one : null);
      String set = cohort.tables().get(s).set().name();
      made.add(
          maker.row(
              any ? "covariates + " + set : set,
              features.get(s),
              one,
              p(crossed, one, s + 1, parts),
              sitesOut(features.get(s))));
    }
    if (tuned != null) {
      Progress own = progress.part(0.95 * (parts - 1) / parts, 0.95);
      TunedLearner learner = new TunedLearner(tuned, sample.people(), settings.seed(), own);
      OutOfFold one = CrossValidation.by(learner, folds).predict(design);
      String row = any ? "covariates + " + TunedLearner.NAME : TunedLearner.NAME;
      made.add(maker.row(row, null, one, Double.NaN, Double.NaN));
      notes.add(learner.note());
    }
    return made;
  }

  private double sitesOut(double[][] features) {
    if (sites == null) {
      return Double.NaN;
    }
    OutOfFold made = new CrossValidation(features, sites).predict(design);
    return Skill.of(made, design.binary());
  }

  private boolean within() {
    return design.sites().size() > 1;
  }

  private double p(CrossValidation crossed, OutOfFold found, int part, int parts) {
    int count = settings.permutations();
    if (count == 0) {
      return Double.NaN;
    }
    double skill = Skill.of(found, design.binary());
    Progress own = progress.part(0.95 * part / parts, 0.95 * (part + 1) / parts);
    double[] shuffles =
        Parallel.numbers(
            count,
            k -> {
              Cancelled.check(progress, "The permutation null");
              own.report((double) k / count, "Shuffling people");
              int[] order =
                  folds.shuffled(
                      design, within(), settings.seed().derive("shuffle", k).stream("shuffle"));
              return Skill.of(crossed.predict(design.permuted(order)), design.binary());
            });
    long asGood = Arrays.stream(shuffles).filter(s -> s >= skill).count();
    return (asGood + 1.0) / (count + 1.0);
  }

  private List<String> notes(Cohort cohort, Sample sample) {
    List<String> notes = new ArrayList<>(cohort.notes());
    notes.addAll(sample.notes());
    notes.add(
        String.format(
            "%d people in %d folds; %s; %d shuffles%s.",
            design.people(),
            folds.count(),
            sample.covariates().isEmpty()
                ? "no covariates"
                : "covariates taken out inside the fold: " + String.join(", ", sample.covariates()),
            settings.permutations(),
            within() ? " within sites" : ""));
    return notes;
  }
}

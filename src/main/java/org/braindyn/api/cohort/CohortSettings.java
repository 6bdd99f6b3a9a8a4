package org.braindyn.api.cohort;

import org.braindyn.cohort.predict.PredictSettings;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;

/** How people are compared. Immutable: every method gives a changed copy. */
public final class CohortSettings {
  final double threshold;
  final Progress progress;
  private final PredictSettings settings;

  private CohortSettings(PredictSettings settings, double threshold, Progress progress) {
    this.settings = settings;
    this.threshold = threshold;
    this.progress = progress;
  }

  /** {@return ten folds, 200 shuffles, confounds that are known, networks of links above t = 3} */
  public static CohortSettings defaults() {
    return new CohortSettings(PredictSettings.of("any"), 3, Progress.NONE);
  }

  /**
   * Columns that are taken out inside the fold.
   *
   * @param columns separated by commas, "auto" or "none"
   * @return a changed copy
   */
  public CohortSettings confounds(String columns) {
    return with(settings.classes(), columns, settings.folds(), settings.permutations());
  }

  /**
   * Two groups of a column that has more.
   *
   * @param two separated by a comma
   * @return a changed copy
   */
  public CohortSettings classes(String two) {
    return with(two, settings.confounds(), settings.folds(), settings.permutations());
  }

  /**
   * Folds of people.
   *
   * @param count 2 or more
   * @return a changed copy
   * @throws BadInput if fewer
   */
  public CohortSettings folds(int count) {
    return with(settings.classes(), settings.confounds(), count, settings.permutations());
  }

  /**
   * Shuffles for p-values.
   *
   * @param count 0 for none
   * @return a changed copy
   * @throws BadInput if negative
   */
  public CohortSettings permutations(int count) {
    return with(settings.classes(), settings.confounds(), settings.folds(), count);
  }

  /**
   * From which t on links belong to a network.
   *
   * @param t above 0
   * @return a changed copy
   */
  public CohortSettings threshold(double t) {
    return new CohortSettings(settings, t, progress);
  }

  /**
   * Draws folds and shuffles.
   *
   * @param seed the same seed gives the same numbers
   * @return a changed copy
   */
  public CohortSettings seed(long seed) {
    PredictSettings s = settings;
    return new CohortSettings(
        new PredictSettings(
            s.variable(), s.classes(), s.confounds(), s.folds(), s.permutations(), Seed.of(seed)),
        threshold,
        progress);
  }

  /**
   * Who watches and may stop it.
   *
   * @param watch e.g. a {@link org.braindyn.api.Watch}
   * @return a changed copy
   */
  public CohortSettings watch(Progress watch) {
    return new CohortSettings(settings, threshold, watch);
  }

  PredictSettings of(String column) {
    return new PredictSettings(
        column,
        settings.classes(),
        settings.confounds(),
        settings.folds(),
        settings.permutations(),
        settings.seed());
  }

  private CohortSettings with(String classes, String confounds, int folds, int permutations) {
    return new CohortSettings(
        new PredictSettings(
            settings.variable(), classes, confounds, folds, permutations, settings.seed()),
        threshold,
        progress);
  }
}

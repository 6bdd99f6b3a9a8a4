package org.braindyn.people;

import org.braindyn.data.Progress;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.interval.ConformalIntervals;
import org.braindyn.kind.ModelIntervals;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.TrainedModel;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.score.Evaluation;
import org.braindyn.training.score.Scores;

/**
 * A forecaster in a comparison.
 *
 * @param forecaster who forecasts, under its name in tables
 * @param baseline true for what a model must beat
 * @param runsFreely false if a free run of it says nothing
 * @param widths its intervals; null for none
 */
record Contender(
    Forecaster forecaster, boolean baseline, boolean runsFreely, ConformalIntervals widths) {
  /** A model of some kind, as this kind stands in tables. */
  static Contender of(TrainedModel model) {
    ModelKind kind = model.kind();
    return new Contender(
        model.forecaster(),
        kind.role() == ModelKind.Role.BASELINE,
        kind.runsFreely(),
        widths(model));
  }

  /** As a baseline, whatever its kind is. */
  static Contender baseline(TrainedModel model) {
    return new Contender(model.forecaster(), true, model.kind().runsFreely(), widths(model));
  }

  /** As the model that is asked about, whatever its kind is. */
  static Contender model(TrainedModel model) {
    return new Contender(model.forecaster(), false, model.kind().runsFreely(), widths(model));
  }

  static ConformalIntervals widths(TrainedModel model) {
    return model.intervals().map(ModelIntervals::widths).orElse(null);
  }

  /** Errors on test windows. */
  Scores score(WindowSet test, Progress progress) {
    return marked(Evaluation.of(forecaster, test, progress));
  }

  /** The same with rank correlation and time warping. */
  Scores scoreWithRanks(WindowSet test, Progress progress) {
    return marked(Evaluation.withRanks(forecaster, widths, test, progress));
  }

  private Scores marked(Scores scores) {
    return baseline ? scores.asBaseline() : scores;
  }
}

package org.braindyn.api;

import java.util.List;
import org.braindyn.data.Seed;
import org.braindyn.kind.ModelKind;
import org.braindyn.people.StudyTables;
import org.braindyn.people.Verdict;
import org.braindyn.training.score.Scores;

/** Forecast errors of a model beside those of baselines, in standard deviations of the context. */
public final class Evaluation {
  private final List<Scores> scores;
  private final String verdict;
  private final boolean pieces;

  Evaluation(List<Scores> scores, ModelKind kind, String what) {
    this.scores = scores;
    this.verdict = Verdict.of(scores, kind, what);
    this.pieces = what.startsWith("frames");
  }

  /**
   * {@return one row per forecaster, the model first: MSE, MAE, correlation, first and last step}
   */
  public Table table() {
    return Table.of(StudyTables.recording(scores));
  }

  /**
   * The same with rank correlation, time warping and 95 % intervals, over people or over up to ten
   * pieces of one recording's test.
   *
   * @param seed fixes what is drawn for the intervals
   * @return one row per forecaster, the model first
   */
  public Table intervals(long seed) {
    Table table = Table.of(StudyTables.overview(scores, Seed.of(seed)));
    return pieces
        ? new Table(
            table.columns().stream().map(c -> c.replace("People", "Pieces")).toList(), table.rows())
        : table;
  }

  /** {@return whether the model is worth more than the best baseline, in a sentence} */
  public String verdict() {
    return verdict;
  }

  /** {@return the model's mean squared error, sd^2} */
  public double error() {
    return scores.get(0).all().mse();
  }

  /** {@return that of the best baseline, sd^2} */
  public double baselineError() {
    return scores.subList(1, scores.size()).stream()
        .mapToDouble(s -> s.all().mse())
        .min()
        .orElse(Double.NaN);
  }

  /** {@return true if the model's error is below that of every baseline} */
  public boolean beatsBaselines() {
    return error() < baselineError();
  }

  @Override
  public String toString() {
    return verdict;
  }
}

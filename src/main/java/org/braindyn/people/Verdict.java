package org.braindyn.people;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelVerdict;
import org.braindyn.training.score.Scores;

/** Whether a model is worth more than what stands beside it, in a sentence. */
public final class Verdict {
  /** Test data of one recording. */
  static final String FRAMES = "frames that it never saw";

  /** Test data of many. */
  static final String PEOPLE = "people whom it never saw";

  private Verdict() {}

  /**
   * Compares the model with the best of the others.
   *
   * @param scores the model first, then the baselines
   * @param kind the model's
   * @return a sentence; empty if the model is not in the table
   */
  public static String of(List<Scores> scores, ModelKind kind) {
    return of(scores, kind, FRAMES);
  }

  /**
   * As {@link #of(List, ModelKind)}.
   *
   * @param what was forecast, e.g. "people whom it never saw"
   */
  public static String of(List<Scores> scores, ModelKind kind, String what) {
    if (scores.size() < 2 || scores.get(0).baseline()) {
      return "";
    }
    Scores model = scores.get(0);
    Scores best = scores.get(1);
    for (Scores other : scores.subList(1, scores.size())) {
      best = other.all().mse() < best.all().mse() ? other : best;
    }
    boolean wins = model.all().mse() < best.all().mse();
    String numbers =
        String.format(
            Locale.ROOT,
            "%.3f against %.3f of %s",
            model.all().mse(),
            best.all().mse(),
            best.name());
    if (wins) {
      return "It forecasts " + what + " better than every baseline: " + numbers + ".";
    }
    return "Note: it forecasts "
        + what
        + " no better than the best baseline: "
        + numbers
        + ". "
        + kind.advice();
  }

  /**
   * Compares the model with the best of the others, for its file. The rival is chosen by the same
   * errors, which is hard on the model and not on the rival.
   *
   * @param scores the model first, then the baselines
   * @param what was forecast, e.g. "people whom it never saw"
   * @return none if either is not in the table
   */
  public static ModelVerdict againstBest(List<Scores> scores, String what) {
    if (scores.isEmpty() || scores.get(0).baseline()) {
      return ModelVerdict.NONE;
    }
    return scores.stream()
        .skip(1)
        .filter(other -> Double.isFinite(other.all().mse()))
        .min(Comparator.comparingDouble(other -> other.all().mse()))
        .map(
            best -> ModelVerdict.of(scores.get(0).all().mse(), best.all().mse(), best.name(), what))
        .orElse(ModelVerdict.NONE);
  }
}

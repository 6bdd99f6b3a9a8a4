package org.braindyn.people;

import java.util.List;
import java.util.Locale;
import org.braindyn.training.residual.SkipTraining;
import org.braindyn.training.score.Scores;

/** Whether a model is worth more than what stands beside it, in a sentence. */
public final class Verdict {
  private Verdict() {}

  /**
   * Compares the model with the best of the others.
   *
   * @param scores the model first, then the baselines
   * @return a sentence; empty if the model is not in the table
   */
  public static String of(List<Scores> scores) {
    return of(scores, "frames that it never saw");
  }

  /**
   * As {@link #of(List)}.
   *
   * @param what was forecast, e.g. "people whom it never saw"
   */
  static String of(List<Scores> scores, String what) {
    Scores model = scores.get(0);
    boolean skip = model.name().equals(SkipTraining.NAME);
    if (scores.size() < 2 || !(skip || model.name().startsWith("BrainDyn"))) {
      return "";
    }
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
        + (skip
            ? ". More frames, or recordings of more people, may help."
            : ". Try variant=[linear skip], which starts from a linear forecast, or more frames.");
  }
}

package org.braindyn.forecast.family.choice;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.braindyn.forecast.family.FamilyFolds;

/** The sentence that says which family won, by how much and how sure. */
final class Verdict {
  private static final int SIMPLE_RULES = 3;

  private Verdict() {}

  /**
   * The sentence for a winner.
   *
   * @param candidates zero, persistence and damped persistence first
   */
  static String of(Candidate winner, List<Candidate> candidates, FamilyFolds folds) {
    Candidate rule =
        candidates.stream()
            .filter(c -> candidates.indexOf(c) < SIMPLE_RULES && c != winner)
            .min(Comparator.comparingDouble(Candidate::mean))
            .orElseThrow();
    Paired gain = Paired.of(winner.error(), rule.error());
    double unit = 100 / rule.mean();
    String sure = gain.surelyBetter() ? "" : "; the interval includes no gain, so take it as a tie";
    return String.format(
        Locale.ROOT,
        "%s forecasts best: mean squared error %.4f on %s left out, %.1f %% below %s, the %s"
            + " simple rule (95 %% interval %.1f to %.1f %%, better in %d of %d pieces%s).",
        winner.name(),
        winner.mean(),
        folds.leftOut(),
        -gain.difference() * unit,
        rule.name(),
        candidates.indexOf(winner) >= 0 && candidates.indexOf(winner) < SIMPLE_RULES
            ? "best other"
            : "best",
        (-gain.difference() - gain.half()) * unit,
        (-gain.difference() + gain.half()) * unit,
        gain.better(),
        gain.pieces(),
        sure);
  }

  /** The sentence where the context's mean is not surely beaten. */
  static String nothing(Candidate zero, Candidate best, FamilyFolds folds) {
    if (best == zero) {
      return String.format(
          Locale.ROOT,
          "Nothing here can be forecast: on %s left out no family has a smaller error than the"
              + " context's mean (%.4f), which is the model.",
          folds.leftOut(),
          zero.mean());
    }
    Paired gain = Paired.of(best.error(), zero.error());
    double unit = 100 / zero.mean();
    return String.format(
        Locale.ROOT,
        "Nothing here can be forecast: on %s left out no family surely beats the context's mean"
            + " (%.4f), which is the model; the best, %s, differs by %+.2f %% (95 %% interval %+.2f"
            + " to %+.2f %%).",
        folds.leftOut(),
        zero.mean(),
        best.name(),
        gain.difference() * unit,
        (gain.difference() - gain.half()) * unit,
        (gain.difference() + gain.half()) * unit);
  }
}

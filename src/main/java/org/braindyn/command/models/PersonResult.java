package org.braindyn.command.models;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Seed;
import org.braindyn.data.text.ResultTable;
import org.braindyn.training.score.ErrorSums;
import org.braindyn.training.score.PairedComparison;
import org.braindyn.training.score.Scores;

/**
 * One person's rows of a study on many: the model against what stands beside it.
 *
 * @param verdict whether the model is better than the best of the others for this person
 * @param table one row per forecaster, the model first: this person's errors in standard deviations
 *     of the context, the difference from the best baseline, and the error over all people with its
 *     95 % bootstrap interval; null if the person was not tested
 */
record PersonResult(String verdict, ResultTable table) {
  private static final String NOT_TESTED =
      "Not tested on this person, from whom the model learnt or by whom it was chosen.";

  /**
   * @param scores the models first, then the baselines
   * @param person as the data set names it
   * @param seed fixes what is drawn for the intervals
   */
  static PersonResult of(List<Scores> scores, String person, Seed seed) {
    int at = scores.isEmpty() ? -1 : scores.get(0).persons().indexOf(person);
    if (at < 0) {
      return new PersonResult(NOT_TESTED, null);
    }
    Scores best =
        scores.stream()
            .filter(Scores::baseline)
            .min(Comparator.comparingDouble(s -> s.byPerson().get(at).mse()))
            .orElse(scores.get(scores.size() - 1));
    double rival = best.byPerson().get(at).mse();
    ResultTable table =
        new ResultTable(
            List.of(
                "Forecaster",
                "MSE",
                "MAE",
                "PCC",
                "Difference",
                "MSE of all",
                "MSE of all low",
                "MSE of all high"),
            ResultTable.Numbers.SIX_DECIMALS);
    for (Scores s : scores) {
      ErrorSums own = s.byPerson().get(at);
      double[] all = PairedComparison.interval(s.mseByPerson(), seed);
      table.row(s.name(), own.mse(), own.mae(), own.pcc(), own.mse() - rival, s.all().mse(), all);
    }
    double model = scores.get(0).byPerson().get(at).mse();
    return new PersonResult(
        String.format(
            Locale.ROOT,
            "For this person %s is %s the best baseline, %s: error %.3f against %.3f (%+.1f %%).",
            scores.get(0).name(),
            model < rival ? "better than" : "no better than",
            best.name(),
            model,
            rival,
            100 * (model / rival - 1)),
        table);
  }
}

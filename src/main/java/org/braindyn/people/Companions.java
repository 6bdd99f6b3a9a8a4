package org.braindyn.people;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelIntervals;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.score.Scores;

/** Baselines that a kind asks for and that are trained alike, e.g. an LSTM without graph. */
final class Companions {
  private Companions() {}

  /** Tests a trained model. */
  @FunctionalInterface
  interface Test {
    Scores of(Contender contender);
  }

  /**
   * Trains and tests them.
   *
   * @param settings of the model that they stand beside; what was wished there counts here
   * @return their errors; of those only that the user waits for
   */
  static List<Scores> scores(
      ModelKind kind, KindSettings settings, TrainingSplit split, Test test, Progress progress) {
    List<Scores> scores = new ArrayList<>();
    try {
      for (String name : kind.companions()) {
        ModelKind companion = ModelKinds.named(name);
        KindSettings alike = settings.carriedTo(companion);
        TrainedModel bare = companion.train(split, null, alike, TrainingWatch.of(progress));
        try (TrainedModel model = ModelIntervals.calibrate(bare, split, progress)) {
          scores.add(test.of(Contender.baseline(model)));
        }
      }
    } catch (Cancelled e) {
      // The user does not wait for them: the table holds the others only.
    }
    return scores;
  }
}

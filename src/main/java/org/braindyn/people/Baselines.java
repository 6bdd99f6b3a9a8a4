package org.braindyn.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.MemoryNeed;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.ModelIntervals;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.score.Evaluation;

/** The forecasters that every model is measured beside. */
public final class Baselines {
  private static final List<String> ALWAYS = List.of("zero", "persistence", "damped persistence");
  private static final List<String> LINEAR = List.of("VAR on whole recordings", "VAR on windows");

  private Baselines() {}

  /** Forecasters fitted to these windows. */
  public static List<Forecaster> fit(WindowSet train, WindowSet validation) {
    return fit(train, validation, Progress.NONE);
  }

  /** As before, watched. */
  public static List<Forecaster> fit(WindowSet train, WindowSet validation, Progress progress) {
    DataIdentity nobody =
        new DataIdentity(
            null, Double.NaN, "context", "", List.of(), List.of(), List.of(), Map.of());
    Regions regions = Regions.numbered("Region", train.regions());
    return fit(TrainingSplit.ofPeople(train, validation, regions, () -> nobody), progress).stream()
        .map(TrainedModel::forecaster)
        .toList();
  }

  /**
   * Zero, persistence, damped persistence and the ridge autoregression that validates best: its
   * order, its penalty, and whether it is fitted to whole recordings or to windows. Of so many
   * regions that memory does not hold its sums, none.
   */
  static List<TrainedModel> fit(TrainingSplit split, Progress progress) {
    List<TrainedModel> all = new ArrayList<>();
    for (String name : ALWAYS) {
      all.add(train(name, split, progress));
    }
    TrainedModel best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < LINEAR.size(); k++) {
      double size = LINEAR.size();
      Progress part = progress.part(k / size, (k + 1) / size);
      TrainedModel model;
      try {
        model = train(LINEAR.get(k), split, part);
      } catch (MemoryNeed.NoRoom e) {
        part.report(0, "Without " + LINEAR.get(k) + ": too many regions for this memory");
        continue;
      }
      double mse = Evaluation.of(model.forecaster(), split.validation(), part).all().mse();
      if (best == null || mse < least) {
        best = model;
        least = mse;
      }
    }
    if (best != null) {
      all.add(best);
    }
    all.replaceAll(model -> ModelIntervals.calibrate(model, split, progress));
    return all;
  }

  private static TrainedModel train(String name, TrainingSplit split, Progress progress) {
    ModelKind kind = ModelKinds.named(name);
    return kind.train(split, null, kind.defaults(), TrainingWatch.of(progress));
  }
}

package org.braindyn.app.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.app.CallWords;
import org.braindyn.app.Derivative;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.io.Places;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelIntervals;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.people.PeopleFold;
import org.braindyn.people.PeoplePlan;
import org.braindyn.people.PeopleTask;
import org.braindyn.people.spread.FoldTask;
import org.braindyn.people.spread.SpreadPeople;
import org.braindyn.signal.Split;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.work.Work;

/**
 * Fits a model to many people: its sums are made where {@link Work} is done, its equations are
 * solved and its penalty chosen here. The file is that of Train Across People.
 */
final class FitCall {
  private static final String FORM = "fit DATA MODEL.npz --kind NAME [--option value ...]";
  private static final List<String> OPTIONS =
      List.of(
          "--kind",
          "--settings",
          "--context",
          "--horizon",
          "--stride",
          "--train",
          "--validation",
          "--seed",
          "--fc");

  private FitCall() {}

  static List<String> run(String[] words, Work work, Progress progress) throws IOException {
    CallWords call = PeopleWords.of(FORM, 2, OPTIONS, words);
    if (!call.has("--kind")) {
      throw new BadInput("Say what to fit, e.g. --kind \"VAR on whole recordings\".");
    }
    ModelKind kind = ModelKinds.named(call.text("--kind", ""));
    Seed seed = Seed.of(call.whole("--seed", 1));
    DataSet data =
        SpreadPeople.read(
            PeopleWords.source(call, call.places().get(0)), work, progress.part(0, 0.2));
    int train = call.whole("--train", 0);
    Split split = PeopleFold.one(data, null, train, call.whole("--validation", 2), seed);
    FoldTask.Shape shape = PeopleWords.shape(call);
    PeoplePlan plan = PeoplePlan.of(shape.context(), shape.horizon(), shape.stride(), seed);
    TrainingSplit learning =
        new PeopleTask(data, split, plan, TrainingListener.NONE, null).learning();
    KindSettings settings = plan.settings(kind).with(call.text("--settings", ""));
    Path file = Places.path(call.places().get(1));
    List<String> said = new ArrayList<>();
    TrainingWatch watch = TrainingWatch.of(progress.part(0.2, 0.9)).with(work);
    try (TrainedModel bare = kind.train(learning, null, settings, watch);
        TrainedModel model = ModelIntervals.calibrate(bare, learning, progress.part(0.9, 1))) {
      model.write(file);
      said.add(
          String.format(
              "%s: %d recordings trained it, %d chose its settings, %d are left for a test. It is"
                  + " in %s.",
              model.title(),
              split.train().size(),
              split.validation().size(),
              split.test().size(),
              file));
    }
    if (call.has("--fc")) {
      said.add(fc(call.text("--fc", ""), data, split, work, progress));
    }
    return said;
  }

  /** Mean correlations of those who trained. */
  private static String fc(String file, DataSet data, Split split, Work work, Progress progress)
      throws IOException {
    RecordingCorrelations sums = new RecordingCorrelations(data.regions().names());
    var sum = work.sum(data.recordings(split.train()), 16, sums, progress);
    String what = "Mean over " + sum.scans() + " recordings of Pearson correlations, by Fisher's z";
    Derivative.write(Places.path(file), data.regions().names(), sum.mean(), what);
    return what + ": " + file + ".";
  }
}

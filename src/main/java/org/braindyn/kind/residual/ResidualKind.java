package org.braindyn.kind.residual;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.forecast.ridge.DirectRidgeFit;
import org.braindyn.forecast.ridge.DirectRidgeSettings;
import org.braindyn.forecast.ridge.SkipForecast;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.EpochSettings;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelArrays;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.RefitPlan;
import org.braindyn.kind.Setting;
import org.braindyn.kind.StoppedTraining;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.ode.Methods;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.residual.ResidualRecipe;
import org.braindyn.training.residual.ResidualTraining;

/**
 * BrainDyn beside a linear forecast (docs/adr/0030): the best one on resting fMRI. From one
 * recording, four stretches of time stand for the people that choose the penalties and give honest
 * linear forecasts.
 */
public final class ResidualKind implements ModelKind {
  static final String NAME = "linear skip";

  private static final ResidualRecipe OWN = ResidualRecipe.defaults(null);
  private static final int STRETCHES = 4;
  private static final double LEARN = 0.8;
  private static final double FITTED = 0.3;
  // Up to what a few minutes need; eleven people of an hour each need the first ones.
  private static final double[] FEW_FRAMES = {0.16, 0.31, 0.63, 1.25, 2.5, 5, 10, 20, 40};

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return ResidualTraining.NAME;
  }

  @Override
  public String sentence() {
    return "BrainDyn for what a linear forecast leaves over: the best forecaster on fMRI";
  }

  @Override
  public List<Setting> settings() {
    return EpochSettings.together(EpochSettings.of(OWN.training()), shape());
  }

  static List<Setting> shape() {
    return List.of(
        Setting.whole("hidden", OWN.hidden(), 1, 1024, "", "size of a region's stalk (H)"),
        Setting.whole("maps", OWN.maps(), 2, 1024, "", "channels of its maps (M)"),
        Setting.word("method", "ODE solver", Methods.names().toArray(new String[0]))
            .preset(OWN.method()),
        Setting.whole("members", OWN.members(), 1, 100, "", "models that are averaged"));
  }

  @Override
  public List<String> companions() {
    return List.of("no graph");
  }

  /** A few epochs are enough beside a linear forecast; other kinds need many. */
  @Override
  public boolean sharesEpochs() {
    return false;
  }

  @Override
  public String advice() {
    return "More frames, or recordings of more people, may help.";
  }

  @Override
  public List<Path> checkpoints(Path checkpoint, KindSettings settings) {
    return ResidualTraining.checkpoints(checkpoint, settings.whole("members"));
  }

  @Override
  public TrainedModel train(
      TrainingSplit split, BrainGraph graph, KindSettings settings, TrainingWatch watch) {
    return train(split, graph, recipe(settings), settings, watch);
  }

  static ResidualRecipe recipe(KindSettings settings) {
    return OWN.withShape(
            settings.whole("hidden"), settings.whole("maps"), OWN.width(), settings.word("method"))
        .withMembers(settings.whole("members"));
  }

  /** Trains by a recipe whose training and folds are set here. */
  TrainedModel train(
      TrainingSplit split,
      BrainGraph graph,
      ResidualRecipe like,
      KindSettings settings,
      TrainingWatch watch) {
    boolean chooses = split.validation() != null;
    WindowSet train = (chooses ? split.groups(STRETCHES) : split.train());
    // One recording is trained on as the user cut it; of many people every window counts.
    train = split.byTime() ? train : train.withStride(1);
    int persons = TrainingSplit.persons(train);
    DirectRidgeSettings linear =
        like.linear()
            .withFolds(chooses && persons > 1 ? Math.min(OWN.linear().folds(), persons) : 0);
    ResidualRecipe recipe =
        like.withLinear(split.byTime() ? linear.withRidges(FEW_FRAMES) : linear)
            .withTraining(training(settings, split.byTime() || !chooses));
    try {
      try (ResidualTraining done =
          ResidualTraining.run(train, split.validation(), recipe, graph, watch)) {
        return trained(done, split, settings, true);
      }
    } catch (ResidualTraining.Stopped e) {
      try (ResidualTraining soFar = e.soFar()) {
        throw new StoppedTraining(trained(soFar, split, settings, false));
      }
    }
  }

  private static TrainingSettings training(KindSettings settings, boolean few) {
    return EpochSettings.training(OWN.training(), settings)
        .withShare(few ? 1 : OWN.training().share());
  }

  /**
   * Fits to all recordings as quickly as p-values allow (docs/adr/0041): the last fifth of every
   * recording chooses the penalties, in place of folds.
   */
  TrainedModel refit(
      List<RegionSignals> recordings,
      ModelShape shape,
      ResidualRecipe like,
      KindSettings settings,
      Progress progress) {
    TrainingSplit all = TrainingSplit.all(recordings, shape.context(), shape.horizon());
    List<RegionSignals> learn = new ArrayList<>();
    List<RegionSignals> choose = new ArrayList<>();
    for (RegionSignals one : recordings) {
      int end = (int) Math.round(LEARN * one.frames());
      learn.add(one.frames(0, end));
      choose.add(one.frames(end - shape.context(), one.frames()));
    }
    boolean chooses =
        learn.stream().allMatch(one -> one.frames() >= shape.context() + shape.horizon())
            && choose.stream().allMatch(one -> one.frames() >= shape.context() + shape.horizon());
    WindowSet train = chooses ? windows(learn, shape) : all.train();
    DirectRidgeSettings linear = like.linear().withFolds(0);
    linear = recordings.size() == 1 ? linear.withRidges(FEW_FRAMES) : linear;
    SkipForecast skip =
        new DirectRidgeFit(linear, progress.part(0, FITTED))
            .fit(train, chooses ? windows(choose, shape) : null);
    ResidualRecipe recipe =
        like.withLinear(linear).withTraining(RefitPlan.of(training(settings, true), train));
    TrainingWatch watch = TrainingWatch.of(progress.part(FITTED, 1));
    try (ResidualTraining done = ResidualTraining.run(train, recipe, skip, null, watch)) {
      return trained(done, all, settings, true);
    }
  }

  private static WindowSet windows(List<RegionSignals> recordings, ModelShape shape) {
    return WindowSet.of(recordings, shape.context(), shape.horizon(), 1);
  }

  private TrainedModel trained(
      ResidualTraining done, TrainingSplit split, KindSettings settings, boolean complete) {
    List<Provenance.Member> members = EpochSettings.members(done.results());
    Provenance from = Provenance.of(this, split, settings, members, complete);
    return ResidualModel.of(this, done, from);
  }

  /** Files of earlier versions are known by their arrays. */
  @Override
  public boolean recognises(ModelArrays file) {
    return file.kind().isEmpty() ? ResidualFile.is(file) : ModelKind.super.recognises(file);
  }

  @Override
  public TrainedModel read(ModelArrays file) {
    return ResidualFile.read(this, file);
  }
}

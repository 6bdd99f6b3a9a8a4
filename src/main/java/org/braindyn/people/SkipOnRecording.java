package org.braindyn.people;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.models.SavedModel;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.residual.SkipRecipe;
import org.braindyn.training.residual.SkipTraining;

/**
 * BrainDyn beside a linear skip, from one recording: four stretches of time stand for the people
 * that choose the ridges and give honest linear forecasts (docs/adr/0030).
 *
 * @param regions of the recording
 * @param hidden size of a stalk
 * @param maps channels of the restriction maps
 * @param method ODE method
 */
record SkipOnRecording(Regions regions, int hidden, int maps, String method)
    implements RecordingModel {
  private static final int STRETCHES = 4;
  // Up to what a few minutes need; eleven people of an hour each need the first ones.
  private static final double[] RIDGES = {0.16, 0.31, 0.63, 1.25, 2.5, 5, 10, 20, 40};

  @Override
  public TrainedPeople train(
      TimeSplit split,
      BrainGraph graph,
      TrainingSettings training,
      TrainingListener listener,
      Path checkpoint,
      Progress progress) {
    WindowSet train = stretches(split.train());
    int folds = train.recordings().size() > 1 ? train.recordings().size() : 0;
    SkipRecipe recipe = recipe(training, folds);
    SkipTraining trained =
        SkipTraining.run(train, split.validation(), recipe, graph, listener, checkpoint, progress);
    return new TrainedPeople(
        trained.ensemble(),
        trained.results(),
        recipe.training(),
        trained.members().get(0).residual().graph().edges(),
        checkpoint == null ? List.of() : SkipTraining.checkpoints(checkpoint, recipe.members()),
        (file, info) -> SavedModel.write(file, trained, recipe, info),
        trained::close);
  }

  @Override
  public ModelSettings shape(TimeSplit split) {
    return TrainOptions.settings(
        regions.size(),
        split.train().context(),
        split.train().horizon(),
        hidden,
        maps,
        "released",
        method);
  }

  private SkipRecipe recipe(TrainingSettings asked, int folds) {
    SkipRecipe base = SkipRecipe.defaults(null);
    return base.withShape(hidden, maps, base.width(), method)
        .withLinear(base.linear().withRidges(RIDGES).withFolds(folds))
        .withTraining(
            base.training()
                .withEpochs(asked.epochs())
                .withBatch(asked.batch())
                .withLearningRate(asked.learningRate())
                .withShare(1)
                .withSeed(asked.seed()));
  }

  /** No frame is forecast in two stretches; only contexts reach back into the one before. */
  WindowSet stretches(WindowSet windows) {
    Recording whole = windows.recordings().get(0);
    int context = windows.context();
    int forecast = whole.frames() - context;
    int count = Math.min(STRETCHES, forecast / windows.horizon());
    if (count < 2) {
      return windows;
    }
    List<Recording> parts = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int from = forecast * k / count;
      int to = context + forecast * (k + 1) / count;
      double[][] values = new double[whole.regions()][to - from];
      for (int r = 0; r < values.length; r++) {
        whole.read(r, from, to - from, values[r], 0);
      }
      parts.add(
          Recording.of(
              new RegionSignals(regions, values, whole.interval(), whole.source()),
              "part " + (k + 1)));
    }
    return new WindowSet(parts, context, windows.horizon(), windows.stride());
  }
}

package org.braindyn.people;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.Forecaster;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.Threshold;
import org.braindyn.io.model.ModelInfo;
import org.braindyn.model.BrainDyn;
import org.braindyn.models.SavedModel;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingResult;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.residual.SkipRecipe;
import org.braindyn.training.residual.SkipTraining;

/**
 * A model that has learnt from many people. Close it to free its memory.
 *
 * @param forecaster the model
 * @param results how it, or each of its members, was trained
 * @param settings of the training
 * @param edges edges of its graph
 * @param checkpoints files that the training can go on from; empty for none
 * @param writer writes its file
 * @param closer frees it
 */
public record TrainedPeople(
    Forecaster forecaster,
    List<TrainingResult> results,
    TrainingSettings settings,
    int edges,
    List<Path> checkpoints,
    Writer writer,
    Runnable closer)
    implements AutoCloseable {
  private static final double THRESHOLD = 0.5;

  /** Writes a model file. */
  interface Writer {
    void write(Path file, ModelInfo info);
  }

  /** Trains a model; if the user stops it, the best so far is kept. */
  public static TrainedPeople train(PeopleModel kind, PeopleTask task, Progress progress) {
    return kind == PeopleModel.LINEAR_SKIP ? skip(task, progress) : brainDyn(kind, task, progress);
  }

  private static TrainedPeople skip(PeopleTask task, Progress progress) {
    SkipRecipe recipe = recipe(task);
    WindowSet dense = task.train().withStride(1);
    SkipTraining trained =
        SkipTraining.run(
            dense, task.validation(), recipe, task.listener(), task.checkpoint(), progress);
    return new TrainedPeople(
        trained.ensemble(),
        trained.results(),
        recipe.training(),
        trained.members().get(0).residual().graph().edges(),
        task.checkpoint() == null
            ? List.of()
            : SkipTraining.checkpoints(task.checkpoint(), recipe.members()),
        (file, info) -> SavedModel.write(file, trained, recipe, info),
        trained::close);
  }

  private static SkipRecipe recipe(PeopleTask task) {
    SkipRecipe recipe = SkipRecipe.defaults(null);
    return recipe.withTraining(task.plan().training(recipe.training()));
  }

  private static TrainedPeople brainDyn(PeopleModel kind, PeopleTask task, Progress progress) {
    WindowSet train = task.train();
    TrainingSettings settings = task.plan().training(TrainingSettings.defaults());
    BrainGraph graph = Threshold.atLeast(Correlation.ofContexts(train), THRESHOLD);
    BrainDyn model =
        BrainDyn.create(
            kind.settings(train.regions(), train.context(), train.horizon()),
            graph,
            settings.seed());
    TrainingResult result;
    try {
      result =
          new Trainer(settings, task.listener(), task.checkpoint())
              .train(model, train, task.validation(), progress);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
    return new TrainedPeople(
        new BrainDynForecaster(kind.title(), model),
        List.of(result),
        settings,
        graph.edges(),
        task.checkpoint() == null ? List.of() : List.of(task.checkpoint()),
        (file, info) -> SavedModel.write(file, model, info),
        model::close);
  }

  /** True if the user stopped the training. */
  public boolean cancelled() {
    return results.stream().anyMatch(TrainingResult::cancelled);
  }

  @Override
  public void close() {
    closer.run();
  }
}

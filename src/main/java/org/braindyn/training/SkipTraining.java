package org.braindyn.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.forecast.ContextFeatures;
import org.braindyn.forecast.DirectRidge;
import org.braindyn.forecast.DirectRidgeFit;
import org.braindyn.forecast.Ensemble;
import org.braindyn.forecast.SkipBrainDyn;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.Threshold;
import org.braindyn.model.ResidualDynamics;
import org.braindyn.signal.WindowSet;

/**
 * Makes BrainDyn beside a linear skip from training windows. Close it to free the models.
 *
 * @param linear the linear part
 * @param members one model per seed
 * @param results how each was trained
 */
public record SkipTraining(
    DirectRidge linear, List<SkipBrainDyn> members, List<TrainingResult> results)
    implements AutoCloseable {
  /** Name of the whole in tables. */
  public static final String NAME = "BrainDyn + linear skip";

  private static final int GRAPH_STRIDE = 10;

  /** The mean of all members. */
  public Ensemble ensemble() {
    return new Ensemble(NAME, members);
  }

  /**
   * Fits the linear part, then trains the members, two at a time.
   *
   * @param train windows to learn from, best with stride 1
   * @param validation windows of other people that choose the epoch
   */
  public static SkipTraining run(
      WindowSet train, WindowSet validation, SkipRecipe recipe, Progress progress) {
    DirectRidge linear = new DirectRidgeFit(recipe.linear(), progress).fit(train, validation);
    return run(train, validation, recipe, linear, progress);
  }

  /** As {@link #run(WindowSet, WindowSet, SkipRecipe, Progress)} with the linear part given. */
  public static SkipTraining run(
      WindowSet train,
      WindowSet validation,
      SkipRecipe recipe,
      DirectRidge linear,
      Progress progress) {
    BrainGraph graph =
        Threshold.atLeast(
            Correlation.ofContexts(train.withStride(GRAPH_STRIDE)), recipe.threshold());
    ContextFeatures features = ContextFeatures.fit(recipe.features(), train);
    SkipBrainDyn[] models = new SkipBrainDyn[recipe.members()];
    TrainingResult[] results = new TrainingResult[recipe.members()];
    IntStream.range(0, recipe.members())
        .parallel()
        .forEach(
            m -> {
              Seed seed = recipe.training().seed().derive("member", m);
              ResidualDynamics residual =
                  ResidualDynamics.create(
                      recipe.residual(
                          train.regions(), train.context(), train.horizon(), features.count()),
                      graph,
                      seed);
              models[m] =
                  new SkipBrainDyn(
                      "member " + (m + 1), linear, features, residual, recipe.linear().mirror());
              results[m] =
                  new Trainer(recipe.training().withSeed(seed))
                      .train(new SkipTrainable(models[m]), train, validation, progress);
            });
    SkipTraining done = new SkipTraining(linear, List.of(models), List.of(results));
    if (Arrays.stream(results).anyMatch(r -> r.cancelled() && r.bestEpoch() == 0)) {
      done.close();
      throw new Cancelled("Training");
    }
    return done;
  }

  @Override
  public void close() {
    members.forEach(SkipBrainDyn::close);
  }
}

package org.braindyn.training.residual;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingResult;

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
  private static final double LINEAR_SHARE = 0.3;

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
    return run(train, validation, recipe, TrainingListener.NONE, null, progress);
  }

  /**
   * As {@link #run(WindowSet, WindowSet, SkipRecipe, Progress)}, watched and able to go on after a
   * kill.
   *
   * @param listener hears of every epoch of every member, from several threads
   * @param checkpoint file whose name, with ".1", ".2" ... for the members, holds checkpoints; null
   *     for none. The linear part is fitted anew.
   */
  public static SkipTraining run(
      WindowSet train,
      WindowSet validation,
      SkipRecipe recipe,
      TrainingListener listener,
      Path checkpoint,
      Progress progress) {
    return run(train, validation, recipe, (BrainGraph) null, listener, checkpoint, progress);
  }

  /**
   * As above on a given graph.
   *
   * @param graph the graph that messages run on, or null for the correlation of training contexts
   */
  public static SkipTraining run(
      WindowSet train,
      WindowSet validation,
      SkipRecipe recipe,
      BrainGraph graph,
      TrainingListener listener,
      Path checkpoint,
      Progress progress) {
    DirectRidge linear =
        new DirectRidgeFit(recipe.linear(), progress.part(0, LINEAR_SHARE)).fit(train, validation);
    Progress rest = progress.part(LINEAR_SHARE, 1);
    BrainGraph used = graph == null ? correlation(train, recipe) : graph;
    return run(train, validation, recipe, linear, used, listener, checkpoint, rest);
  }

  private static BrainGraph correlation(WindowSet train, SkipRecipe recipe) {
    return Threshold.atLeast(
        Correlation.ofContexts(train.withStride(GRAPH_STRIDE)), recipe.threshold());
  }

  /** Checkpoint files of the members. */
  public static List<Path> checkpoints(Path checkpoint, int members) {
    String name = checkpoint.getFileName().toString();
    return IntStream.rangeClosed(1, members)
        .mapToObj(m -> checkpoint.resolveSibling(name + "." + m))
        .toList();
  }

  /** As {@link #run(WindowSet, WindowSet, SkipRecipe, Progress)} with the linear part given. */
  public static SkipTraining run(
      WindowSet train,
      WindowSet validation,
      SkipRecipe recipe,
      DirectRidge linear,
      Progress progress) {
    BrainGraph graph = correlation(train, recipe);
    return run(train, validation, recipe, linear, graph, TrainingListener.NONE, null, progress);
  }

  private static SkipTraining run(
      WindowSet train,
      WindowSet validation,
      SkipRecipe recipe,
      DirectRidge linear,
      BrainGraph graph,
      TrainingListener listener,
      Path checkpoint,
      Progress progress) {
    List<Path> files =
        checkpoint == null
            ? Collections.nCopies(recipe.members(), null)
            : checkpoints(checkpoint, recipe.members());
    List<Progress> parts = MemberProgress.of(progress, recipe.members());
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
                  new Trainer(recipe.training().withSeed(seed), listener, files.get(m))
                      .train(new SkipTrainable(models[m]), train, validation, parts.get(m));
            });
    List<SkipBrainDyn> kept = new ArrayList<>();
    List<TrainingResult> of = new ArrayList<>();
    for (int m = 0; m < models.length; m++) {
      if (results[m].cancelled() && results[m].bestEpoch() == 0) {
        models[m].close(); // stopped before it had learnt anything
      } else {
        kept.add(models[m]);
        of.add(results[m]);
      }
    }
    if (kept.isEmpty()) {
      throw new Cancelled("Training");
    }
    return new SkipTraining(linear, kept, of);
  }

  /** True if the user stopped a member before its last epoch. */
  public boolean cancelled() {
    return results.stream().anyMatch(TrainingResult::cancelled);
  }

  @Override
  public void close() {
    members.forEach(SkipBrainDyn::close);
  }
}

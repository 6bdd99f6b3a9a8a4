package org.braindyn.training.residual;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.forecast.Ensemble;
import org.braindyn.forecast.residual.ContextFeatures;
import org.braindyn.forecast.residual.ResidualBrainDyn;
import org.braindyn.forecast.ridge.DirectRidgeFit;
import org.braindyn.forecast.ridge.SkipForecast;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Correlation;
import org.braindyn.model.ResidualDynamics;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingResult;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.TrainingStopped;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.optimiser.ValidationLoss;

/**
 * Makes BrainDyn beside a linear skip from training windows. Close it to free the models.
 *
 * @param linear the linear part
 * @param members one model per seed
 * @param results how each was trained
 */
public record ResidualTraining(
    SkipForecast linear, List<ResidualBrainDyn> members, List<TrainingResult> results)
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
   * @param validation windows of other people that choose the epoch; null to choose nothing
   * @throws Stopped if the user stopped it after an epoch or more
   */
  public static ResidualTraining run(
      WindowSet train, WindowSet validation, ResidualRecipe recipe, Progress progress) {
    return run(train, validation, recipe, null, TrainingWatch.of(progress));
  }

  /**
   * As {@link #run(WindowSet, WindowSet, ResidualRecipe, Progress)} on a given graph, watched and
   * able to go on after a kill.
   *
   * @param graph the graph that messages run on, or null for the correlation of training contexts
   * @param watch its checkpoint's name, with ".1", ".2" ... for the members, holds checkpoints. The
   *     linear part is fitted anew.
   */
  public static ResidualTraining run(
      WindowSet train,
      WindowSet validation,
      ResidualRecipe recipe,
      BrainGraph graph,
      TrainingWatch watch) {
    Progress progress = watch.progress();
    SkipForecast linear =
        new DirectRidgeFit(recipe.linear(), progress.part(0, LINEAR_SHARE))
            .telling(watch.listener()::linearDone)
            .fit(train, validation);
    Parts parts = new Parts(recipe, linear, graph == null ? correlation(train, recipe) : graph);
    return members(train, validation, parts, watch.with(progress.part(LINEAR_SHARE, 1)));
  }

  /** As {@link #run(WindowSet, WindowSet, ResidualRecipe, Progress)} with a given linear part. */
  public static ResidualTraining run(
      WindowSet train,
      WindowSet validation,
      ResidualRecipe recipe,
      SkipForecast linear,
      Progress progress) {
    Parts parts = new Parts(recipe, linear, correlation(train, recipe));
    return members(train, validation, parts, TrainingWatch.of(progress));
  }

  /**
   * As before on a given graph, watched.
   *
   * @param graph the graph that messages run on, or null for the correlation of training contexts
   */
  public static ResidualTraining run(
      WindowSet train,
      ResidualRecipe recipe,
      SkipForecast linear,
      BrainGraph graph,
      TrainingWatch watch) {
    BrainGraph used = graph == null ? correlation(train, recipe) : graph;
    return members(train, null, new Parts(recipe, linear, used), watch);
  }

  /**
   * Trains copies of members further, gently, where they stand beside another forecast.
   *
   * @param members of an earlier training; they stay as they are
   * @param stop windows that choose the epoch; where no epoch helps, the copy is the member
   * @return as many members; {@code results} of those that stayed have the best epoch 0
   */
  public static ResidualTraining tuned(
      List<ResidualBrainDyn> members,
      SkipForecast beside,
      WindowSet train,
      WindowSet stop,
      TrainingSettings how,
      Progress progress) {
    List<ResidualBrainDyn> kept = new ArrayList<>();
    List<TrainingResult> results = new ArrayList<>();
    for (ResidualBrainDyn member : members) {
      double done = (double) kept.size() / members.size();
      Progress part = progress.part(done, done + 1.0 / members.size());
      Parameters before = member.residual().parameters();
      Parameters copy = before.copy();
      ResidualDynamics residual =
          ResidualDynamics.of(member.residual().settings(), member.residual().graph(), copy);
      ResidualBrainDyn model =
          new ResidualBrainDyn(member.name(), beside, member.features(), residual, member.mirror());
      ResidualTrainable trainable = new ResidualTrainable(model);
      double loss = ValidationLoss.of(trainable, stop, part);
      Seed seed = how.seed().derive("tuned", kept.size());
      TrainingResult result = new Trainer(how.withSeed(seed)).train(trainable, train, stop, part);
      if (!(result.bestLoss() < loss)) {
        copy.assign(before);
        result = new TrainingResult(copy, 0, loss, result.log());
      }
      kept.add(model);
      results.add(result);
    }
    return new ResidualTraining(beside, kept, results);
  }

  private static BrainGraph correlation(WindowSet train, ResidualRecipe recipe) {
    return Correlation.graphOfContexts(train.withStride(GRAPH_STRIDE), recipe.threshold());
  }

  /** Checkpoint files of the members. */
  public static List<Path> checkpoints(Path checkpoint, int members) {
    String name = checkpoint.getFileName().toString();
    return IntStream.rangeClosed(1, members)
        .mapToObj(m -> checkpoint.resolveSibling(name + "." + m))
        .toList();
  }

  /** What members share. */
  private record Parts(ResidualRecipe recipe, SkipForecast linear, BrainGraph graph) {}

  private static ResidualTraining members(
      WindowSet train, WindowSet validation, Parts parts, TrainingWatch watch) {
    int count = parts.recipe().members();
    List<Path> files =
        watch.checkpoint() == null
            ? Collections.nCopies(count, null)
            : checkpoints(watch.checkpoint(), count);
    List<Progress> each = MemberProgress.of(watch.progress(), count);
    ContextFeatures features = ContextFeatures.fit(parts.recipe().features(), train);
    ResidualBrainDyn[] models = new ResidualBrainDyn[count];
    TrainingResult[] results = new TrainingResult[count];
    AtomicBoolean stopped = new AtomicBoolean();
    Parallel.each(
        count,
        m -> {
          models[m] = member(m, train, parts, features);
          Seed seed = parts.recipe().training().seed().derive("member", m);
          Trainer trainer =
              new Trainer(parts.recipe().training().withSeed(seed), watch.listener(), files.get(m));
          try {
            results[m] =
                trainer.train(new ResidualTrainable(models[m]), train, validation, each.get(m));
          } catch (TrainingStopped e) {
            stopped.set(true);
            results[m] = e.soFar();
          } catch (Cancelled e) {
            stopped.set(true); // before it had learnt anything
            models[m].close();
          }
        });
    List<ResidualBrainDyn> kept = new ArrayList<>();
    List<TrainingResult> of = new ArrayList<>();
    for (int m = 0; m < count; m++) {
      if (results[m] != null) {
        kept.add(models[m]);
        of.add(results[m]);
      }
    }
    if (kept.isEmpty()) {
      throw new Cancelled("Training");
    }
    ResidualTraining done = new ResidualTraining(parts.linear(), kept, of);
    if (stopped.get()) {
      throw new Stopped(done);
    }
    return done;
  }

  private static ResidualBrainDyn member(
      int number, WindowSet train, Parts parts, ContextFeatures features) {
    ResidualRecipe recipe = parts.recipe();
    ResidualDynamics residual =
        ResidualDynamics.create(
            recipe.residual(train.regions(), train.context(), train.horizon(), features.count()),
            parts.graph(),
            recipe.training().seed().derive("member", number));
    return new ResidualBrainDyn(
        "member " + (number + 1), parts.linear(), features, residual, recipe.linear().mirror());
  }

  /** The user stopped some members; those that had finished an epoch are kept here. */
  public static final class Stopped extends Cancelled {
    private static final long serialVersionUID = 1L;

    private final transient ResidualTraining soFar;

    private Stopped(ResidualTraining soFar) {
      super("Training");
      this.soFar = soFar;
    }

    /** The best so far; whoever asks closes it. */
    public ResidualTraining soFar() {
      return soFar;
    }
  }

  @Override
  public void close() {
    members.forEach(ResidualBrainDyn::close);
  }
}

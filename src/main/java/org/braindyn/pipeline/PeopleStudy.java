package org.braindyn.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.Seed;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.Forecaster;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.Threshold;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.Coupling;
import org.braindyn.model.ModelSettings;
import org.braindyn.signal.Homologues;
import org.braindyn.signal.Split;
import org.braindyn.signal.Splits;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.DataSet;
import org.braindyn.training.Evaluation;
import org.braindyn.training.Scores;
import org.braindyn.training.SkipModelFile;
import org.braindyn.training.SkipRecipe;
import org.braindyn.training.SkipTraining;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingSettings;

/**
 * Trains on some people, chooses on others, and measures on a third group: BrainDyn and all
 * baselines in one table.
 *
 * @param split who trained, validated and tested
 * @param scores the models first, then the baselines, on the test people
 */
public record PeopleStudy(Split split, List<Scores> scores) {
  private static final double THRESHOLD = 0.5;
  private static final double TEST_SHARE = 0.2;

  /**
   * What to train.
   *
   * @param context samples a model sees
   * @param horizon samples it forecasts
   * @param stride samples between windows of the released model and of validation and test
   * @param skip whether BrainDyn beside a linear skip is trained
   * @param released whether the released model is trained
   * @param graphFree whether the released model without messages (a graph-free LSTM) is trained
   * @param training epochs, batch and rate of the released models, and the seed of all
   */
  public record Plan(
      int context,
      int horizon,
      int stride,
      boolean skip,
      boolean released,
      boolean graphFree,
      TrainingSettings training) {
    /**
     * A plan by the name of its models.
     *
     * @param models "linear skip", "released", "both", or "all" for these and the graph-free LSTM
     */
    public static Plan of(
        String models, int context, int horizon, int stride, TrainingSettings training) {
      boolean all = models.equals("all");
      boolean both = all || models.equals("both");
      return new Plan(
          context,
          horizon,
          stride,
          both || models.equals("linear skip"),
          both || models.equals("released"),
          all,
          training);
    }
  }

  /**
   * Runs the study; cancelling throws {@link Cancelled}.
   *
   * @param models folder for the model beside a linear skip; null to keep none
   */
  public static PeopleStudy run(
      DataSet data,
      Split split,
      Plan plan,
      TrainingListener listener,
      Path models,
      Progress progress) {
    split.check(data.persons());
    WindowSet train = windows(data, split.train(), plan, plan.stride());
    WindowSet validation = windows(data, split.validation(), plan, plan.stride());
    WindowSet test = windows(data, split.test(), plan, plan.stride());
    List<Scores> scores = new ArrayList<>();
    if (plan.skip()) {
      WindowSet dense = windows(data, split.train(), plan, 1);
      scores.add(skip(data, dense, validation, test, plan.training().seed(), models, progress));
    }
    if (plan.released()) {
      scores.add(
          released(
              "BrainDyn released",
              Coupling.SHEAF,
              train,
              validation,
              test,
              plan,
              listener,
              progress));
    }
    if (plan.graphFree()) {
      scores.add(
          released(
              "LSTM without graph",
              Coupling.NONE,
              train,
              validation,
              test,
              plan,
              listener,
              progress));
    }
    Cancelled.check(progress, "Evaluate");
    for (Forecaster baseline : Baselines.fit(train, validation)) {
      scores.add(Evaluation.withRanks(baseline, test, progress));
    }
    return new PeopleStudy(split, scores);
  }

  /**
   * Divides the people.
   *
   * @param train people who train, in file order; 0 to draw a fifth for the test by the seed
   * @param validation people who validate
   */
  public static Split split(DataSet data, int train, int validation, Seed seed) {
    List<String> persons = data.persons();
    int people = (int) persons.stream().distinct().count();
    double share = Math.min(0.99, (double) validation / Math.max(1, people));
    Split split =
        train > 0
            ? Splits.inOrder(persons, train, validation)
            : Splits.random(persons, share, TEST_SHARE, seed);
    if (split.test().isEmpty() || split.validation().isEmpty()) {
      throw new BadInput(
          people + " people leave nobody to test or to validate. Train on fewer of them.");
    }
    return split;
  }

  private static WindowSet windows(DataSet data, List<Integer> who, Plan plan, int stride) {
    return new WindowSet(data.recordings(who), plan.context(), plan.horizon(), stride);
  }

  private static Scores skip(
      DataSet data,
      WindowSet train,
      WindowSet validation,
      WindowSet test,
      Seed seed,
      Path models,
      Progress progress) {
    int[] mirror = Homologues.of(data.regions());
    SkipRecipe recipe = SkipRecipe.defaults(Homologues.pairs(mirror) > 0 ? mirror : null);
    recipe = recipe.withTraining(recipe.training().withSeed(seed));
    try (SkipTraining trained = SkipTraining.run(train, validation, recipe, progress)) {
      if (models != null) {
        Path file = Files.createDirectories(models).resolve("linear_skip.npz");
        SkipModelFile.write(file, trained, recipe, data.regions(), data.interval());
      }
      return Evaluation.withRanks(trained.ensemble(), test, progress);
    } catch (IOException e) {
      throw new BadInput("The model cannot be written into " + models + ": " + Reason.of(e), e);
    }
  }

  private static Scores released(
      String name,
      Coupling coupling,
      WindowSet train,
      WindowSet validation,
      WindowSet test,
      Plan plan,
      TrainingListener listener,
      Progress progress) {
    ModelSettings settings =
        ModelSettings.builder(train.regions())
            .context(plan.context())
            .horizon(plan.horizon())
            .coupling(coupling)
            .build();
    try (BrainDyn model =
        BrainDyn.create(
            settings,
            Threshold.atLeast(Correlation.ofContexts(train), THRESHOLD),
            plan.training().seed())) {
      new Trainer(plan.training(), listener, null).train(model, train, validation, progress);
      Cancelled.check(progress, "Evaluate");
      Forecaster forecaster = new BrainDynForecaster(name, model);
      return Evaluation.withRanks(forecaster, test, progress);
    }
  }
}

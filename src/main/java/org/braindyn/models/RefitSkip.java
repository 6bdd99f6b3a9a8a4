package org.braindyn.models;

import java.util.List;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.perturbation.RefitNull;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.residual.SkipRecipe;
import org.braindyn.training.residual.SkipTraining;
import org.braindyn.training.residual.StoredSkip;

/**
 * Fits BrainDyn beside a linear skip, like a stored one, to other recordings: same shape and
 * training, all windows, a graph of its own, no choice of ridge (the middle one) and of epoch. One
 * member only: its effects scatter more than a mean of several, so that p-values err on the safe
 * side.
 *
 * @param stored the model whose like is fitted
 */
record RefitSkip(StoredSkip stored) implements RefitNull.Fit {
  @Override
  public Forecaster fit(List<RegionSignals> recordings, Seed seed, Progress progress) {
    SkipRecipe shape = stored.recipe();
    TrainingSettings own = shape.training();
    Map<String, Object> said = stored.info().recipe();
    TrainingSettings training =
        own.withEpochs((int) number(said, "epochs", own.epochs()))
            .withBatch((int) number(said, "batch", own.batch()))
            .withLearningRate(number(said, "learning_rate", own.learningRate()))
            .withWeightDecay(number(said, "weight_decay", own.weightDecay()))
            .withShare(1)
            .withSeed(seed);
    SkipRecipe recipe =
        shape.withLinear(shape.linear().withFolds(0)).withMembers(1).withTraining(training);
    WindowSet windows =
        WindowSet.of(recordings, stored.linear().context(), stored.linear().horizon(), 1);
    SkipTraining trained = SkipTraining.run(windows, null, recipe, progress);
    return new Owned(trained, trained.ensemble());
  }

  private static double number(Map<String, Object> recipe, String key, double otherwise) {
    return recipe.get(key) instanceof Number n ? n.doubleValue() : otherwise;
  }

  /** A forecaster that closes its models. */
  private record Owned(SkipTraining trained, Forecaster forecaster)
      implements Forecaster, AutoCloseable {
    @Override
    public String name() {
      return forecaster.name();
    }

    @Override
    public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
      return forecaster.forecast(context, horizon, progress);
    }

    @Override
    public void close() {
      trained.close();
    }
  }
}

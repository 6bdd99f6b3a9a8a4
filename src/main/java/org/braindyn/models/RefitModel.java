package org.braindyn.models;

import java.util.List;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Intervenable;
import org.braindyn.io.model.StoredModel;
import org.braindyn.model.BrainDyn;
import org.braindyn.perturbation.RefitNull;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingSettings;

/**
 * Fits a model like a stored one to other recordings: same settings, graph and training recipe, all
 * windows, no choice of epoch.
 *
 * @param stored the model whose like is fitted
 */
public record RefitModel(StoredModel stored) implements RefitNull.Fit {
  @Override
  public Forecaster fit(List<RegionSignals> recordings, Seed seed, Progress progress) {
    Map<String, Object> recipe = stored.info().recipe();
    TrainingSettings d = TrainingSettings.defaults();
    int best = (int) number(recipe, "best_epoch", number(recipe, "epochs", d.epochs()));
    TrainingSettings how =
        d.withEpochs(Math.max(1, best))
            .withBatch((int) number(recipe, "batch", d.batch()))
            .withLearningRate(number(recipe, "learning_rate", d.learningRate()))
            .withWeightDecay(number(recipe, "weight_decay", d.weightDecay()))
            .withSeed(seed);
    WindowSet windows =
        WindowSet.of(recordings, stored.settings().context(), stored.settings().horizon(), 1);
    BrainDyn model = BrainDyn.create(stored.settings(), stored.graph(), seed);
    new Trainer(how).train(model, windows, null, progress);
    return new Owned(model, new BrainDynForecaster(model));
  }

  private static double number(Map<String, Object> recipe, String key, double otherwise) {
    return recipe.get(key) instanceof Number n ? n.doubleValue() : otherwise;
  }

  /** A forecaster that closes its model. */
  private record Owned(BrainDyn model, BrainDynForecaster forecaster) implements Intervenable.Cut {
    @Override
    public String name() {
      return forecaster.name();
    }

    @Override
    public org.braindyn.data.SignalBatch forecast(
        org.braindyn.data.SignalBatch context, int horizon, Progress progress) {
      return forecaster.forecast(context, horizon, progress);
    }

    @Override
    public org.braindyn.data.SignalBatch forecast(
        org.braindyn.data.SignalBatch context, int horizon, double[][] drive, Progress progress) {
      return forecaster.forecast(context, horizon, drive, progress);
    }

    @Override
    public Intervenable.Cut cut(int[] regions) {
      return forecaster.cut(regions);
    }

    @Override
    public void close() {
      model.close();
    }
  }
}

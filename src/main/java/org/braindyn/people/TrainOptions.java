package org.braindyn.people;

import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.Words;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.braindyn.training.TrainingSettings;

/** Fields of the training dialog to settings; what it does not ask keeps the paper's default. */
public final class TrainOptions {
  private TrainOptions() {}

  /**
   * The model.
   *
   * @param signals the recording it learns from
   * @param variant "continuous", "released" or "linear skip"
   * @param method name of an ODE method
   */
  public static RecordingModel model(
      RegionSignals signals,
      int context,
      int horizon,
      int hidden,
      int maps,
      String variant,
      String method) {
    if (variant.equals(PeopleModel.LINEAR_SKIP.word())) {
      return new SkipOnRecording(signals.regions(), hidden, maps, method);
    }
    return new PlainOnRecording(
        settings(signals.size(), context, horizon, hidden, maps, variant, method));
  }

  /** Shape of BrainDyn alone. */
  public static ModelSettings settings(
      int regions, int context, int horizon, int hidden, int maps, String variant, String method) {
    return ModelSettings.builder(regions)
        .context(context)
        .horizon(horizon)
        .hidden(hidden)
        .maps(maps)
        .variant(Words.choice(Variant.class, "variant", variant))
        .method(method)
        .build();
  }

  /** Settings of the training. */
  public static TrainingSettings training(int epochs, int batch, double rate, long seed) {
    return TrainingSettings.defaults()
        .withEpochs(epochs)
        .withBatch(batch)
        .withLearningRate(rate)
        .withSeed(Seed.of(seed));
  }
}

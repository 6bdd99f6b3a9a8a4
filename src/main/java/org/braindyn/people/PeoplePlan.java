package org.braindyn.people;

import java.util.List;
import org.braindyn.data.Seed;
import org.braindyn.training.TrainingSettings;

/**
 * Windows and training settings of models that learn from many people.
 *
 * @param context samples a model sees
 * @param horizon samples it forecasts
 * @param stride samples from window to window; the model beside a linear skip trains on every one
 * @param epochs passes over the training windows, 0 for the model's own number
 * @param batch windows per step, 0 for the model's own number
 * @param rate learning rate, 0 for the model's own
 * @param seed fixes all that is drawn
 */
public record PeoplePlan(
    int context, int horizon, int stride, int epochs, int batch, double rate, Seed seed) {

  /** Windows of this shape, trained as every model is by default. */
  public static PeoplePlan of(int context, int horizon, int stride, Seed seed) {
    return new PeoplePlan(context, horizon, stride, 0, 0, 0, seed);
  }

  /** The same with so many epochs. */
  public PeoplePlan withEpochs(int value) {
    return new PeoplePlan(context, horizon, stride, value, batch, rate, seed);
  }

  /** The same with so many windows per step. */
  public PeoplePlan withBatch(int value) {
    return new PeoplePlan(context, horizon, stride, epochs, value, rate, seed);
  }

  /** The same with these numbers in place of a model's own; 0 keeps the own. */
  public PeoplePlan trained(int howOften, int howMany, double howFast) {
    return new PeoplePlan(context, horizon, stride, howOften, howMany, howFast, seed);
  }

  /** A model's own settings, changed where the plan says otherwise. */
  TrainingSettings training(TrainingSettings own) {
    TrainingSettings settings = own.withSeed(seed);
    settings = epochs > 0 ? settings.withEpochs(epochs) : settings;
    settings = batch > 0 ? settings.withBatch(batch) : settings;
    return rate > 0 ? settings.withLearningRate(rate) : settings;
  }

  /** Words of a dialog to the models they mean. */
  public static List<PeopleModel> models(String word) {
    return switch (word) {
      case "none" -> List.of();
      case "both" -> List.of(PeopleModel.LINEAR_SKIP, PeopleModel.RELEASED);
      case "all" -> List.of(PeopleModel.LINEAR_SKIP, PeopleModel.RELEASED, PeopleModel.NO_GRAPH);
      case "ablations" -> List.of(PeopleModel.values());
      default -> List.of(PeopleModel.of(word));
    };
  }
}

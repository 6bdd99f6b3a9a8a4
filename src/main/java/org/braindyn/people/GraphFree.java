package org.braindyn.people;

import java.util.Optional;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.Forecaster;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingResult;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.score.Evaluation;
import org.braindyn.training.score.Scores;

/** The baseline that knows no neighbours: the released model without messages, trained alike. */
final class GraphFree {
  private GraphFree() {}

  /**
   * Trains and tests it.
   *
   * @param shape sizes of the model that it stands beside
   * @return its errors; nothing if the user does not wait for it
   */
  static Optional<Scores> scores(
      ModelSettings shape, TimeSplit split, TrainingSettings training, Progress progress) {
    ModelSettings own = shape.change().variant(Variant.RELEASED).coupling(Coupling.NONE).build();
    BrainGraph none = new BrainGraph(shape.regions(), new int[0], new int[0], new double[0]);
    try (BrainDyn model = BrainDyn.create(own, none, training.seed())) {
      TrainingResult result =
          new Trainer(training).train(model, split.train(), split.validation(), progress);
      Forecaster forecaster = new BrainDynForecaster(PeopleModel.NO_GRAPH.title(), model);
      return result.cancelled()
          ? Optional.empty()
          : Optional.of(Evaluation.of(forecaster, split.test(), progress));
    } catch (Cancelled e) {
      return Optional.empty();
    }
  }
}

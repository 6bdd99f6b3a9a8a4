package org.braindyn.people;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.Threshold;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.models.SavedModel;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingResult;
import org.braindyn.training.TrainingSettings;

/**
 * BrainDyn alone.
 *
 * @param settings its shape
 */
record PlainOnRecording(ModelSettings settings) implements RecordingModel {
  private static final double THRESHOLD = 0.5;

  @Override
  public TrainedPeople train(
      TimeSplit split,
      BrainGraph graph,
      TrainingSettings training,
      TrainingListener listener,
      Path checkpoint,
      Progress progress) {
    BrainGraph used =
        graph == null ? Threshold.atLeast(Correlation.ofContexts(split.train()), THRESHOLD) : graph;
    BrainDyn model = BrainDyn.create(settings, used, training.seed());
    try {
      TrainingResult result =
          new Trainer(training, listener, checkpoint)
              .train(model, split.train(), split.validation(), progress);
      return new TrainedPeople(
          new BrainDynForecaster(model),
          List.of(result),
          training,
          used.edges(),
          checkpoint == null ? List.of() : List.of(checkpoint),
          (file, info) -> SavedModel.write(file, model, info),
          model::close);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  @Override
  public ModelSettings shape(TimeSplit split) {
    return settings;
  }
}

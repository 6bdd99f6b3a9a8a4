package org.braindyn.people;

import java.nio.file.Path;
import org.braindyn.data.Progress;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingSettings;

/** A kind of model, and how it learns from one recording. */
public interface RecordingModel {
  /**
   * Trains; if the user stops it, the best so far is kept.
   *
   * @param split windows to learn from and windows that choose the epoch
   * @param graph the graph that messages run on, or null for the correlation of training contexts
   * @param training as the user wants it
   * @param checkpoint written after every epoch and gone on from; null for none
   */
  TrainedPeople train(
      TimeSplit split,
      BrainGraph graph,
      TrainingSettings training,
      TrainingListener listener,
      Path checkpoint,
      Progress progress);

  /** Sizes of BrainDyn alone with the same stalks and maps, for a baseline to stand beside. */
  ModelSettings shape(TimeSplit split);
}

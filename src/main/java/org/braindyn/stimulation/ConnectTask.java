package org.braindyn.stimulation;

import java.io.Serializable;
import java.util.ArrayList;
import org.braindyn.data.Progress;
import org.braindyn.kind.TrainedModel;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.training.dataset.ListedFile;
import org.braindyn.work.Work;

/**
 * The effective connectivity of one person in a trained model.
 *
 * @param model place of the model's file
 * @param summary what is kept of the frames, a word
 * @param how impulse, frames and windows
 */
public record ConnectTask(String model, String summary, ConnectSignals.Settings how)
    implements Work.Task<ArrayList<ListedFile>, ConnectTask.Found> {
  /**
   * What was found.
   *
   * @param names of the regions
   * @param effect [source][target]
   */
  public record Found(ArrayList<String> names, double[][] effect) implements Serializable {}

  @Override
  public Found of(ArrayList<ListedFile> files, Progress progress) {
    try (TrainedModel stored = RefittedModels.open(model)) {
      ModelRecordings recordings =
          ModelRecordings.of(
              stored, files.stream().map(ListedFile::entry).toList(), progress.part(0, 0.2));
      double[][] effect =
          ConnectionStatistics.Summary.of(summary)
              .of(ConnectSignals.effective(stored, recordings, how, progress).get(0));
      return new Found(new ArrayList<>(recordings.regions().names()), effect);
    }
  }
}

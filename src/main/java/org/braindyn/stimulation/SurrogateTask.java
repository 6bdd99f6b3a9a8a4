package org.braindyn.stimulation;

import org.braindyn.data.Progress;
import org.braindyn.io.Places;
import org.braindyn.kind.TrainedModel;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.perturbation.significance.NullEffects;
import org.braindyn.perturbation.significance.RefitNull;
import org.braindyn.work.Work;

/**
 * One surrogate of the null distribution of an effective connectivity: reads the model and the
 * recordings, destroys the couplings, fits and analyses anew. Surrogates are told apart by their
 * number, so that another one may be done on another machine.
 *
 * @param model place of the model's file
 * @param people place of a manifest or folder of recordings
 * @param pattern which files of a folder
 * @param summary what is kept of the frames, a word
 * @param how impulse, frames and windows
 */
public record SurrogateTask(
    String model, String people, String pattern, String summary, ConnectSignals.Settings how)
    implements Work.Task<Integer, double[]> {
  /**
   * Effects, intervals, p and q of every link; {@code work} refits the surrogates.
   *
   * @param surrogates how many
   */
  public ConnectionStatistics run(int surrogates, Work work, Progress progress) {
    RefittedModels.check(surrogates);
    try (TrainedModel stored = RefittedModels.open(model)) {
      ModelRecordings recordings =
          ModelRecordings.read(stored, Places.path(people), pattern, progress.part(0, 0.1));
      NullEffects refits =
          RefitNull.effects(work.map(RefitNull.numbers(surrogates), this, progress.part(0.1, 0.9)));
      return ConnectionStatistics.of(
          ConnectSignals.effective(stored, recordings, how, progress.part(0.9, 1)),
          ConnectionStatistics.Summary.of(summary),
          refits);
    }
  }

  @Override
  public double[] of(Integer surrogate, Progress progress) {
    try (TrainedModel stored = RefittedModels.open(model)) {
      ModelRecordings recordings =
          ModelRecordings.read(stored, Places.path(people), pattern, progress.part(0, 0.1));
      ConnectionStatistics.Summary kept = ConnectionStatistics.Summary.of(summary);
      return RefittedModels.none(stored, surrogate + 1)
          .one(
              surrogate,
              recordings.signals(),
              stored.refit(),
              ConnectSignals.analysis(stored, recordings, kept, how, progress.quiet()),
              progress.part(0.1, 1));
    }
  }
}

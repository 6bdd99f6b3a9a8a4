package org.braindyn.training;

import java.nio.file.Path;
import org.braindyn.data.Progress;
import org.braindyn.work.LocalWork;
import org.braindyn.work.Work;

/**
 * Who watches a training, where it can go on after a kill, and who does the work.
 *
 * @param listener hears of every epoch, perhaps from several threads
 * @param checkpoint written after every epoch and gone on from if it is there; null for none
 * @param progress told how far it is; cancelling it ends the training with an exception
 * @param work sums over recordings; the same numbers whoever does it
 */
public record TrainingWatch(
    TrainingListener listener, Path checkpoint, Progress progress, Work work) {
  /** Work by threads of this program. */
  public TrainingWatch(TrainingListener listener, Path checkpoint, Progress progress) {
    this(listener, checkpoint, progress, LocalWork.few("Training"));
  }

  /** Progress only. */
  public static TrainingWatch of(Progress progress) {
    return new TrainingWatch(TrainingListener.NONE, null, progress);
  }

  /** The same for a part of the work. */
  public TrainingWatch with(Progress part) {
    return new TrainingWatch(listener, checkpoint, part, work);
  }

  /** The same with sums made by another. */
  public TrainingWatch with(Work other) {
    return new TrainingWatch(listener, checkpoint, progress, other);
  }
}

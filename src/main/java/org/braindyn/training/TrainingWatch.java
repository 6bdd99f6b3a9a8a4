package org.braindyn.training;

import java.nio.file.Path;
import org.braindyn.data.Progress;

/**
 * Who watches a training, and where it can go on after a kill.
 *
 * @param listener hears of every epoch, perhaps from several threads
 * @param checkpoint written after every epoch and gone on from if it is there; null for none
 * @param progress told how far it is; cancelling it ends the training with an exception
 */
public record TrainingWatch(TrainingListener listener, Path checkpoint, Progress progress) {
  /** Progress only. */
  public static TrainingWatch of(Progress progress) {
    return new TrainingWatch(TrainingListener.NONE, null, progress);
  }

  /** The same for a part of the work. */
  public TrainingWatch with(Progress part) {
    return new TrainingWatch(listener, checkpoint, part);
  }
}

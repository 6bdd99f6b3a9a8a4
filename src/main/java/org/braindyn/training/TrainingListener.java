package org.braindyn.training;

/** Hears about every finished epoch, e.g. to draw the loss. */
@FunctionalInterface
public interface TrainingListener {
  /** Hears nothing. */
  TrainingListener NONE = epoch -> {};

  /** Called after every epoch, on the training thread. */
  void epochDone(TrainingLog.Epoch epoch);
}

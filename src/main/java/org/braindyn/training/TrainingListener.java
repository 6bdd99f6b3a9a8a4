package org.braindyn.training;

/** Hears about every finished epoch, e.g. to draw the loss. */
@FunctionalInterface
public interface TrainingListener {
  /** Hears nothing. */
  TrainingListener NONE = epoch -> {};

  /** Called before a training starts, where several follow one another. */
  default void begin(String name) {}

  /**
   * Called after every step, on the training thread.
   *
   * @param epochs passes done, e.g. 1.25
   * @param loss of the step's batch
   */
  default void stepDone(double epochs, double loss) {}

  /** Called after every epoch, on the training thread. */
  void epochDone(TrainingLog.Epoch epoch);
}

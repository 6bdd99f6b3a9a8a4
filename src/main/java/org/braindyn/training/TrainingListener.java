package org.braindyn.training;

/** Hears about every finished epoch, e.g. to draw the loss. */
@FunctionalInterface
public interface TrainingListener {
  /** Hears nothing. */
  TrainingListener NONE = epoch -> {};

  /** Called before a training starts, where several follow one another. */
  default void begin(String name) {}

  /**
   * Called while a linear part is fitted, before the first step: what it leaves over on stretches
   * or people that it has not seen. First that of one group with a middle penalty, as soon as it is
   * known; last that of all groups with the penalties chosen.
   *
   * @param loss mean squared error of the linear forecast alone
   */
  default void linearDone(double loss) {}

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

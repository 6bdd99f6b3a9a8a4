package org.braindyn.training;

import org.braindyn.data.Cancelled;

/**
 * The user stopped a training after an epoch or more. It is thrown, so that nobody takes what there
 * is for a complete training; who wants the best so far catches it and asks for it.
 */
public final class TrainingStopped extends Cancelled {
  private static final long serialVersionUID = 1L;

  private final transient TrainingResult soFar;

  TrainingStopped(TrainingResult soFar) {
    super("Training");
    this.soFar = soFar;
  }

  /** The training until it was stopped; the best epoch is 1 or more. */
  public TrainingResult soFar() {
    return soFar;
  }
}

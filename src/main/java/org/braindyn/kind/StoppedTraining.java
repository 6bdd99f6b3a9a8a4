package org.braindyn.kind;

import org.braindyn.data.Cancelled;

/**
 * The user stopped a training when there was a model that was trained in part. It is thrown, so
 * that nobody takes that model for a complete one; who wants it catches this and asks for it.
 */
public final class StoppedTraining extends Cancelled {
  private static final long serialVersionUID = 1L;

  private final transient TrainedModel best;

  /**
   * @param best the best until then; its provenance says that it was stopped
   */
  public StoppedTraining(TrainedModel best) {
    super("Training");
    this.best = best;
  }

  /** The best until then. It owns no memory before it is asked to forecast; close it after. */
  public TrainedModel best() {
    return best;
  }
}

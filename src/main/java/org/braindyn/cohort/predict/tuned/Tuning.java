package org.braindyn.cohort.predict.tuned;

import org.braindyn.data.BadInput;

/**
 * How a model is fine-tuned.
 *
 * @param all true for every block of the encoder, false for the last one
 * @param epochs most passes over the people who train, 0 for the head alone
 * @param rate learning rate of the encoder
 * @param patience passes without a better answer for the people who stop it
 */
public record Tuning(boolean all, int epochs, double rate, int patience) {
  /** Checks the ranges. */
  public Tuning {
    if (epochs < 0 || patience < 1) {
      throw new BadInput("epochs=" + epochs + ": give 0 for the head alone, or more.");
    }
    if (!(rate > 0)) {
      throw new BadInput("rate=" + rate + ": a learning rate is above 0, e.g. 0.003.");
    }
  }

  /** Every block, twenty epochs at most at 0.003, six of them in vain. */
  public static Tuning usual() {
    return new Tuning(true, 20, 3e-3, 6);
  }
}

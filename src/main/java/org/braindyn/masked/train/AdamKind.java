package org.braindyn.masked.train;

import org.braindyn.kernel.attention.StepOps;

/** Which AdamW: they differ in where epsilon and the decay come in. */
public enum AdamKind {
  /** PyTorch's: decay before the step, epsilon beside the corrected root (Loshchilov 2019). */
  TORCH,
  /** That of the released training: epsilon beside the uncorrected root, decay after the step. */
  RELEASED;

  static final double BETA_ONE = 0.9;
  static final double BETA_TWO = 0.999;
  private static final double EPSILON = 1e-8;

  /**
   * Numbers of a step.
   *
   * @param number 1 for the first step
   * @param rate learning rate
   * @param decay weight decay of these parameters
   * @param clip factor of the gradient
   */
  StepOps.Step step(long number, double rate, double decay, double clip) {
    double first = 1 - Math.pow(BETA_ONE, number);
    double second = Math.sqrt(1 - Math.pow(BETA_TWO, number));
    double keep = 1 - rate * decay;
    return this == TORCH
        ? new StepOps.Step(clip, BETA_ONE, BETA_TWO, rate / first, 1 / second, EPSILON, keep, 1)
        : new StepOps.Step(clip, BETA_ONE, BETA_TWO, rate * second / first, 1, EPSILON, 1, keep);
  }
}

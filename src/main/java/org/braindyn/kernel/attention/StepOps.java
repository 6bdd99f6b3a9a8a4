package org.braindyn.kernel.attention;

import org.braindyn.kernel.Vec;

/** Loops of an optimiser over a run of parameters. */
public interface StepOps {
  /** Sum of squares of the values {@code from .. to - 1}, in double. */
  double squares(Vec x, int from, int to);

  /**
   * One step of Adam on the values {@code from .. to - 1}; all arrays at the same positions.
   *
   * @param values parameters
   * @param gradient their gradient
   * @param mean running mean of the gradient
   * @param square running mean of its square
   * @param from first value
   * @param to behind the last value
   * @param step numbers of this step
   */
  void adam(Vec values, Vec gradient, Vec mean, Vec square, int from, int to, Step step);

  /**
   * Numbers of one step: {@code p = (before p - size m / (sqrt(v) root + epsilon)) after}.
   *
   * @param clip factor of the gradient
   * @param betaOne share of the old mean that is kept
   * @param betaTwo share of the old square that is kept
   * @param size step size
   * @param root factor of the root of the square
   * @param epsilon added to it
   * @param before factor of the parameter before the step
   * @param after factor of the parameter after the step
   */
  record Step(
      double clip,
      double betaOne,
      double betaTwo,
      double size,
      double root,
      double epsilon,
      double before,
      double after) {}
}

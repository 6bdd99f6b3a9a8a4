package org.braindyn.longrun;

/** One step of a system together with small deviations from its state. */
@FunctionalInterface
public interface TangentMap {
  /**
   * Takes a step.
   *
   * @param state moved to the next state
   * @param tangents [vector][dimension], each multiplied by the step's Jacobian at the old state
   */
  void step(double[] state, double[][] tangents);
}

package org.braindyn.model.field;

import org.braindyn.data.SignalBatch;
import org.braindyn.kernel.Vec;
import org.braindyn.ode.Solver;

/**
 * The truth of a chunk that a solution is drawn to while it is trained (generalised teacher
 * forcing).
 *
 * @param truth [window, region, step, signal]
 * @param from first window of the block
 * @param windows windows of the block
 * @param done steps before the chunk
 * @param strength 0 (free) to 1 (every step starts from the truth)
 */
public record Teacher(SignalBatch truth, int from, int windows, int done, double strength) {
  /**
   * Tells a solver.
   *
   * @param start first row of a block of rows
   * @param size rows of the block
   * @param stride values of an output
   * @param steps outputs
   * @param values room for {@code steps * stride} values
   */
  void tell(Solver solver, int start, int size, int stride, int steps, Vec values) {
    int signals = truth.signals();
    for (int p = 0; p < steps; p++) {
      for (int r = 0; r < size; r++) {
        int row = start + r;
        int at = truth.index(from + row % windows, row / windows, done + p);
        for (int f = 0; f < signals; f++) {
          values.set(p * stride + f * size + r, truth.values()[at + f]);
        }
      }
    }
    solver.teach(strength, values, signals * size);
  }
}

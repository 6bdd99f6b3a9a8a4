package org.braindyn.model.field;

import org.braindyn.data.SignalBatch;
import org.braindyn.kernel.Vec;

/** Weights on forecast values as the start of a reverse pass. */
public record PullSeeds(SignalBatch weights, int from, int windows) {
  /**
   * The seeds of a chunk.
   *
   * @param done steps before the chunk
   * @param rows rows of the block of windows
   * @param position the chunk's first step on the timeline
   * @param later gradient from later chunks on the timeline, or null
   */
  public Field.OutputGradient of(int done, int steps, int rows, int position, Vec later) {
    int signals = weights.signals();
    return (start, size, out, stride, gradOut) -> {
      for (int p = 0; p < steps; p++) {
        for (int r = 0; r < size; r++) {
          int row = start + r;
          int at = weights.index(from + row % windows, row / windows, done + p);
          for (int f = 0; f < signals; f++) {
            double seed = weights.values()[at + f];
            if (later != null) {
              seed += later.get(((position + p) * signals + f) * rows + row);
            }
            gradOut.set(p * stride + f * size + r, seed);
          }
        }
      }
    };
  }
}

package org.braindyn.model.impulse;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;

/**
 * Rows of one region in one chunk, one per lane that an impulse has reached: how far start value
 * and message have moved. Sorted by the size of the message's change, so that neighbours are alike.
 */
final class ImpulseRows {
  private final Kernel kernel;
  private final int hidden;
  final Vec change;
  final int[] order;
  final int[] lane;
  final double[] start;
  final double[] length;
  private final long[] keys;
  int size;

  /**
   * @param most most lanes
   */
  ImpulseRows(Kernel kernel, int hidden, int most) {
    this.kernel = kernel;
    this.hidden = hidden;
    change = kernel.vec(hidden * most);
    order = new int[most];
    lane = new int[most];
    start = new double[most];
    length = new double[most];
    keys = new long[most];
  }

  /**
   * Takes the rows; their {@link #change} is set, [hidden][lane in the given order].
   *
   * @param sample newest sample of the context
   */
  void take(int[] lanes, ImpulseEffects effects, int sample, int region) {
    size = lanes.length;
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < hidden; j++) {
        double d = change.get(j * size + i);
        sum += d * d;
      }
      // Bits of floats above 0 have the order of their values; the largest come first.
      keys[i] = (long) ~Float.floatToIntBits((float) Math.sqrt(sum)) << 32 | i;
      length[i] = Math.sqrt(sum);
    }
    java.util.Arrays.sort(keys, 0, size);
    for (int i = 0; i < size; i++) {
      order[i] = (int) keys[i];
      lane[i] = lanes[order[i]];
      start[i] = effects.get(sample, region, lane[i]);
    }
  }

  /** Length of a row's change, by place in the order. */
  double length(int row) {
    return length[order[row]];
  }

  /** Copies the changes of some rows, [hidden][n]. */
  void gather(int first, int n, Vec to) {
    for (int j = 0; j < hidden; j++) {
      kernel.lanes().gather(change, j * size, order, first, n, to, j * n);
    }
  }
}

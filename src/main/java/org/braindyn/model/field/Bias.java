package org.braindyn.model.field;

import org.braindyn.kernel.Block;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;

/**
 * Biases of a layer whose values lie [row][unit]: repeated for every row, summed on the way back.
 */
final class Bias {
  private final Kernel kernel;
  private final int units;
  private final int block;
  private final Vec repeated;
  private final Panel ones;
  private final Panel gradient;

  Bias(Kernel kernel, int units, int block) {
    this.kernel = kernel;
    this.units = units;
    this.block = block;
    repeated = kernel.vec(units * block);
    ones = kernel.panel(block);
    gradient = kernel.panel(units);
    Vec one = kernel.vec(block);
    one.fill(0, block, 1);
    ones.put(0, one, 0, block);
  }

  void load(double[] bias) {
    for (int r = 0; r < block; r++) {
      repeated.read(r * units, bias, 0, units);
    }
  }

  Vec values() {
    return repeated;
  }

  void gather(Panel gradZ, int size) {
    kernel.multiply(
        units,
        1,
        size,
        Block.of(gradZ, 0, units),
        Block.of(ones, 0, block),
        1,
        Block.of(gradient, 0, units));
  }

  /** Adds what was gathered at a place, and forgets it. */
  void flush(double[] sum, int at) {
    Vec values = kernel.vec(units);
    gradient.get(0, values, 0, units);
    gradient.clear(units);
    values.addTo(0, sum, at, units);
  }
}

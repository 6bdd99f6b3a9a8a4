package org.braindyn.model.parameter;

import java.util.Arrays;

/**
 * A gradient in the layout of the parameters, in one flat array on the heap: sums of blocks,
 * clipping and the ways back index it.
 */
public final class Gradient extends Layout {
  private final double[] values;

  /** All zero. */
  Gradient(Layout layout) {
    super(layout);
    values = new double[layout.size()];
  }

  /** The same layout, all zero. */
  public Gradient zeros() {
    return new Gradient(this);
  }

  /** All values; writing changes the gradient. */
  public double[] values() {
    return values;
  }

  @Override
  public double[] get(String name) {
    Entry entry = entry(name);
    return Arrays.copyOfRange(values, entry.offset(), entry.offset() + entry.size());
  }

  /** Sets all values to zero. */
  public void clear() {
    Arrays.fill(values, 0);
  }

  /** Square root of the sum of squares of all values. */
  public double norm() {
    double sum = 0;
    for (double v : values) {
      sum += v * v;
    }
    return Math.sqrt(sum);
  }
}

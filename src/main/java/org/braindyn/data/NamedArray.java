package org.braindyn.data;

import java.util.Arrays;

/**
 * Numbers of a model under their name.
 *
 * @param name their name in the model's file
 * @param shape lengths of the dimensions; empty for a single number
 * @param values the numbers, last index fastest
 */
public record NamedArray(String name, int[] shape, double[] values) {
  /** Checks the number of values. */
  public NamedArray {
    long size = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    if (size != values.length) {
      throw new BadInput(
          String.format(
              "Array \"%s\" of shape %s has %d values, not %d.",
              name, Arrays.toString(shape), values.length, size));
    }
  }

  @Override
  public String toString() {
    return name + " " + Arrays.toString(shape);
  }
}

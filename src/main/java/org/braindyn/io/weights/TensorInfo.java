package org.braindyn.io.weights;

import java.util.Arrays;

/**
 * What an array is.
 *
 * @param type how its numbers are stored
 * @param shape its shape; empty for a single number
 */
public record TensorInfo(NumberType type, int[] shape) {
  /** Number of values. */
  public int size() {
    int size = 1;
    for (int s : shape) {
      size = Math.multiplyExact(size, s);
    }
    return size;
  }

  /** Type and shape, for messages. */
  public String describe() {
    return type + " " + Arrays.toString(shape);
  }
}

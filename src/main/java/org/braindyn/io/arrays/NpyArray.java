package org.braindyn.io.arrays;

import java.util.Arrays;
import org.braindyn.data.BadInput;

/**
 * An array of a NumPy file: numbers (as doubles, row-major) or one string.
 *
 * @param shape its shape; empty for a scalar
 * @param numbers its values, last index fastest; null for text
 * @param text its text, for scalar strings; null for numbers
 * @param type NumPy's type, e.g. "f8", "f4", "i8", "U12"
 */
public record NpyArray(int[] shape, double[] numbers, String text, String type) {
  /** An array of doubles. */
  public static NpyArray of(double[] values, int... shape) {
    return new NpyArray(shape, values, null, "f8");
  }

  /** An array that is written in float. */
  public static NpyArray ofFloats(double[] values, int... shape) {
    return new NpyArray(shape, values, null, "f4");
  }

  /** An array that is written as 64-bit integers. */
  public static NpyArray ofIntegers(double[] values, int... shape) {
    return new NpyArray(shape, values, null, "i8");
  }

  /** A scalar string. */
  public static NpyArray of(String text) {
    return new NpyArray(new int[0], null, text, "U" + text.codePointCount(0, text.length()));
  }

  /** Number of values. */
  public int size() {
    int size = 1;
    for (int s : shape) {
      size = Math.multiplyExact(size, s);
    }
    return size;
  }

  /** The only number of a scalar (or of an array of one value). */
  public double scalar() {
    if (numbers == null || numbers.length != 1) {
      throw new BadInput("A single number was expected, but the array is " + describe() + ".");
    }
    return numbers[0];
  }

  /** Values as integers; fractions are refused. */
  public int[] integers() {
    int[] values = new int[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (int) numbers[i];
      if (values[i] != numbers[i]) {
        throw new BadInput("An integer was expected, found " + numbers[i] + ".");
      }
    }
    return values;
  }

  /** Shape and type, for messages. */
  public String describe() {
    return Arrays.toString(shape) + " of " + type;
  }
}

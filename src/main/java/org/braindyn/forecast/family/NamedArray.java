package org.braindyn.forecast.family;

import org.braindyn.data.BadInput;

/**
 * Numbers of a model that are kept in a file.
 *
 * @param shape lengths of the dimensions, slowest first
 * @param values the numbers, last dimension fastest
 */
public record NamedArray(int[] shape, double[] values) {
  /** Checks that shape and values agree. */
  public NamedArray {
    long count = 1;
    for (int length : shape) {
      count *= length;
    }
    if (count != values.length) {
      throw new BadInput(
          "An array of a model has "
              + values.length
              + " numbers, but its shape asks for "
              + count
              + ". Train the model again.");
    }
  }

  /** An array of one dimension. */
  static NamedArray of(double... values) {
    return new NamedArray(new int[] {values.length}, values.clone());
  }

  /** A matrix, [row][column]. */
  static NamedArray of(double[][] rows) {
    double[] values = new double[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * rows[0].length, rows[0].length);
    }
    return new NamedArray(new int[] {rows.length, rows[0].length}, values);
  }

  /** The rows of a matrix. */
  double[][] rows() {
    int columns = shape[shape.length - 1];
    double[][] rows = new double[columns == 0 ? 0 : values.length / columns][columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, i * columns, rows[i], 0, columns);
    }
    return rows;
  }
}

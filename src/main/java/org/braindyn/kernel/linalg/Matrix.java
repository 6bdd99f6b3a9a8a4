package org.braindyn.kernel.linalg;

import java.io.Serializable;
import org.braindyn.data.BadInput;

/**
 * A dense matrix in double, stored by rows without gaps.
 *
 * <pre>{@code
 * Matrix gram = new Matrix(regions, regions);
 * Products.addGram(samples, 1, gram);            // lower triangle of samples' samples
 * gram.addToDiagonal(ridge);
 * Matrix weights = Cholesky.of(gram).solve(cross); // throws NotPositiveDefinite, a sentence
 * }</pre>
 */
public final class Matrix implements Serializable {
  private final int rows;
  private final int columns;
  private final double[] values;

  /** Zeros. */
  public Matrix(int rows, int columns) {
    this(rows, columns, new double[size(rows, columns)]);
  }

  /**
   * A matrix on an array.
   *
   * @param values value (i, j) at {@code i * columns + j}; not copied
   */
  public Matrix(int rows, int columns, double[] values) {
    if (values.length != size(rows, columns)) {
      throw new IllegalArgumentException(
          rows + " x " + columns + " values do not fit an array of " + values.length);
    }
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  private static int size(int rows, int columns) {
    long size = (long) rows * columns;
    if (size > Integer.MAX_VALUE - 8) {
      throw new BadInput(
          "A matrix of "
              + rows
              + " x "
              + columns
              + " values is larger than an array can be (2^31). Use fewer regions or lags.");
    }
    return (int) size;
  }

  /** A copy of rows of equal length. */
  public static Matrix of(double[][] rows) {
    Matrix result = new Matrix(rows.length, rows.length == 0 ? 0 : rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, result.values, i * result.columns, result.columns);
    }
    return result;
  }

  /** Ones on the diagonal. */
  public static Matrix identity(int size) {
    Matrix result = new Matrix(size, size);
    result.addToDiagonal(1);
    return result;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** The values by rows; not a copy. */
  public double[] values() {
    return values;
  }

  /** Value in a row and a column, from 0. */
  public double get(int row, int column) {
    return values[row * columns + column];
  }

  /** Replaces one value. */
  public void set(int row, int column, double value) {
    values[row * columns + column] = value;
  }

  /** Adds to one value. */
  public void add(int row, int column, double value) {
    values[row * columns + column] += value;
  }

  /** Adds the same to every value on the diagonal. */
  public void addToDiagonal(double value) {
    for (int i = 0; i < Math.min(rows, columns); i++) {
      values[i * columns + i] += value;
    }
  }

  /** Copies the lower triangle of a square matrix onto the upper. */
  public Matrix mirrorLower() {
    final int tile = 64; // rows and columns that stay in the cache together
    for (int i0 = 0; i0 < rows; i0 += tile) {
      for (int j0 = 0; j0 <= i0; j0 += tile) {
        for (int i = i0; i < Math.min(rows, i0 + tile); i++) {
          for (int j = j0; j < Math.min(i, j0 + tile); j++) {
            values[j * columns + i] = values[i * columns + j];
          }
        }
      }
    }
    return this;
  }

  /** A copy with rows and columns exchanged. */
  public Matrix transposed() {
    Matrix result = new Matrix(columns, rows);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        result.values[j * rows + i] = values[i * columns + j];
      }
    }
    return result;
  }

  /** A copy. */
  public Matrix copy() {
    return new Matrix(rows, columns, values.clone());
  }

  /** A copy as one array per row. */
  public double[][] toRows() {
    double[][] result = new double[rows][];
    for (int i = 0; i < rows; i++) {
      result[i] = java.util.Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
    }
    return result;
  }
}

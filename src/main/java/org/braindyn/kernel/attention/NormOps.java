package org.braindyn.kernel.attention;

import org.braindyn.kernel.Vec;

/** Sums along the rows and columns of one tile {@code [row, column]}, stored by columns. */
public interface NormOps {
  /** Adds a number to each column: {@code x[c rows + i] += bias[from + c]}. */
  void addBias(Vec x, int at, int rows, int columns, Vec bias, int from);

  /** {@code sums[to + c] += sum over rows of x[c rows + i]}. */
  void columnSums(Vec x, int at, int rows, int columns, Vec sums, int to);

  /** {@code dots[to + i] = sum over columns of a b}, both tiles at position 0. */
  void rowDots(Vec a, Vec b, int rows, int columns, Vec dots, int to);

  /**
   * Layer normalisation of each row (Ba et al. 2016, arXiv 1607.06450, equation 4, with the biased
   * variance).
   *
   * @param x rows, each normalised over its columns
   * @param gain gains and offsets
   * @param y gets the result at the place of x
   * @param stats gets mean and inverse standard deviation of row i at {@code s + 2 i}
   * @param s position there
   */
  void normalise(Tile x, Gain gain, Vec y, Vec stats, int s);

  /**
   * Gradients of {@link #normalise}.
   *
   * @param x what was normalised
   * @param gain gains and offsets
   * @param stats what the forward pass kept, from {@code s} on
   * @param s position there
   * @param grad gradient of the result at the place of x; becomes that of x
   * @param gains gets the gradients of gains and offsets added, placed as in {@code gain}
   */
  void normaliseGradient(Tile x, Gain gain, Vec stats, int s, Vec grad, Vec gains);

  /**
   * Numbers [row, column] stored by columns without gaps.
   *
   * @param values array that holds them
   * @param at position of the first
   * @param rows number of rows
   * @param columns number of columns
   */
  record Tile(Vec values, int at, int rows, int columns) {}

  /**
   * Where gains and offsets are.
   *
   * @param values array of parameters
   * @param g position of the gains
   * @param b position of the offsets
   * @param epsilon added to the variance
   */
  record Gain(Vec values, int g, int b, double epsilon) {}
}

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
   * @param rows rows of the tile
   * @param columns columns, over which a row is normalised
   * @param x values at {@code at}
   * @param gain array that holds the gains at {@code g} and the offsets at {@code b}
   * @param y gets the result at {@code at} too
   * @param stats gets mean and inverse standard deviation of row i at {@code s + 2 i}
   */
  void normalise(int rows, int columns, Vec x, int at, Gain gain, Vec y, Vec stats, int s);

  /**
   * Gradients of {@link #normalise}.
   *
   * @param grad gradient of the result at {@code at}; becomes that of x
   * @param gains gets the gradients of gains and offsets added, placed as in {@code gain}
   */
  void normaliseGradient(
      int rows, int columns, Vec x, int at, Gain gain, Vec stats, int s, Vec grad, Vec gains);

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

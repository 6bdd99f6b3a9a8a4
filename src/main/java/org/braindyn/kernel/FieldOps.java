package org.braindyn.kernel;

/**
 * Elementwise part of perceptron layers, in place and at equal positions so that vectors are used.
 *
 * <p>Some work on values [row][unit] by runs of whole rows: what is the same for every row is given
 * repeated over a run ({@link #run}), so that it stays in the first cache.
 */
public interface FieldOps {
  /** {@code y = tanh(y)} for n values at {@code at}. */
  void tanh(Vec y, int at, int n);

  /** {@code gradY *= 1 - y^2} for the first n values of both. */
  void tanhBack(Vec gradY, Vec y, int n);

  /**
   * Length of a run of rows.
   *
   * @param width units of a row
   * @return a multiple of width
   */
  int run(int width);

  /** {@code y[at + i] = tanh(z[i])} for n values, from one panel to another in one pass. */
  void activate(Panel z, int n, Panel y, int at);

  /**
   * A layer of one input, and tanh: {@code y[row][unit] = tanh(x[row] slope[unit] +
   * add[row][unit])}.
   *
   * @param x one value per row, from {@code from} on
   * @param add a value for each of the n results
   */
  void activateLine(Vec x, int from, Line line, Vec add, int n, Panel y, int at);

  /**
   * The reverse of {@link #activate}: {@code grad[i] *= 1 - y[at + i]^2} for n values, in the
   * panel.
   *
   * @param sum what the results are added to, each at its place
   */
  void activateBack(Panel grad, int n, Panel y, int at, Vec sum);

  /**
   * The same, with sums over rows.
   *
   * @param sums what the results are added to, run upon run; its length is that of a run
   */
  void activateBackByRuns(Panel grad, int n, Panel y, int at, Vec sums);

  /**
   * Back through a layer of one output and the tanh before it: {@code grad[row][unit] =
   * gradOut[row] slope[unit] (1 - y^2)}.
   *
   * @param gradOut one value per row, from 0 on
   * @param sums what the results are added to, run upon run
   */
  void activateBackLine(Vec gradOut, Line line, Panel grad, int n, Panel y, int at, Vec sums);

  /**
   * Weights of a layer with one input or one output.
   *
   * @param width units of a row
   * @param slope the weights, repeated over a run
   */
  record Line(int width, Vec slope) {}
}

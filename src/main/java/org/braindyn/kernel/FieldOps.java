package org.braindyn.kernel;

/**
 * Elementwise part of perceptron layers, in place and at equal positions so that vectors are used.
 */
public interface FieldOps {
  /** {@code y = tanh(y)} for n values at {@code at}. */
  void tanh(Vec y, int at, int n);

  /** {@code gradY *= 1 - y^2} for the first n values of both. */
  void tanhBack(Vec gradY, Vec y, int n);

  /**
   * {@code y[at + i] = tanh(z[i] + add[i])} for n values, from one panel to another in one pass.
   *
   * @param add n values, e.g. a bias for every row
   */
  void activate(Panel z, Vec add, int n, Panel y, int at);

  /**
   * The reverse: {@code grad[i] *= 1 - y[at + i]^2} for n values, in the panel.
   *
   * @param sum what the result is added to besides, or null
   */
  void activateBack(Panel grad, int n, Panel y, int at, Vec sum);
}

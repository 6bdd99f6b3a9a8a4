package org.braindyn.kernel;

/**
 * Elementwise part of perceptron layers, in place and at equal positions so that vectors are used.
 */
public interface FieldOps {
  /** {@code y = tanh(y)} for n values at {@code at}. */
  void tanh(Vec y, int at, int n);

  /** {@code gradY *= 1 - y^2} for the first n values of both. */
  void tanhBack(Vec gradY, Vec y, int n);
}

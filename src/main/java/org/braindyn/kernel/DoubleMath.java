package org.braindyn.kernel;

/** Functions of one number in double, to an absolute error of 2e-16. */
final class DoubleMath {
  private DoubleMath() {}

  static double tanh(double x) {
    double e = Math.exp(-2 * Math.abs(x));
    return Math.copySign((1 - e) / (1 + e), x);
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}

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

  /**
   * {@code x = tanh(x slope + add)} for n values; right everywhere, so that there is nothing to
   * check.
   */
  static void tanh(double[] x, double[] slope, double[] add, double[] check, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = tanh(x[i] * slope[i] + add[i]);
    }
  }

  /** tanh of n values, in place. */
  static void tanh(double[] x, double[] check, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = tanh(x[i]);
    }
  }

  /** Sigmoid of n values, in place. */
  static void sigmoid(double[] x, double[] check, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = sigmoid(x[i]);
    }
  }

  /** True. */
  static boolean right(double[] check, int n) {
    return true;
  }
}

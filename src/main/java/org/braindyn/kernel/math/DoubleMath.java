package org.braindyn.kernel.math;

/** Functions of one number in double, to an absolute error of 2e-16. */
public final class DoubleMath {
  private DoubleMath() {}

  /** tanh of any number; not a number stays. */
  public static double tanh(double x) {
    double e = Math.exp(-2 * Math.abs(x));
    return Math.copySign((1 - e) / (1 + e), x);
  }

  /** 1 / (1 + exp(-x)) of any number; not a number stays. */
  public static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /**
   * {@code x = tanh(x slope + add)} for n values; right everywhere, so that there is nothing to
   * check.
   */
  public static void tanh(double[] x, double[] slope, double[] add, double[] check, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = tanh(x[i] * slope[i] + add[i]);
    }
  }

  /** tanh of n values, in place. */
  public static void tanh(double[] x, double[] check, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = tanh(x[i]);
    }
  }

  /** Sigmoid of n values, in place. */
  public static void sigmoid(double[] x, double[] check, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = sigmoid(x[i]);
    }
  }

  /** True. */
  public static boolean right(double[] check, int n) {
    return true;
  }
}

package org.braindyn.kernel.attention;

import org.apache.commons.math3.special.Erf;

/** Functions of one number in double, to an error of about 1e-15. */
final class DoubleNumbers {
  private static final int PER_UNIT = 32;
  private static final double LIMIT = 8.5;
  private static final int TERMS = 11;
  private static final double[][] TAYLOR = table();

  private DoubleNumbers() {}

  /** exp of a number. */
  static double exp(double x) {
    return Math.exp(x);
  }

  /** Normal distribution function, by Taylor series around multiples of 1/32. */
  static double normal(double x) {
    double y = Math.abs(x);
    if (!(y < LIMIT)) {
      return Double.isNaN(x) ? x : x > 0 ? 1 : 0;
    }
    int k = (int) Math.rint(y * PER_UNIT);
    double h = y - (double) k / PER_UNIT;
    double[] c = TAYLOR[k];
    double sum = c[TERMS - 1];
    for (int i = TERMS - 2; i >= 0; i--) {
      sum = sum * h + c[i];
    }
    return x < 0 ? 0.5 - sum : 0.5 + sum;
  }

  /** Density of the normal distribution. */
  static double density(double x) {
    return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  }

  static double tanh(double x) {
    return Math.tanh(x);
  }

  /** Coefficients of Phi - 1/2: derivatives of the density by Hermite's recurrence. */
  private static double[][] table() {
    double[][] table = new double[(int) (LIMIT * PER_UNIT) + 2][TERMS];
    for (int k = 0; k < table.length; k++) {
      double x = (double) k / PER_UNIT;
      table[k][0] = 0.5 * Erf.erf(x / Math.sqrt(2));
      double before = 0;
      double now = density(x);
      double factorial = 1;
      for (int n = 1; n < TERMS; n++) {
        factorial *= n;
        table[k][n] = now / factorial;
        double next = -x * now - (n - 1) * before;
        before = now;
        now = next;
      }
    }
    return table;
  }
}

package org.braindyn.signal.cleaning;

import org.braindyn.signal.filter.OrthonormalBasis;

/** Removes a polynomial in time, fitted by least squares (Legendre-like orthonormal basis). */
public final class Detrend {
  private Detrend() {}

  /**
   * Removes mean, slope, ... up to a power, in place.
   *
   * @param signal one time course, no NaN
   * @param order 0 for the mean, 1 for a line, 2 for a parabola
   */
  public static void remove(double[] signal, int order) {
    basis(signal.length, order).remove(signal);
  }

  /** Orthonormal polynomials over n frames. */
  static OrthonormalBasis basis(int n, int order) {
    OrthonormalBasis basis = new OrthonormalBasis();
    for (int power = 0; power <= Math.min(order, n - 1); power++) {
      double[] column = new double[n];
      for (int t = 0; t < n; t++) {
        column[t] = Math.pow(n == 1 ? 0 : 2.0 * t / (n - 1) - 1, power);
      }
      basis.add(column);
    }
    return basis;
  }
}

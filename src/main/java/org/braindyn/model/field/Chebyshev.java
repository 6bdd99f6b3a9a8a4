package org.braindyn.model.field;

/**
 * Interpolation at Chebyshev points of the first kind on [-1, 1] (Trefethen 2013, Approximation
 * Theory and Approximation Practice, chapters 2 to 4).
 */
public final class Chebyshev {
  /** Most nodes. */
  public static final int MOST = 32;

  private static final double[][] NODES = new double[MOST + 1][];
  private static final double[][][] MATRICES = new double[MOST + 1][][];

  static {
    for (int k = 0; k <= MOST; k++) {
      NODES[k] = new double[k];
      MATRICES[k] = new double[k][k];
      for (int i = 0; i < k; i++) {
        NODES[k][i] = cosine(k, 1, i);
        for (int m = 0; m < k; m++) {
          MATRICES[k][m][i] = (m == 0 ? 1.0 : 2.0) / k * cosine(k, m, i);
        }
      }
    }
  }

  private Chebyshev() {}

  private static double cosine(int k, int m, int i) {
    return Math.cos(Math.PI * m * (i + 0.5) / k);
  }

  /** Node i of k. */
  public static double node(int k, int i) {
    return NODES[k][i];
  }

  /** Factor from the value at node i of k to coefficient m. */
  public static double weight(int k, int m, int i) {
    return MATRICES[k][m][i];
  }

  /** Value of polynomial m at t. */
  public static double polynomial(int m, double t) {
    double before = 1;
    double now = m == 0 ? 1 : t;
    for (int k = 1; k < m; k++) {
      double next = 2 * t * now - before;
      before = now;
      now = next;
    }
    return now;
  }
}

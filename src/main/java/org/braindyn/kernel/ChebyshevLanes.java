package org.braindyn.kernel;

/**
 * Chebyshev series in one variable, one per lane, summed by the recurrence of Clenshaw (1955, Math.
 * Tables Aids Comput. 9:118). Always in double, whatever the model's precision: small differences
 * between lanes are what is wanted. Takes arrays of a double kernel only.
 */
public final class ChebyshevLanes {
  private final double[][] terms;
  private final double[] t;
  private final double[] next;
  private final double[] afterNext;
  private final double[] reach;

  /**
   * @param most most terms
   * @param lanes most lanes
   */
  public ChebyshevLanes(int most, int lanes) {
    terms = new double[most][lanes];
    t = new double[lanes];
    next = new double[lanes];
    afterNext = new double[lanes];
    reach = new double[lanes];
  }

  /** Coefficients of one term, by lane; to be written. */
  public double[] term(int index) {
    return terms[index];
  }

  /** Largest |t| that a lane was evaluated at since {@link #forget}. */
  public double reach(int lane) {
    return reach[lane];
  }

  /** Forgets how far lanes went. */
  public void forget() {
    java.util.Arrays.fill(reach, 0);
  }

  /** {@code y = sum of terms at t = (x - centre) / half} for the first n lanes. */
  public void sum(Vec x, double centre, double half, int count, int n, Vec y) {
    double[] from = ((DoubleVec) x).a;
    double[] to = ((DoubleVec) y).a;
    double scale = 1 / half;
    for (int i = 0; i < n; i++) {
      t[i] = (from[i] - centre) * scale;
    }
    for (int i = 0; i < n; i++) {
      reach[i] = Math.max(reach[i], Math.abs(t[i]));
    }
    java.util.Arrays.fill(next, 0, n, 0);
    java.util.Arrays.fill(afterNext, 0, n, 0);
    double[] one = next;
    double[] two = afterNext;
    for (int k = count - 1; k > 0; k--) {
      step(terms[k], t, one, two, n);
      double[] swap = one;
      one = two;
      two = swap;
    }
    double[] constant = terms[0];
    for (int i = 0; i < n; i++) {
      to[i] = constant[i] + t[i] * one[i] - two[i];
    }
  }

  /** {@code two = c + 2 t one - two}: the next of the recurrence takes the place of the oldest. */
  private static void step(double[] c, double[] t, double[] one, double[] two, int n) {
    for (int i = 0; i < n; i++) {
      two[i] = c[i] + 2 * t[i] * one[i] - two[i];
    }
  }
}

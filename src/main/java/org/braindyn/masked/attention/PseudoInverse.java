package org.braindyn.masked.attention;

/**
 * Iterative pseudo-inverse of a matrix M (Razavi et al. 2014; Xiong et al. 2021, Nystromformer,
 * equation 13): {@code Z <- Z (13 I - MZ (15 I - MZ (7 I - MZ))) / 4}, six times, from {@code M^T}
 * over a number that the caller chooses.
 */
final class PseudoInverse {
  static final int STEPS = 6;

  private final Dense m;
  private final Dense[] z;

  PseudoInverse(Dense m, double over) {
    this(m, over, STEPS);
  }

  PseudoInverse(Dense m, double over, int steps) {
    this.m = m;
    z = new Dense[steps + 1];
    z[0] = m.transposed().scaled(1 / over);
    for (int i = 0; i < steps; i++) {
      Dense x = m.times(z[i]);
      Dense third = x.times(x.times(x.from(7)).from(15)).from(13);
      z[i + 1] = z[i].times(third).scaled(0.25);
    }
  }

  Dense result() {
    return z[z.length - 1];
  }

  /** Gradients of the start Z_0 and, apart from what goes through it, of M. */
  record Gradient(Dense start, Dense matrix) {}

  Gradient gradient(Dense grad) {
    Dense g = grad;
    Dense dm = Dense.zeros(m.rows(), m.columns());
    for (int i = z.length - 2; i >= 0; i--) {
      Dense x = m.times(z[i]);
      Dense one = x.from(7);
      Dense two = x.times(one).from(15);
      Dense three = x.times(two).from(13);
      Dense dz = g.timesTransposed(three).scaled(0.25);
      Dense d3 = z[i].transposedTimes(g).scaled(0.25);
      Dense d2 = x.transposedTimes(d3).scaled(-1);
      Dense d1 = x.transposedTimes(d2).scaled(-1);
      Dense dx = d3.timesTransposed(two).scaled(-1).plus(-1, d2.timesTransposed(one)).plus(-1, d1);
      dm = dm.plus(1, dx.timesTransposed(z[i]));
      g = dz.plus(1, m.transposedTimes(dx));
    }
    return new Gradient(g, dm);
  }
}

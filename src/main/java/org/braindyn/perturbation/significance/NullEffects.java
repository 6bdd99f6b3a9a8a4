package org.braindyn.perturbation.significance;

import java.util.Arrays;

/**
 * What models fitted in one and the same way find in recordings as they are and in surrogates of
 * them (docs/adr/0041).
 *
 * @param own effects of the model fitted to the recordings as they are, one per cell
 * @param shifted effects of those fitted to surrogates, [surrogate][cell]
 */
public record NullEffects(double[] own, double[][] shifted) {
  /**
   * p-values of effects that a user sees, perhaps of another model than {@code own}, trained longer
   * or on more: p is that of the refit, and 1 where the refit does not have its sign. Refits are
   * alike but for the coupling of their recordings, so p is right however they are made; how well
   * they are made decides what is found.
   *
   * @param shown one effect per cell; NaN is passed through
   * @return two-sided p-value per cell
   */
  public double[] pValues(double[] shown) {
    double[] tested = own.clone();
    for (int c = 0; c < shown.length; c++) {
      tested[c] = Double.isNaN(shown[c]) ? Double.NaN : own[c];
    }
    double[] p = NullComparison.pValues(tested, shifted);
    for (int c = 0; c < p.length; c++) {
      boolean alike = Math.signum(shown[c]) == Math.signum(own[c]);
      p[c] = alike || Double.isNaN(p[c]) ? p[c] : 1;
    }
    return p;
  }

  /** Some of the cells. */
  public NullEffects cells(int from, int to) {
    double[][] some =
        Arrays.stream(shifted)
            .map(row -> Arrays.copyOfRange(row, from, to))
            .toArray(double[][]::new);
    return new NullEffects(Arrays.copyOfRange(own, from, to), some);
  }
}

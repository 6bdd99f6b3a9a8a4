package org.braindyn.perturbation;

/**
 * Effects of refitted models.
 *
 * @param observed effects of a model refitted to the recordings as they are, by the same recipe as
 *     the surrogates': what is compared with them; null to compare the model's own effects
 * @param surrogates effects under the null, [surrogate][cell]
 */
public record RefitEffects(double[] observed, double[][] surrogates) {
  /** The model's own effects are compared. */
  static RefitEffects of(double[][] surrogates) {
    return new RefitEffects(null, surrogates);
  }

  /**
   * Two-sided p-value of every cell ({@link NullComparison}).
   *
   * @param own the model's own effects; NaN is passed through
   */
  double[] pValues(double[] own) {
    double[] tested = own.clone();
    for (int c = 0; observed != null && c < tested.length; c++) {
      tested[c] = Double.isNaN(own[c]) ? Double.NaN : observed[c];
    }
    return NullComparison.pValues(tested, surrogates);
  }
}

package org.braindyn.cohort.predict;

/** How many people an effect of this size needs, at 0.05 two-sided and 80 % power. */
final class Power {
  private static final double Z = 1.959964 + 0.841621;

  private Power() {}

  /** For a correlation, by Fisher's z. */
  static double ofCorrelation(double r) {
    if (!(r > 0)) {
      return Double.NaN;
    }
    double z = Math.log((1 + Math.min(r, 0.999)) / (1 - Math.min(r, 0.999))) / 2;
    return Math.ceil(Z * Z / (z * z) + 3);
  }

  /**
   * For two groups told apart, by the Mann-Whitney test (Noether 1987, J. Am. Stat. Assoc. 82:645).
   *
   * @param area under the ROC curve
   * @param share of one group among all
   */
  static double ofArea(double area, double share) {
    if (!(area > 0.5)) {
      return Double.NaN;
    }
    double d = area - 0.5;
    return Math.ceil(Z * Z / (12 * share * (1 - share) * d * d));
  }
}

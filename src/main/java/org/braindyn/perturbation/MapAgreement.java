package org.braindyn.perturbation;

/**
 * How well foretold answers explain true ones, over frames and the regions that were not perturbed.
 * A correlation hides size; these do not.
 *
 * @param foretold sum of squares of foretold values
 * @param product sum of products of foretold and true values
 * @param truth sum of squares of true values
 */
public record MapAgreement(double foretold, double product, double truth) {
  /** Of nothing yet. */
  public static final MapAgreement NONE = new MapAgreement(0, 0, 0);

  /**
   * One perturbation.
   *
   * @param foretold [region][frame], in sd
   * @param truth the same; frames that only one of them has are left out
   * @param left row that is left out, which was made to do what it does
   */
  public static MapAgreement of(double[][] foretold, double[][] truth, int left) {
    double pp = 0;
    double pt = 0;
    double tt = 0;
    for (int r = 0; r < truth.length; r++) {
      int frames = r == left ? 0 : Math.min(foretold[r].length, truth[r].length);
      for (int t = 0; t < frames; t++) {
        pp += foretold[r][t] * foretold[r][t];
        pt += foretold[r][t] * truth[r][t];
        tt += truth[r][t] * truth[r][t];
      }
    }
    return new MapAgreement(pp, pt, tt);
  }

  /** Both together. */
  public MapAgreement plus(MapAgreement other) {
    return new MapAgreement(
        foretold + other.foretold, product + other.product, truth + other.truth);
  }

  /**
   * Share of the true answer explained, 1 - sum (truth - foretold)^2 / sum truth^2; below 0 if
   * nothing would be better.
   */
  public double share() {
    return (2 * product - foretold) / truth;
  }

  /** True over foretold size: least squares slope of truth on the foretold, through 0. */
  public double size() {
    return product / foretold;
  }

  /** Cosine of both, from -1 to 1. */
  public double cosine() {
    return product / Math.sqrt(foretold * truth);
  }
}

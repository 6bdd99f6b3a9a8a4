package org.braindyn.forecast;

import org.braindyn.data.BadInput;

/**
 * How the direct linear forecast is fitted.
 *
 * @param ridges penalties per training window to choose from on validation people, for every step
 *     ahead by itself
 * @param lagExponent the penalty grows with the lag to this power (a prior that distant past
 *     matters little, as Litterman 1986 has it)
 * @param ownShare penalty on a region's own past as a share of that on the others'
 * @param mirror row of every region's mirror image, for fitting to the data and its mirror image
 *     alike; null for no mirroring
 * @param folds groups of people for forecasts of people that a fit has not seen, 0 for none
 */
public record DirectRidgeSettings(
    double[] ridges, double lagExponent, double ownShare, int[] mirror, int folds) {
  /** Checks the numbers. */
  public DirectRidgeSettings {
    for (double ridge : ridges) {
      if (!(ridge > 0)) {
        throw new BadInput("A ridge is " + ridge + ", but it must be above 0.");
      }
    }
    if (ridges.length == 0 || !(ownShare > 0 && ownShare <= 1) || folds == 1 || folds < 0) {
      throw new BadInput(
          "The direct forecast needs a ridge, an own share above 0 up to 1, and 0 or 2+ folds.");
    }
  }

  /** What was chosen on the validation people of the HCP set (docs/validation.md). */
  public static DirectRidgeSettings defaults(int[] mirror) {
    return new DirectRidgeSettings(new double[] {0.08, 0.16, 0.31, 0.63, 1.25}, 2, 0.1, mirror, 4);
  }
}

package org.braindyn.forecast.ridge;

import org.braindyn.data.BadInput;

/**
 * How the direct linear forecast is fitted.
 *
 * @param ridges penalties per training window to choose from on validation people, for every step
 *     ahead by itself
 * @param lagExponent the penalty grows with the lag to this power (a prior that distant past
 *     matters little, as Litterman 1986 has it)
 * @param ownShare penalty on a region's own past as a share of that on the others'
 * @param neighbours number of other regions whose past is freer, those that correlate most with the
 *     target (in absolute value, at one time)
 * @param neighbourShare penalty on their past as a share of that on the others'
 * @param mirror row of every region's mirror image, for fitting to the data and its mirror image
 *     alike; null for no mirroring
 * @param half whether the coefficients are the mean of the mirrored fit and of the fit to the data
 *     as they are: sides differ, but less than eleven people make it look
 * @param folds groups of people for forecasts of people that a fit has not seen, 0 for none
 */
public record DirectRidgeSettings(
    double[] ridges,
    double lagExponent,
    double ownShare,
    int neighbours,
    double neighbourShare,
    int[] mirror,
    boolean half,
    int folds) {
  /** Checks the numbers. */
  public DirectRidgeSettings {
    for (double ridge : ridges) {
      if (!(ridge > 0)) {
        throw new BadInput("A ridge is " + ridge + ", but it must be above 0.");
      }
    }
    if (neighbours < 0 || !(neighbourShare > 0 && neighbourShare <= 1)) {
      throw new BadInput(
          "The direct forecast needs 0 or more neighbours and a share above 0 up to 1 for them.");
    }
    if (ridges.length == 0 || !(ownShare > 0 && ownShare <= 1) || folds == 1 || folds < 0) {
      throw new BadInput(
          "The direct forecast needs a ridge, an own share above 0 up to 1, and 0 or 2+ folds.");
    }
  }

  /** Without freer neighbours, mirrored fully or not at all. */
  public DirectRidgeSettings(
      double[] ridges, double lagExponent, double ownShare, int[] mirror, int folds) {
    this(ridges, lagExponent, ownShare, 0, 1, mirror, false, folds);
  }

  /** What was chosen on the validation people of the HCP set (docs/adr/0033), unmirrored there. */
  public static DirectRidgeSettings defaults(int[] mirror) {
    return new DirectRidgeSettings(
        new double[] {0.16, 0.31, 0.63, 1.25, 2.5}, 2, 0.1, 12, 0.4, mirror, false, 4);
  }

  /** The same with so many freer neighbours. */
  public DirectRidgeSettings withNeighbours(int count, double share) {
    return new DirectRidgeSettings(
        ridges, lagExponent, ownShare, count, share, mirror, half, folds);
  }

  /** The same with another share of the penalty on the region's own past. */
  public DirectRidgeSettings withOwnShare(double share) {
    return new DirectRidgeSettings(
        ridges, lagExponent, share, neighbours, neighbourShare, mirror, half, folds);
  }

  /** The same, mirrored otherwise. */
  public DirectRidgeSettings withMirror(int[] rows, boolean halfway) {
    return new DirectRidgeSettings(
        ridges, lagExponent, ownShare, neighbours, neighbourShare, rows, halfway, folds);
  }

  /** The same with other ridges to choose from. */
  public DirectRidgeSettings withRidges(double... values) {
    return new DirectRidgeSettings(
        values, lagExponent, ownShare, neighbours, neighbourShare, mirror, half, folds);
  }

  /** The same with other groups of people, 0 for none. */
  public DirectRidgeSettings withFolds(int count) {
    return new DirectRidgeSettings(
        ridges, lagExponent, ownShare, neighbours, neighbourShare, mirror, half, count);
  }
}

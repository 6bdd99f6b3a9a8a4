package org.braindyn.eeg.channel;

import org.braindyn.data.BadInput;

/**
 * From where on a channel is bad. The defaults are PREP's (Bigdely-Shamlo et al. 2015, Front.
 * Neuroinform. 9:16, table 1) but for the share of windows without a neighbour, 1 % there.
 *
 * @param deviation robust z of spread, of fast noise and of mains above which it is bad
 * @param correlation a window counts as without a neighbour below it
 * @param alone share of such windows above which it is bad
 * @param prediction a window counts as unlike its surroundings below this correlation with what
 *     other electrodes predict
 * @param unlike share of such windows above which it is bad
 * @param flat share of windows without movement above which it is bad
 * @param mains frequency of the mains in Hz; 0 to leave it unjudged
 */
public record BadLimits(
    double deviation,
    double correlation,
    double alone,
    double prediction,
    double unlike,
    double flat,
    double mains) {
  /** Checks the ranges. */
  public BadLimits {
    if (!(deviation > 0)) {
      throw new BadInput("deviation=" + deviation + " must be above 0; 5 is usual.");
    }
    if (!(correlation >= 0 && correlation < 1)) {
      throw new BadInput("correlation=" + correlation + " must be 0 to below 1; 0.4 is usual.");
    }
    if (!(mains >= 0)) {
      throw new BadInput("mains=" + mains + " must be 50, 60 or 0 (not judged).");
    }
  }

  /**
   * The usual ones.
   *
   * @param mains frequency of the mains in Hz; 0 to leave it unjudged
   */
  public static BadLimits usual(double mains) {
    return new BadLimits(5, 0.4, 0.1, 0.6, 0.4, 0.1, mains);
  }

  /** The same with other limits of robust z and of correlation. */
  public BadLimits with(double newDeviation, double newCorrelation) {
    return new BadLimits(newDeviation, newCorrelation, alone, prediction, unlike, flat, mains);
  }
}

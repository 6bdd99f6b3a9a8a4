package org.braindyn.simulation;

import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;

/** Poisson counts of one mean, by looking a uniform number up in the cumulative distribution. */
final class PoissonCounts {
  private final double[] cumulative;

  PoissonCounts(double mean) {
    if (!(mean >= 0) || mean > 500) {
      throw new BadInput(
          "A drive of " + mean + " spikes per step is not possible; 0 to 500 are. Lower the rate.");
    }
    int most = (int) (mean + 12 * Math.sqrt(mean) + 20);
    cumulative = new double[most];
    double logMean = Math.log(mean);
    double log = -mean;
    double sum = 0;
    for (int k = 0; k < most; k++) {
      sum += mean == 0 ? (k == 0 ? 1 : 0) : Math.exp(log);
      cumulative[k] = sum;
      log += logMean - Math.log(k + 1);
    }
  }

  int next(Seed.Stream random) {
    double u = random.uniform();
    int k = 0;
    while (k < cumulative.length && u >= cumulative[k]) {
      k++;
    }
    return k;
  }
}

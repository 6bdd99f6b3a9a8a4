package org.braindyn.signal.cleaning;

import org.braindyn.data.Regions;

/** The mean over the brain: over regions, weighted by their voxels where these are known. */
final class GlobalSignal {
  private GlobalSignal() {}

  static double[] of(Regions regions, double[][] values, boolean[] lost) {
    boolean counted = regions.list().stream().allMatch(region -> region.voxels() > 0);
    double[] mean = new double[values[0].length];
    double total = 0;
    for (int r = 0; r < values.length; r++) {
      if (!lost[r]) {
        double weight = counted ? regions.get(r).voxels() : 1;
        total += weight;
        for (int t = 0; t < mean.length; t++) {
          mean[t] += weight * values[r][t];
        }
      }
    }
    for (int t = 0; t < mean.length; t++) {
      mean[t] /= total;
    }
    return mean;
  }
}

package org.braindyn.states;

import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;

/**
 * A stationary recording of the same spectra and cross-spectra, so of the same connectivity: the
 * phases of all regions are turned by the same random angles (Prichard and Theiler 1994, Phys. Rev.
 * Lett. 73:951). Nothing switches in it.
 */
public final class StationaryCopy {
  private StationaryCopy() {}

  /**
   * A copy.
   *
   * @param recording no missing value
   */
  public static RegionSignals of(RegionSignals recording, Seed seed) {
    int frames = recording.frames();
    int half = (frames - 1) / 2;
    Seed.Stream random = seed.stream("phases");
    double[] turn = new double[half + 1];
    for (int f = 1; f <= half; f++) {
      turn[f] = 2 * Math.PI * random.uniform();
    }
    // Every frequency turned is a convolution with one kernel, the same for all regions.
    double[] kernel = new double[frames];
    for (int t = 0; t < frames; t++) {
      double sum = 1 + (frames % 2 == 0 ? (t % 2 == 0 ? 1 : -1) : 0);
      for (int f = 1; f <= half; f++) {
        double angle = 2 * Math.PI * ((long) f * t % frames) / frames + turn[f];
        sum += 2 * Math.cos(angle);
      }
      kernel[t] = sum / frames;
    }
    double[][] made = new double[recording.size()][frames];
    for (int r = 0; r < made.length; r++) {
      double[] row = recording.values()[r];
      for (int t = 0; t < frames; t++) {
        double sum = 0;
        for (int s = 0; s <= t; s++) {
          sum += row[s] * kernel[t - s];
        }
        for (int s = t + 1; s < frames; s++) {
          sum += row[s] * kernel[t - s + frames];
        }
        made[r][t] = sum;
      }
    }
    return recording.withValues(made);
  }
}

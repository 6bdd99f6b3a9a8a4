package org.braindyn.benchmark;

import org.braindyn.data.Seed;

/**
 * Recordings that keep all that a linear Gaussian model can know: every frequency's phases are
 * turned by one random angle for all regions, so spectra and cross-spectra stay (Prichard and
 * Theiler 1994, Phys Rev Lett 73:951), as if time went round in a circle.
 */
final class SharedPhases {
  private SharedPhases() {}

  /**
   * A surrogate.
   *
   * @param values [region][time]
   */
  static double[][] of(double[][] values, Seed seed) {
    int frames = values[0].length;
    double[] cos = new double[frames];
    double[] sin = new double[frames];
    for (int i = 0; i < frames; i++) {
      cos[i] = Math.cos(2 * Math.PI * i / frames);
      sin[i] = Math.sin(2 * Math.PI * i / frames);
    }
    Seed.Stream random = seed.stream("shared phases");
    double[] angles = new double[(frames + 1) / 2]; // mean and the highest frequency stay
    for (int k = 1; k < angles.length; k++) {
      angles[k] = random.uniform(0, 2 * Math.PI);
    }
    double[][] result = new double[values.length][];
    for (int n = 0; n < values.length; n++) {
      result[n] = values[n].clone();
      for (int k = 1; k < angles.length; k++) {
        double real = 0;
        double imaginary = 0;
        for (int t = 0; t < frames; t++) {
          int at = (int) ((long) k * t % frames);
          real += values[n][t] * cos[at];
          imaginary -= values[n][t] * sin[at];
        }
        // the turned part of this frequency less the part as it was
        double c = Math.cos(angles[k]);
        double s = Math.sin(angles[k]);
        double moreReal = (c - 1) * real - s * imaginary;
        double moreImaginary = s * real + (c - 1) * imaginary;
        for (int t = 0; t < frames; t++) {
          int at = (int) ((long) k * t % frames);
          result[n][t] += 2.0 / frames * (moreReal * cos[at] - moreImaginary * sin[at]);
        }
      }
    }
    return result;
  }
}

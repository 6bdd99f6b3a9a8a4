package org.braindyn.cohort.features;

/** Signals in standard deviations from their means. */
final class ZScores {
  private ZScores() {}

  /**
   * Every row alone.
   *
   * @param values [region][time]; not changed
   */
  static double[][] of(double[][] values) {
    double[][] z = new double[values.length][];
    for (int r = 0; r < z.length; r++) {
      int frames = values[r].length;
      double mean = 0;
      for (double v : values[r]) {
        mean += v / frames;
      }
      double variance = 0;
      for (double v : values[r]) {
        variance += (v - mean) * (v - mean) / frames;
      }
      z[r] = new double[frames];
      double sd = Math.sqrt(variance);
      for (int t = 0; t < frames; t++) {
        z[r][t] = (values[r][t] - mean) / sd;
      }
    }
    return z;
  }
}

package org.braindyn.longrun;

import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;

/**
 * Correlation dimension: how the share of pairs of states that are nearer than r grows with r
 * (Grassberger and Procaccia 1983, Physica D 9:189), pairs of the same moment left out (Theiler
 * 1986, Phys Rev A 34:2427). The slope is fitted between the nearest 1 in 10 000 pairs (200 at
 * least) and 1 in 100.
 *
 * @param value the slope
 * @param most the largest dimension that so many samples can show, 2 log10 of them (Eckmann and
 *     Ruelle 1992, Physica D 56:185); a larger value is no measurement
 */
public record CorrelationDimension(double value, double most) {
  private static final int MOST_STATES = 5000;
  private static final double NEAREST = 1e-4;
  private static final double FARTHEST = 1e-2;
  private static final double FEWEST = 200;
  private static final double BIN = 0.02; // of ln r^2
  private static final int BINS = 6000;
  private static final double ORIGIN = -60; // ln r^2

  /** True if so many samples can show it. */
  public boolean known() {
    return value <= most;
  }

  /**
   * Measures.
   *
   * @param run [dimension][time]
   * @param window samples that belong to the same moment
   */
  public static CorrelationDimension of(double[][] run, int window, Progress progress) {
    int frames = run[0].length;
    int size = Math.min(MOST_STATES, frames);
    double[][] states = StateSpaceDivergence.states(run, size);
    double every = (double) frames / size;
    int apart = (int) Math.max(1, Math.ceil(window / every));
    long[] counts = new long[BINS];
    long pairs = 0;
    for (int a = 0; a < size; a++) {
      if (a % 100 == 0) {
        Cancelled.check(progress, "Correlation dimension");
        progress.report((double) a / size, "Correlation dimension");
      }
      for (int b = a + apart; b < size; b++) {
        double log = Math.log(StateSpaceDivergence.squares(states[a], states[b]));
        int bin = (int) Math.floor((log - ORIGIN) / BIN);
        counts[Math.max(0, Math.min(BINS - 1, bin))]++;
        pairs++;
      }
    }
    double low = Math.max(NEAREST * pairs, FEWEST);
    double high = Math.max(FARTHEST * pairs, 5 * low);
    return new CorrelationDimension(slope(counts, low, high), 2 * Math.log10(frames));
  }

  /** Least squares of ln C on ln r where C lies between two counts. */
  private static double slope(long[] counts, double low, double high) {
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    long below = 0;
    for (int k = 0; k < counts.length; k++) {
      below += counts[k];
      if (below >= low && below <= high) {
        double logR = 0.5 * (ORIGIN + (k + 1) * BIN);
        double logC = Math.log(below);
        n++;
        x += logR;
        y += logC;
        xx += logR * logR;
        xy += logR * logC;
      }
    }
    double spread = n * xx - x * x;
    return n > 2 && spread > 0 ? (n * xy - x * y) / spread : Double.NaN;
  }
}

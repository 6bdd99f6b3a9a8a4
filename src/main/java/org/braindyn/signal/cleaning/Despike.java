package org.braindyn.signal.cleaning;

import java.util.Arrays;
import org.braindyn.data.Median;

/**
 * Pulls spikes in, as AFNI's 3dDespike does: with s the distance from a baseline in units of 1.4826
 * x the median absolute distance, s above 2.5 becomes 2.5 + 1.5 tanh((s - 2.5) / 1.5). The baseline
 * here is a running median over {@value #WIDTH} frames, not AFNI's L1 fit of sines.
 */
final class Despike {
  private static final int WIDTH = 9;
  private static final double START = 2.5;
  private static final double LIMIT = 4;
  private static final double MAD_TO_SD = 1.4826;

  private Despike() {}

  /**
   * Despikes one time course in place.
   *
   * @param signal no NaN
   * @return number of frames changed
   */
  public static int apply(double[] signal) {
    int n = signal.length;
    double[] baseline = new double[n];
    double[] distance = new double[n];
    for (int t = 0; t < n; t++) {
      int from = Math.max(0, t - WIDTH / 2);
      int to = Math.min(n, t + WIDTH / 2 + 1);
      baseline[t] = Median.of(Arrays.copyOfRange(signal, from, to));
      distance[t] = Math.abs(signal[t] - baseline[t]);
    }
    double unit = MAD_TO_SD * Median.of(distance);
    int changed = 0;
    for (int t = 0; t < n && unit > 0; t++) {
      double s = distance[t] / unit;
      if (s > START) {
        double pulled = START + (LIMIT - START) * Math.tanh((s - START) / (LIMIT - START));
        signal[t] = baseline[t] + Math.signum(signal[t] - baseline[t]) * pulled * unit;
        changed++;
      }
    }
    return changed;
  }
}

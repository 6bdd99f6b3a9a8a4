package org.braindyn.eeg.channel;

import java.util.Arrays;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;

/**
 * Greatest correlation of each channel with another one, window by window.
 *
 * @param correlation median over windows, [channel]
 * @param alone share of windows below the limit, [channel]
 */
record NeighbourWindows(double[] correlation, double[] alone) {
  private static final int BLOCK = 20; // windows between two looks at Esc

  /**
   * Of all channels with those that are not out.
   *
   * @param values [channel][time]
   * @param out channels that are no neighbours
   * @param window samples
   */
  static NeighbourWindows of(
      double[][] values, boolean[] out, int window, BadLimits limits, Progress progress) {
    int n = values.length;
    int windows = values[0].length / window;
    double[][] greatest = new double[n][windows];
    for (int w = 0; w < windows; w++) {
      if (w % BLOCK == 0) {
        Cancelled.check(progress, "Correlating channels");
      }
      double[][] z = new double[n][];
      for (int c = 0; c < n; c++) {
        z[c] = unit(values[c], w * window, window);
      }
      for (int a = 0; a < n; a++) {
        double most = Double.NaN;
        for (int b = 0; b < n; b++) {
          if (a == b || out[b]) {
            continue;
          }
          double sum = 0;
          for (int t = 0; t < window; t++) {
            sum += z[a][t] * z[b][t];
          }
          most = Double.isNaN(most) || Math.abs(sum) > most ? Math.abs(sum) : most;
        }
        greatest[a][w] = most;
      }
    }
    double[] middle = new double[n];
    double[] alone = new double[n];
    for (int c = 0; c < n; c++) {
      middle[c] = RobustScale.middle(greatest[c]);
      alone[c] = share(greatest[c], limits.correlation());
    }
    return new NeighbourWindows(middle, alone);
  }

  /** Share of the finite values that are below a limit; NaN if there is none. */
  static double share(double[] values, double limit) {
    double[] there = Arrays.stream(values).filter(Double::isFinite).toArray();
    return there.length == 0
        ? Double.NaN
        : (double) Arrays.stream(there).filter(v -> v < limit).count() / there.length;
  }

  /** Mean 0 and length 1; NaN where a value is missing or nothing moves. */
  static double[] unit(double[] values, int from, int length) {
    double[] out = Arrays.copyOfRange(values, from, from + length);
    double mean = Arrays.stream(out).average().orElse(0);
    double squares = 0;
    for (int t = 0; t < length; t++) {
      out[t] -= mean;
      squares += out[t] * out[t];
    }
    double scale = Math.sqrt(squares);
    for (int t = 0; t < length; t++) {
      out[t] = scale > 0 ? out[t] / scale : Double.NaN;
    }
    return out;
  }
}

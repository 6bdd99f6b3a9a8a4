package org.braindyn.eeg.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Median;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.signal.montage.ScalpSpline;

/**
 * Correlation of each electrode with the median of what random sets of others predict by spherical
 * splines, window by window: bad channels that are not found yet are in few of the sets, so that
 * the median does not follow them (RANSAC; Bigdely-Shamlo et al. 2015, 2.4.4).
 *
 * @param correlation median over windows, [channel]; NaN for channels without a place
 * @param unlike share of windows below the limit, [channel]
 */
record PredictedWindows(double[] correlation, double[] unlike) {
  private static final int SETS = 25;
  private static final double SHARE = 0.25; // of the good electrodes in a set
  private static final int LEAST = 12; // electrodes in a set
  private static final int SECONDS = 5; // of a window
  private static final int WINDOWS = 120; // at most, evenly spread
  private static final double RATE = 100; // samples per second that are looked at, about

  /**
   * Of all channels from those that are not out.
   *
   * @param values [channel][time]
   * @param out channels that predict nothing
   * @param rate samples per second
   */
  static PredictedWindows of(
      double[][] values,
      Electrodes electrodes,
      boolean[] out,
      double rate,
      BadLimits limits,
      Progress progress) {
    int n = values.length;
    double[] correlation = new double[n];
    double[] unlike = new double[n];
    Arrays.fill(correlation, Double.NaN);
    Arrays.fill(unlike, Double.NaN);
    List<Integer> good = new ArrayList<>();
    for (int c = 0; c < n; c++) {
      if (!out[c] && electrodes.placed(c)) {
        good.add(c);
      }
    }
    int size = Math.max(LEAST, (int) (SHARE * good.size()));
    int step = Math.max(1, (int) (rate / RATE));
    int length = (int) (SECONDS * rate / step);
    int windows = values[0].length / (length * step);
    if (good.size() <= size || windows == 0) {
      return new PredictedWindows(correlation, unlike);
    }
    Seed.Stream random = Seed.of(1).stream("sets of electrodes");
    for (int c : good) {
      List<Integer> others = new ArrayList<>(good);
      others.remove(Integer.valueOf(c));
      int[][] sets = new int[SETS][size];
      double[][] weights = new double[SETS][];
      for (int s = 0; s < SETS; s++) {
        int[] order = random.permutation(others.size());
        double[][] from = new double[size][];
        for (int k = 0; k < size; k++) {
          sets[s][k] = others.get(order[k]);
          from[k] = electrodes.places()[sets[s][k]];
        }
        double[][] to = {electrodes.places()[c]};
        weights[s] = ScalpSpline.weights(from, to, FillWeights.REGULARISATION)[0];
      }
      int used = Math.min(windows, WINDOWS);
      double[] found = new double[used];
      for (int w = 0; w < used; w++) {
        Cancelled.check(progress, "Predicting channels");
        int from = (int) ((long) w * windows / used) * length * step;
        double[] guess = guess(values, sets, weights, from, length, step);
        double[] truth = new double[length];
        for (int t = 0; t < length; t++) {
          truth[t] = values[c][from + t * step];
        }
        double[] a = NeighbourWindows.unit(guess, 0, length);
        double[] b = NeighbourWindows.unit(truth, 0, length);
        for (int t = 0; t < length; t++) {
          found[w] += a[t] * b[t];
        }
      }
      correlation[c] = RobustScale.middle(found);
      unlike[c] = NeighbourWindows.share(found, limits.prediction());
    }
    return new PredictedWindows(correlation, unlike);
  }

  private static double[] guess(
      double[][] values, int[][] sets, double[][] weights, int from, int length, int step) {
    double[] guess = new double[length];
    double[] votes = new double[sets.length];
    for (int t = 0; t < length; t++) {
      for (int s = 0; s < sets.length; s++) {
        double sum = 0;
        for (int k = 0; k < sets[s].length; k++) {
          sum += weights[s][k] * values[sets[s][k]][from + t * step];
        }
        votes[s] = sum;
      }
      guess[t] = Median.of(votes);
    }
    return guess;
  }
}

package org.braindyn.longrun;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.kernel.linalg.SymmetricEigen;

/**
 * Kullback-Leibler divergence of where a made run's states lie from where the real ones do, in
 * nats: 0 for the same places as often. To three dimensions in bins (Koppe et al. 2019, PLoS Comput
 * Biol 15:e1007263, eq. 13); above, of mixtures of Gaussians of variance 1 around all states, by
 * draws from the real one (Brenner et al. 2022, ICML, eq. 7), in its first five principal
 * components.
 *
 * <p>Differs from both where a finite run would never be like itself: bins are as many as states
 * can fill and each visited one counts half a state more; a draw around a real state does not count
 * that state, nor those of the same moment (Theiler 1986), as its own neighbours.
 */
public final class StateSpaceDivergence {
  private static final int MOST_BINNED = 3;
  private static final int COMPONENTS = 5;
  private static final int MOST_BINS = 30;
  private static final double PER_BIN = 10; // states, if they were spread evenly
  private static final double SMOOTHING = 0.5;
  private static final int MOST_DRAWS = 1000;
  private static final int MOST_CENTRES = 3000;

  private StateSpaceDivergence() {}

  /**
   * Measures.
   *
   * @param real [dimension][time], in standard deviations of the real run
   * @param made [dimension][time], in the same unit
   * @param window samples that belong to the same moment
   * @param seed fixes the draws
   * @return nats; infinite or NaN if the made run is not finite
   */
  public static double of(
      double[][] real, double[][] made, int window, Seed seed, Progress progress) {
    for (double[] row : made) {
      if (!Arrays.stream(row).allMatch(Double::isFinite)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return real.length <= MOST_BINNED
        ? binned(real, made)
        : mixtures(
            components(real, real),
            components(real, made),
            window,
            seed.stream("state-space divergence"),
            progress);
  }

  /**
   * A run in the first principal components of the real one, each in its standard deviation: in
   * many dimensions so few states are all far from one another, and a run that stands still in
   * their middle would be near all of them.
   */
  private static double[][] components(double[][] real, double[][] run) {
    int n = real.length;
    double[] mean =
        Arrays.stream(real).mapToDouble(r -> Arrays.stream(r).sum() / r.length).toArray();
    Matrix covariance = new Matrix(n, n);
    Matrix centred = new Matrix(n, real[0].length);
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < real[0].length; t++) {
        centred.set(i, t, real[i][t] - mean[i]);
      }
    }
    Matrix products = Products.multiplyTransposed(centred, centred);
    for (int k = 0; k < covariance.values().length; k++) {
      covariance.values()[k] = products.values()[k] / real[0].length;
    }
    SymmetricEigen eigen = SymmetricEigen.of(covariance);
    double[][] made = new double[Math.min(COMPONENTS, n)][run[0].length];
    for (int c = 0; c < made.length; c++) {
      double sd = Math.sqrt(Math.max(1e-12, eigen.values()[n - 1 - c]));
      for (int i = 0; i < n; i++) {
        double weight = eigen.vectors().get(i, n - 1 - c) / sd;
        for (int t = 0; t < run[0].length; t++) {
          made[c][t] += weight * (run[i][t] - mean[i]);
        }
      }
    }
    return made;
  }

  private static double binned(double[][] real, double[][] made) {
    int fewest = Math.min(real[0].length, made[0].length);
    int bins =
        (int)
            Math.max(
                4, Math.min(MOST_BINS, Math.round(Math.pow(fewest / PER_BIN, 1.0 / real.length))));
    double[] low = new double[real.length];
    double[] width = new double[real.length];
    for (int d = 0; d < real.length; d++) {
      low[d] = Arrays.stream(real[d]).min().orElse(0);
      double high = Arrays.stream(real[d]).max().orElse(0);
      width[d] = Math.max(1e-12, (high - low[d]) / bins);
    }
    Map<Integer, Integer> here = counts(real, low, width, bins);
    Map<Integer, Integer> there = counts(made, low, width, bins);
    Set<Integer> visited = new HashSet<>(here.keySet());
    visited.addAll(there.keySet());
    double all = real[0].length + SMOOTHING * visited.size();
    double madeAll = made[0].length + SMOOTHING * visited.size();
    double sum = 0;
    for (int bin : visited) {
      double p = (here.getOrDefault(bin, 0) + SMOOTHING) / all;
      double q = (there.getOrDefault(bin, 0) + SMOOTHING) / madeAll;
      sum += p * Math.log(p / q);
    }
    return sum;
  }

  /** Visits of every bin; what lies outside counts in a margin of one bin on each side. */
  private static Map<Integer, Integer> counts(
      double[][] run, double[] low, double[] width, int bins) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int t = 0; t < run[0].length; t++) {
      int index = 0;
      for (int d = 0; d < run.length; d++) {
        double place = Math.floor((run[d][t] - low[d]) / width[d]);
        if (run[d][t] == low[d] + bins * width[d]) {
          place = bins - 1.0; // the largest value of all
        }
        index = index * (bins + 2) + 1 + (int) Math.max(-1, Math.min(bins, place));
      }
      counts.merge(index, 1, Integer::sum);
    }
    return counts;
  }

  private static double mixtures(
      double[][] real, double[][] made, int window, Seed.Stream random, Progress progress) {
    int size = Math.min(MOST_CENTRES, Math.min(real[0].length, made[0].length));
    double[][] here = states(real, size);
    double[][] there = states(made, size);
    double every = (double) real[0].length / size; // samples between centres
    int draws = Math.min(MOST_DRAWS, size);
    double sum = 0;
    double[] x = new double[real.length];
    double[] near = new double[size];
    for (int k = 0; k < draws; k++) {
      if (k % 50 == 0) {
        Cancelled.check(progress, "Comparing long runs");
        progress.report((double) k / draws, "Comparing states");
      }
      int at = (int) ((long) k * size / draws);
      for (int d = 0; d < x.length; d++) {
        x[d] = here[at][d] + random.gaussian();
      }
      int own = 0;
      for (int c = 0; c < size; c++) {
        boolean same = Math.abs(c - at) * every <= window;
        near[c] = same ? Double.NEGATIVE_INFINITY : -0.5 * squares(x, here[c]);
        own += same ? 1 : 0;
      }
      double p = logSum(near) - Math.log(size - own);
      for (int c = 0; c < size; c++) {
        near[c] = -0.5 * squares(x, there[c]);
      }
      sum += p - logSum(near) + Math.log(size);
    }
    return sum / draws;
  }

  /** States of a run, spread evenly, [state][dimension]. */
  static double[][] states(double[][] run, int size) {
    double[][] states = new double[size][run.length];
    for (int k = 0; k < size; k++) {
      int t = (int) ((long) k * run[0].length / size);
      for (int d = 0; d < run.length; d++) {
        states[k][d] = run[d][t];
      }
    }
    return states;
  }

  static double squares(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      double difference = a[d] - b[d];
      sum += difference * difference;
    }
    return sum;
  }

  private static double logSum(double[] logs) {
    double most = Double.NEGATIVE_INFINITY;
    for (double v : logs) {
      most = Math.max(most, v);
    }
    double sum = 0;
    for (double v : logs) {
      sum += Math.exp(v - most);
    }
    return most + Math.log(sum);
  }
}

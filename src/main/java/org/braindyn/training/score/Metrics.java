package org.braindyn.training.score;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.braindyn.data.Ranking;
import org.braindyn.data.SignalBatch;

/** Forecast metrics of the reference, over all values flattened unless said otherwise. */
public final class Metrics {
  private Metrics() {}

  /** Mean squared error. */
  public static double mse(double[] forecast, double[] truth) {
    check(forecast, truth);
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      sum += (forecast[i] - truth[i]) * (forecast[i] - truth[i]);
    }
    return sum / truth.length;
  }

  /** Mean absolute error. */
  public static double mae(double[] forecast, double[] truth) {
    check(forecast, truth);
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      sum += Math.abs(forecast[i] - truth[i]);
    }
    return sum / truth.length;
  }

  /** Pearson correlation; NaN if one side is constant. */
  public static double pcc(double[] forecast, double[] truth) {
    check(forecast, truth);
    double meanF = Arrays.stream(forecast).average().orElse(0);
    double meanT = Arrays.stream(truth).average().orElse(0);
    double both = 0;
    double f = 0;
    double t = 0;
    for (int i = 0; i < truth.length; i++) {
      double df = forecast[i] - meanF;
      double dt = truth[i] - meanT;
      both += df * dt;
      f += df * df;
      t += dt * dt;
    }
    return both / Math.sqrt(f * t);
  }

  /** Spearman correlation with average ranks for ties. */
  public static double scc(double[] forecast, double[] truth) {
    return pcc(ranks(forecast), ranks(truth));
  }

  /**
   * Ranks from 1; equal values share the mean of theirs.
   *
   * @throws org.braindyn.data.BadInput if a value is NaN
   */
  public static double[] ranks(double[] values) {
    Ranking.check(values, "values to rank");
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (i, j) -> Double.compare(values[i], values[j]));
    double[] ranks = new double[values.length];
    for (int i = 0; i < order.length; ) {
      int j = i;
      while (j < order.length && values[order[j]] == values[order[i]]) {
        j++;
      }
      for (int k = i; k < j; k++) {
        ranks[order[k]] = (i + j + 1) / 2.0;
      }
      i = j;
    }
    return ranks;
  }

  /**
   * Cost of the best dynamic time warping (Sakoe and Chiba 1978) with |difference|, unconstrained.
   */
  public static double dtwCost(double[] a, double[] b) {
    double[] before = new double[b.length + 1];
    double[] now = new double[b.length + 1];
    Arrays.fill(before, Double.POSITIVE_INFINITY);
    before[0] = 0;
    for (double x : a) {
      now[0] = Double.POSITIVE_INFINITY;
      for (int j = 1; j <= b.length; j++) {
        double least = Math.min(before[j - 1], Math.min(before[j], now[j - 1]));
        now[j] = Math.abs(x - b[j - 1]) + least;
      }
      double[] kept = before;
      before = now;
      now = kept;
    }
    return before[b.length];
  }

  /** {@link #dtwCost} divided by the longest path, 2P - 1. */
  public static double dtw(double[] forecast, double[] truth) {
    check(forecast, truth);
    return dtwCost(forecast, truth) / (2 * truth.length - 1);
  }

  /** Mean over windows, regions and signals of {@link #dtw} of their series. */
  public static double dtw(SignalBatch forecast, SignalBatch truth) {
    check(forecast.values(), truth.values());
    double sum = 0;
    int series = truth.windows() * truth.regions() * truth.signals();
    for (int w = 0; w < truth.windows(); w++) {
      for (int n = 0; n < truth.regions(); n++) {
        for (int f = 0; f < truth.signals(); f++) {
          sum += dtw(line(forecast, w, n, f), line(truth, w, n, f));
        }
      }
    }
    return sum / series;
  }

  private static double[] line(SignalBatch batch, int window, int region, int signal) {
    double[] line = new double[batch.steps()];
    for (int p = 0; p < line.length; p++) {
      line[p] = batch.values()[batch.index(window, region, p) + signal];
    }
    return line;
  }

  /**
   * Area under the ROC curve from average ranks (Mann and Whitney 1947); NaN without both classes.
   *
   * @param labels 1 for positive, 0 for negative
   */
  public static double auroc(int[] labels, double[] scores) {
    double[] ranks = ranks(scores);
    double positives = 0;
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      positives += labels[i];
      sum += labels[i] * ranks[i];
    }
    double negatives = labels.length - positives;
    return (sum - positives * (positives + 1) / 2) / (positives * negatives);
  }

  private static void check(double[] forecast, double[] truth) {
    if (forecast.length != truth.length || truth.length == 0) {
      throw new IllegalArgumentException(
          forecast.length + " forecasts for " + truth.length + " true values");
    }
  }
}

package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.imputation.LagMoments;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.train.Anchor;
import org.braindyn.masked.train.Recording;

/**
 * The R anchor: Kalman smoother with .6 of the recording's moments outside the window and .4 of a
 * group's, in which the recording's own person is not (cross-fitted). Two lags where whole frames
 * are hidden, else one.
 */
final class RecordingAnchor implements Anchor {
  private static final double OWN = 0.6;
  private static final int LAGS = 2;

  private final Map<String, double[][]> trained = new LinkedHashMap<>();
  private final Map<String, LagMoments> withoutOne = new LinkedHashMap<>();
  private final LagMoments all;

  /**
   * @param people z-scored recordings of those who train, by person
   */
  RecordingAnchor(Map<String, double[][]> people) {
    trained.putAll(people);
    all = LagMoments.ofScaled(List.copyOf(trained.values()), LAGS);
    for (String person : trained.keySet()) {
      List<double[][]> others = new ArrayList<>();
      for (Map.Entry<String, double[][]> other : trained.entrySet()) {
        if (!other.getKey().equals(person)) {
          others.add(other.getValue());
        }
      }
      withoutOne.put(person, LagMoments.ofScaled(others, LAGS));
    }
  }

  @Override
  public Estimate estimate(Recording recording, int start, Window window) {
    boolean[][] seen = seen(window);
    double[][] z = LinearBars.cut(recording.signals(), start, window.samples());
    LagMoments group = withoutOne.getOrDefault(recording.person(), all);
    LagMoments moments =
        LinearBars.others(recording.signals(), start, window.samples()).shrunk(group, OWN);
    int order = LinearBars.wholeFrames(seen) ? LAGS : 1;
    var filled = LinearBars.kalman(moments, order, z, seen);
    double[] mean = new double[window.regions() * window.samples()];
    double[] deviation = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      int n = i / window.samples();
      int t = i % window.samples();
      mean[i] = filled.mean()[n][t];
      deviation[i] = Math.sqrt(Math.max(0, filled.variance()[n][t]));
    }
    return new Estimate(mean, deviation);
  }

  private static boolean[][] seen(Window window) {
    int patches = window.samples() / HiddenTokens.PATCH;
    boolean[][] seen = new boolean[window.regions()][window.samples()];
    for (int token : window.kept()) {
      int from = token % patches * HiddenTokens.PATCH;
      java.util.Arrays.fill(seen[token / patches], from, from + HiddenTokens.PATCH, true);
    }
    return seen;
  }
}

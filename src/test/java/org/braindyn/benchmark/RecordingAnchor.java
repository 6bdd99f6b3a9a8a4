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
 * group's, in which the recording's own person is not (cross-fitted; of many people, in five
 * parts). Two lags where whole frames are hidden, else one.
 */
final class RecordingAnchor implements Anchor {
  private static final double OWN = 0.6;
  private static final int LAGS = 2;
  private static final int FEW = 11;
  private static final int PARTS = 5;

  private final Map<String, LagMoments> others = new LinkedHashMap<>();
  private final LagMoments all;
  private final int patch;

  /**
   * @param people z-scored recordings of those who train, by person
   * @param patch samples of a token
   */
  RecordingAnchor(Map<String, double[][]> people, int patch) {
    this.patch = patch;
    all = LagMoments.ofScaled(List.copyOf(people.values()), LAGS);
    List<String> names = List.copyOf(people.keySet());
    int parts = names.size() <= FEW ? names.size() : PARTS;
    for (int part = 0; part < parts; part++) {
      List<double[][]> rest = new ArrayList<>();
      for (int p = 0; p < names.size(); p++) {
        if (p % parts != part) {
          rest.add(people.get(names.get(p)));
        }
      }
      LagMoments moments = LagMoments.ofScaled(rest, LAGS);
      for (int p = part; p < names.size(); p += parts) {
        others.put(names.get(p), moments);
      }
    }
  }

  /** True for people who train. */
  boolean trains(String person) {
    return others.containsKey(person);
  }

  @Override
  public Estimate estimate(Recording recording, int start, Window window) {
    boolean[][] seen = seen(window);
    double[][] z = LinearBars.cut(recording.signals(), start, window.samples());
    LagMoments group = others.getOrDefault(recording.person(), all);
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

  private boolean[][] seen(Window window) {
    int patches = window.samples() / patch;
    boolean[][] seen = new boolean[window.regions()][window.samples()];
    for (int token : window.kept()) {
      int from = token % patches * patch;
      java.util.Arrays.fill(seen[token / patches], from, from + patch, true);
    }
    return seen;
  }
}

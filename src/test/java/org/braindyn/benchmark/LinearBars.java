package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.imputation.Estimate;
import org.braindyn.imputation.KalmanSettings;
import org.braindyn.imputation.KalmanSmoother;
import org.braindyn.imputation.LagMoments;
import org.braindyn.imputation.OwnMoments;
import org.braindyn.imputation.SpatialRidge;
import org.braindyn.imputation.StateSpace;
import org.braindyn.imputation.TimeInterpolation;

/**
 * The linear rows of the masked model's table on one window. W: nothing but the window is known; R:
 * the recording's other frames are seen. More than one lag where whole frames are hidden.
 */
final class LinearBars {
  static final double NOISE = 0.1;
  static final double RIDGE = 0.03;
  private final LagMoments group;

  LinearBars(LagMoments group) {
    this.group = group;
  }

  /** Estimates of a window's hidden values by row of the table. */
  Map<String, Estimate> of(double[][] recording, HiddenTokens.Window window) {
    int from = window.from();
    int frames = window.hidden()[0].length;
    double[][] z = cut(recording, from, frames);
    boolean[][] seen = new boolean[z.length][frames];
    boolean[][] all = new boolean[z.length][recording[0].length];
    for (int n = 0; n < z.length; n++) {
      java.util.Arrays.fill(all[n], true);
      for (int t = 0; t < frames; t++) {
        seen[n][t] = !window.hidden()[n][t];
        all[n][from + t] = seen[n][t];
      }
    }
    KalmanSettings settings = KalmanSettings.defaults();
    SpatialRidge spatial = new SpatialRidge(group.lags().get(0), NOISE);
    Map<String, Estimate> rows = new LinkedHashMap<>();
    rows.put("W mean", new Estimate(new double[z.length][frames], null));
    rows.put("W time interpolation", TimeInterpolation.fill(z, seen));
    rows.put("W visible regions", spatial.fill(z, seen, Progress.NONE));
    rows.put("W + EM", spatial.personal(z, seen, 200, 4).fill(z, seen, Progress.NONE));
    int most = wholeFrames(seen) ? Math.min(3, group.highest()) : 1;
    for (int order = 1; order <= most; order++) {
      rows.put("W Kalman, group VAR(" + order + ")", kalman(group, order, z, seen));
    }
    LagMoments own = OwnMoments.of(z, seen, group, settings.withRounds(4), Progress.NONE);
    rows.put("W Kalman, own + group by EM", kalman(own, 1, z, seen));
    LagMoments others = others(recording, from, frames).shrunk(group, 0.6);
    for (int order = 1; order <= Math.min(2, most); order++) {
      rows.put("R Kalman, .6 own + .4 group VAR(" + order + ")", kalman(others, order, z, seen));
    }
    for (int order = 1; order <= Math.min(2, most); order++) {
      LagMoments whole =
          OwnMoments.of(recording, all, group, settings.withOrder(order), Progress.NONE);
      Estimate filled = kalman(whole, order, recording, all);
      rows.put(
          "R Fill Gaps: whole recording, order " + order,
          new Estimate(cut(filled.mean(), from, frames), cut(filled.variance(), from, frames)));
    }
    return rows;
  }

  /** True if a frame has nothing left to see, where a second lag pays. */
  static boolean wholeFrames(boolean[][] seen) {
    for (int t = 0; t < seen[0].length; t++) {
      boolean any = false;
      for (boolean[] row : seen) {
        any |= row[t];
      }
      if (!any) {
        return true;
      }
    }
    return false;
  }

  static Estimate kalman(LagMoments moments, int order, double[][] z, boolean[][] seen) {
    return new KalmanSmoother(StateSpace.of(moments, order, RIDGE), NOISE)
        .fill(z, seen, Progress.NONE);
  }

  /** Moments of all frames but a window's. */
  static LagMoments others(double[][] recording, int from, int frames) {
    int last = recording[0].length;
    List<double[][]> parts = new ArrayList<>();
    if (from > 3) {
      parts.add(cut(recording, 0, from));
    }
    if (last - from - frames > 3) {
      parts.add(cut(recording, from + frames, last - from - frames));
    }
    return LagMoments.ofScaled(parts, 2);
  }

  static double[][] cut(double[][] values, int from, int frames) {
    double[][] result = new double[values.length][];
    for (int n = 0; n < values.length; n++) {
      result[n] = java.util.Arrays.copyOfRange(values[n], from, from + frames);
    }
    return result;
  }

  /** z-scores over the whole recording, population standard deviation. */
  static double[][] scaled(double[][] values) {
    double[][] result = new double[values.length][];
    for (int n = 0; n < values.length; n++) {
      double mean = java.util.Arrays.stream(values[n]).average().orElse(0);
      double square = java.util.Arrays.stream(values[n]).map(v -> v - mean).map(v -> v * v).sum();
      double sd = Math.sqrt(square / values[n].length);
      result[n] = java.util.Arrays.stream(values[n]).map(v -> (v - mean) / sd).toArray();
    }
    return result;
  }
}

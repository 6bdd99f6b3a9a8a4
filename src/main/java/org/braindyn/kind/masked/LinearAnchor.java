package org.braindyn.kind.masked;

import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.imputation.Estimate;
import org.braindyn.imputation.KalmanSmoother;
import org.braindyn.imputation.LagMoments;
import org.braindyn.imputation.StateSpace;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.train.Anchor;

/** The linear estimate under a masked network: Kalman smoother with a vector autoregression. */
final class LinearAnchor {
  static final double NOISE = 0.1;

  /** Kept beyond the order, for recordings of a slower scanner. */
  private static final int LAGS = 6;

  private static final double RIDGE = 0.03;

  private final LagMoments moments;
  private final StateSpace model;

  /**
   * @param moments lagged covariances of windows in units of their contexts
   * @param order lags of the autoregression
   */
  LinearAnchor(LagMoments moments, int order) {
    this.moments = moments;
    model = StateSpace.of(moments, order, RIDGE);
  }

  /** Learns from windows [region][time]. */
  static LinearAnchor of(List<double[][]> windows, int order) {
    int longest = windows.get(0)[0].length - 2;
    int kept = Math.max(order, Math.min(LAGS, longest));
    return new LinearAnchor(LagMoments.ofScaled(windows, kept), order);
  }

  /** The covariances, lag 0 first. */
  List<Matrix> lags() {
    return moments.lags();
  }

  /** For forecasts, where all of the past is seen. */
  AnchorForecast forecast(int past) {
    return new AnchorForecast(model, NOISE, past);
  }

  /** Estimates a window from its visible tokens, [region, time]. */
  Anchor.Estimate estimate(Window window, int patch) {
    int samples = window.samples();
    int patches = samples / patch;
    double[][] z = new double[window.regions()][samples];
    boolean[][] seen = new boolean[window.regions()][samples];
    for (int token : window.kept()) {
      int region = token / patches;
      int from = token % patches * patch;
      IntStream.range(from, from + patch)
          .forEach(
              t -> {
                z[region][t] = window.signals()[region * samples + t];
                seen[region][t] = true;
              });
    }
    Estimate filled = new KalmanSmoother(model, NOISE).fill(z, seen, Progress.NONE);
    double[] mean = new double[window.regions() * samples];
    double[] deviation = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = filled.mean()[i / samples][i % samples];
      deviation[i] = Math.sqrt(Math.max(0, filled.variance()[i / samples][i % samples]));
    }
    return new Anchor.Estimate(mean, deviation);
  }
}

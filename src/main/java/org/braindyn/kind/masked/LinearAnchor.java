package org.braindyn.kind.masked;

import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.imputation.DeviationScales;
import org.braindyn.imputation.Estimate;
import org.braindyn.imputation.KalmanSmoother;
import org.braindyn.imputation.LagMoments;
import org.braindyn.imputation.StateSpace;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.masked.network.Masking;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.train.Anchor;
import org.braindyn.masked.train.MaskKind;

/**
 * The linear estimate under a masked network: Kalman smoother with a vector autoregression, scaled
 * by its own standard deviation.
 */
final class LinearAnchor {
  static final double NOISE = 0.1;

  /** Kept beyond the order, for recordings of a slower scanner. */
  private static final int LAGS = 6;

  private static final double RIDGE = 0.03;

  private static final double RATIO = 0.5; // of tokens hidden, where scales are learnt

  private final LagMoments moments;
  private final StateSpace model;
  private final DeviationScales scales;

  /**
   * @param moments lagged covariances of windows in units of their contexts
   * @param order lags of the autoregression
   * @param scales what the smoother's answer is multiplied by
   */
  LinearAnchor(LagMoments moments, int order, DeviationScales scales) {
    this(moments, StateSpace.of(moments, order, RIDGE), scales);
  }

  private LinearAnchor(LagMoments moments, StateSpace model, DeviationScales scales) {
    this.moments = moments;
    this.model = model;
    this.scales = scales;
  }

  /** Learns from windows [region][time]. */
  static LinearAnchor of(List<double[][]> windows, int order) {
    int longest = windows.get(0)[0].length - 2;
    int kept = Math.max(order, Math.min(LAGS, longest));
    return new LinearAnchor(LagMoments.ofScaled(windows, kept), order, DeviationScales.NONE);
  }

  /** The same with other scales. */
  LinearAnchor scaled(DeviationScales other) {
    return new LinearAnchor(moments, model, other);
  }

  /**
   * Learns on windows that this estimate was not made from how sure of itself it may be.
   *
   * @param windows each [region][time]
   * @param positions as the network takes them; not looked at
   * @param kinds what is hidden, one kind a window in turn
   */
  void judge(
      List<double[][]> windows,
      double[] positions,
      MaskedPlan plan,
      List<MaskKind> kinds,
      DeviationScales.Learner learner,
      Seed seed) {
    Seed.Stream stream = seed.stream("scales");
    int samples = plan.samples();
    for (int w = 0; w < windows.size(); w++) {
      boolean[] hidden =
          kinds.get(w % kinds.size()).draw(stream, plan.regions(), plan.patches(), RATIO);
      double[] flat = new double[plan.regions() * samples];
      for (int n = 0; n < plan.regions(); n++) {
        System.arraycopy(windows.get(w)[n], 0, flat, n * samples, samples);
      }
      Window window = Window.of(plan.regions(), samples, flat, positions, Masking.visible(hidden));
      Anchor.Estimate estimate = estimate(window, plan.patch());
      for (int t = 0; t < samples; t++) {
        learner.nextFrame();
        for (int i = t; i < flat.length; i += samples) {
          learner.add(flat[i], estimate.mean()[i], estimate.deviation()[i]);
        }
      }
    }
  }

  /** The covariances, lag 0 first. */
  List<Matrix> lags() {
    return moments.lags();
  }

  /** What the smoother's answer is multiplied by. */
  DeviationScales scales() {
    return scales;
  }

  /** For forecasts, where all of the past is seen. */
  AnchorForecast forecast(int past) {
    return new AnchorForecast(model, NOISE, past, scales);
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
      mean[i] *= scales.factor(deviation[i]);
    }
    return new Anchor.Estimate(mean, deviation);
  }
}

package org.braindyn.perturbation;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Differentiable;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.ImpulseForecaster;
import org.braindyn.forecast.LinearForecast;

/**
 * What every region does to every other: regions perturbed one after the other (neural
 * perturbational inference, Luo et al. 2025, Nature Methods), or the exact Jacobian where the model
 * gives it.
 *
 * @param regions the regions
 * @param perFrame mean effect per sd of impulse, [source][target][frame]
 * @param spread standard deviation over windows (ddof 1), same shape; null where not measured
 * @param windows number of starting windows
 * @param method how it was computed, for tables
 */
public record EffectiveConnectivity(
    Regions regions, double[][][] perFrame, double[][][] spread, int windows, String method) {
  /**
   * One impulse into the last frame of the context per region. Takes the model's own shorter way if
   * it has one ({@link ImpulseForecaster}), otherwise one forecast per region.
   *
   * @param contexts unperturbed normalised contexts, [window, region, step, signal]
   * @param size impulse in sd; effects are divided by it
   * @param horizon frames to follow
   */
  public static EffectiveConnectivity byRollouts(
      Forecaster forecaster,
      Regions regions,
      SignalBatch contexts,
      double size,
      int horizon,
      Progress progress) {
    if (!Double.isFinite(size) || size == 0) {
      throw new BadInput(
          "The impulse of the effective connectivity is " + size + " sd. Give a size above 0.");
    }
    String method = forecaster.name() + ", rollouts, impulse " + size + " sd";
    if (contexts.signals() == 1) {
      var effects =
          forecaster
              .as(ImpulseForecaster.class)
              .flatMap(known -> known.impulses(contexts, size, horizon, progress));
      if (effects.isPresent()) {
        return new EffectiveConnectivity(
            regions, effects.get().mean(), effects.get().spread(), contexts.windows(), method);
      }
    }
    int n = regions.size();
    int last = contexts.steps() - 1;
    EffectSums sums = new EffectSums(n, horizon);
    double[][] spread = WithinFrame.ofEach(forecaster, n);
    int block = Math.max(1, Math.min(64, contexts.windows()));
    for (int from = 0; from < contexts.windows(); from += block) {
      SignalBatch part = contexts.slice(from, Math.min(contexts.windows(), from + block));
      SignalBatch plain = forecaster.forecast(part, horizon, progress.quiet());
      for (int u = 0; u < n; u++) {
        Cancelled.check(progress, "Effective connectivity");
        progress.report(
            (from + (double) part.windows() * u / n) / contexts.windows(), "Perturbing regions");
        shift(part, spread[u], last, size);
        SignalBatch with = forecaster.forecast(part, horizon, progress.quiet());
        restore(contexts, part, from, last);
        sums.add(u, with, plain, size);
      }
    }
    return new EffectiveConnectivity(
        regions,
        sums.mean(contexts.windows()),
        sums.sd(contexts.windows()),
        contexts.windows(),
        method);
  }

  /**
   * The exact Jacobian in place of small impulses: forward through a linearised model where that is
   * possible, otherwise one reverse pass per target and frame (see {@link
   * Differentiable#impulseJacobian}).
   *
   * @param horizon frames to follow
   */
  public static EffectiveConnectivity byJacobian(
      Differentiable model, Regions regions, SignalBatch contexts, int horizon, Progress progress) {
    double[][] frames = new double[horizon][horizon];
    for (int t = 0; t < horizon; t++) {
      frames[t][t] = 1;
    }
    return byJacobian(model, regions, contexts, frames, progress);
  }

  /**
   * Weighted sum over frames of the exact effect of an impulse in the context's last frame.
   *
   * @param weights one per frame, e.g. all 1 / horizon for the mean
   * @return one "frame" that holds the weighted sum, [source][target][1]
   */
  public static EffectiveConnectivity byJacobian(
      Differentiable model,
      Regions regions,
      SignalBatch contexts,
      double[] weights,
      Progress progress) {
    return byJacobian(model, regions, contexts, new double[][] {weights}, progress);
  }

  private static EffectiveConnectivity byJacobian(
      Differentiable model,
      Regions regions,
      SignalBatch contexts,
      double[][] weights,
      Progress progress) {
    int n = regions.size();
    double[][][] matrices =
        model
            .as(LinearForecast.class)
            .map(linear -> weighted(linear, contexts, weights, progress))
            .orElseGet(
                () ->
                    WithinFrame.through(
                        WithinFrame.ofEach(model, n),
                        model.impulseJacobian(contexts, weights, progress)));
    double[][][] perFrame = new double[n][n][weights.length];
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        for (int k = 0; k < weights.length; k++) {
          perFrame[u][v][k] = matrices[k][u][v];
        }
      }
    }
    return new EffectiveConnectivity(
        regions, perFrame, null, contexts.windows(), model.name() + ", Jacobian");
  }

  /** What is linear has one response, which is its derivative. */
  private static double[][][] weighted(
      LinearForecast linear, SignalBatch contexts, double[][] weights, Progress progress) {
    int n = contexts.regions();
    double[][][] responses = linear.responses(n, contexts.steps(), weights[0].length, progress);
    double[][][] result = new double[weights.length][n][n];
    for (int k = 0; k < weights.length; k++) {
      for (int u = 0; u < n; u++) {
        for (int v = 0; v < n; v++) {
          for (int t = 0; t < weights[k].length; t++) {
            result[k][u][v] += weights[k][t] * responses[u][v][t];
          }
        }
      }
    }
    return result;
  }

  /** Adds a change of every region, in units of {@code by}. */
  private static void shift(SignalBatch batch, double[] change, int step, double by) {
    for (int r = 0; r < change.length; r++) {
      for (int w = 0; w < batch.windows() && change[r] != 0; w++) {
        batch.set(w, r, step, batch.get(w, r, step) + by * change[r]);
      }
    }
  }

  /** Adding and taking away again may leave a last digit. */
  private static void restore(SignalBatch from, SignalBatch to, int first, int step) {
    for (int w = 0; w < to.windows(); w++) {
      for (int r = 0; r < to.regions(); r++) {
        to.set(w, r, step, from.get(first + w, r, step));
      }
    }
  }

  /** The mean of several people's effects, everybody counting alike; spread is not known. */
  static EffectiveConnectivity average(List<EffectiveConnectivity> people) {
    EffectiveConnectivity first = people.get(0);
    if (people.size() == 1) {
      return first;
    }
    int n = first.regions().size();
    double[][][] sum = new double[n][n][first.frames()];
    int windows = 0;
    for (EffectiveConnectivity one : people) {
      windows += one.windows();
      for (int u = 0; u < n; u++) {
        for (int v = 0; v < n; v++) {
          for (int t = 0; t < sum[u][v].length; t++) {
            sum[u][v][t] += one.perFrame()[u][v][t] / people.size();
          }
        }
      }
    }
    return new EffectiveConnectivity(
        first.regions(), sum, null, windows, first.method() + ", " + people.size() + " people");
  }

  /** Effect in one frame, [source][target]. */
  public double[][] at(int frame) {
    return reduce(path -> path[frame]);
  }

  /** Effect of largest size over frames, with its sign, [source][target]. */
  public double[][] peak() {
    return reduce(
        path -> {
          double peak = 0;
          for (double v : path) {
            peak = Math.abs(v) > Math.abs(peak) ? v : peak;
          }
          return peak;
        });
  }

  /** Mean effect over frames, [source][target]. */
  public double[][] mean() {
    return reduce(path -> java.util.Arrays.stream(path).average().orElse(0));
  }

  /** Frames followed. */
  public int frames() {
    return perFrame[0][0].length;
  }

  private double[][] reduce(java.util.function.ToDoubleFunction<double[]> summary) {
    int n = regions.size();
    double[][] matrix = new double[n][n];
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        matrix[u][v] = summary.applyAsDouble(perFrame[u][v]);
      }
    }
    return matrix;
  }

  /**
   * Sum of sizes that leave every region and that arrive at it, diagonal apart.
   *
   * @param matrix [source][target]
   * @return out-strengths and in-strengths
   */
  public static List<double[]> strengths(double[][] matrix) {
    double[] out = new double[matrix.length];
    double[] in = new double[matrix.length];
    for (int u = 0; u < matrix.length; u++) {
      for (int v = 0; v < matrix.length; v++) {
        if (u != v) {
          out[u] += Math.abs(matrix[u][v]);
          in[v] += Math.abs(matrix[u][v]);
        }
      }
    }
    return List.of(out, in);
  }
}

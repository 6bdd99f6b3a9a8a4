package org.braindyn.forecast;

import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/** A forecaster whose exact Jacobian is known. */
public interface Differentiable extends Forecaster {
  /**
   * Reverse mode: the derivative of the weighted sum of each window's forecast by its context.
   *
   * @param weights one per forecast value, [window, region, step ahead, signal]
   * @return [window, region, step, signal]
   */
  SignalBatch pull(SignalBatch context, SignalBatch weights);

  /**
   * True if {@link #impulseJacobian} knows a shorter way than a reverse pass per target and frame,
   * which take longer than one forecast per region.
   */
  default boolean factors() {
    return false;
  }

  /**
   * Derivative of every region's forecast by every region's last context sample, summed over frames
   * with weights and averaged over windows. Here: one reverse pass per target and summary; models
   * that know a shorter way take that. Of several signals, the first one's.
   *
   * @param weights one row per summary, one number per step ahead; rows of equal length
   * @return [summary][source][target]
   */
  default double[][][] impulseJacobian(SignalBatch context, double[][] weights, Progress progress) {
    int n = context.regions();
    double[][][] result = new double[weights.length][n][n];
    for (int k = 0; k < weights.length; k++) {
      int frames = weights[k].length;
      while (frames > 1 && weights[k][frames - 1] == 0) {
        frames--;
      }
      int size = context.windows() * n * frames * context.signals();
      SignalBatch seeds =
          new SignalBatch(context.windows(), n, frames, context.signals(), new double[size]);
      for (int v = 0; v < n; v++) {
        Cancelled.check(progress, "Effective connectivity");
        progress.report((k + (double) v / n) / weights.length, "Pulling back targets");
        set(seeds, v, weights[k], 1);
        SignalBatch gradient = pull(context, seeds);
        set(seeds, v, weights[k], 0);
        for (int w = 0; w < context.windows(); w++) {
          for (int u = 0; u < n; u++) {
            result[k][u][v] += gradient.get(w, u, context.steps() - 1) / context.windows();
          }
        }
      }
    }
    return result;
  }

  private static void set(SignalBatch seeds, int region, double[] weights, double factor) {
    for (int w = 0; w < seeds.windows(); w++) {
      for (int t = 0; t < seeds.steps(); t++) {
        seeds.set(w, region, t, factor * weights[t]);
      }
    }
  }
}

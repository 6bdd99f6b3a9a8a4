package org.braindyn.forecast;

import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/** An {@link Ensemble} of models whose derivatives are known; its own are their means. */
public final class DifferentiableEnsemble implements Differentiable {
  private static final int BLOCK_ROWS = 1024;

  private final Ensemble ensemble;
  private final List<? extends Differentiable> members;

  /**
   * @param name name for tables
   * @param members one or more
   */
  public DifferentiableEnsemble(String name, List<? extends Differentiable> members) {
    ensemble = new Ensemble(name, members);
    this.members = List.copyOf(members);
  }

  @Override
  public String name() {
    return ensemble.name();
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    return ensemble.forecast(context, horizon, progress);
  }

  /** In small blocks of windows, so that whoever stops it does not wait. */
  @Override
  public double[][][] impulseJacobian(SignalBatch context, double[][] weights, Progress progress) {
    int n = context.regions();
    int block = Math.max(1, BLOCK_ROWS / n);
    int windows = context.windows();
    double[][][] sum = new double[weights.length][n][n];
    for (int from = 0; from < windows; from += block) {
      int to = Math.min(windows, from + block);
      Progress part = progress.part((double) from / windows, (double) to / windows);
      double[][][] here =
          Differentiable.super.impulseJacobian(context.slice(from, to), weights, part);
      for (int k = 0; k < sum.length; k++) {
        for (int u = 0; u < n; u++) {
          for (int v = 0; v < n; v++) {
            sum[k][u][v] += here[k][u][v] * (to - from) / windows;
          }
        }
      }
    }
    return sum;
  }

  @Override
  public SignalBatch pull(SignalBatch context, SignalBatch weights) {
    return Ensemble.mean(members, (Differentiable member) -> member.pull(context, weights));
  }
}

package org.braindyn.perturbation;

import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;

/** x(t+1) = A' x(t): every answer is known. */
final class LinearForecaster implements Forecaster {
  private final double[][] weight;

  /**
   * @param weight [source][target]
   */
  LinearForecaster(double[][] weight) {
    this.weight = weight;
  }

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    int n = context.regions();
    SignalBatch result = new SignalBatch(context.windows(), n, horizon);
    for (int w = 0; w < context.windows(); w++) {
      double[] x = new double[n];
      for (int r = 0; r < n; r++) {
        x[r] = context.get(w, r, context.steps() - 1);
      }
      for (int t = 0; t < horizon; t++) {
        double[] next = new double[n];
        for (int u = 0; u < n; u++) {
          for (int v = 0; v < n; v++) {
            next[v] += weight[u][v] * x[u];
          }
        }
        x = next;
        for (int r = 0; r < n; r++) {
          result.set(w, r, t, x[r]);
        }
      }
    }
    return result;
  }
}

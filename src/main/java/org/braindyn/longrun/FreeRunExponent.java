package org.braindyn.longrun;

import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Differentiable;
import org.braindyn.signal.ContextNormalisation;

/**
 * The largest Lyapunov exponent of a model along its own free run (its noise counts as given): a
 * gradient is pulled back from chunk to chunk through forecast, normalisation and fed-back context,
 * and brought to length 1 after each. The transposed Jacobians in reverse order have the same
 * exponents as the Jacobians (Oseledets 1968); so reverse mode, which every model has, will do.
 */
public final class FreeRunExponent {
  private static final double SETTLE = 0.1; // of the chunks, not counted
  private static final int MOST_CHUNKS = 200;

  private final Differentiable model;
  private final double[][] path;
  private final int context;
  private final int horizon;
  private final double kept;

  /**
   * @param path start and run, [region][context + frames], in standard deviations
   * @param context samples the model sees
   * @param horizon samples it makes at once
   * @param kept share of a context's mean that stays, as {@code Generator} has it
   */
  public FreeRunExponent(
      Differentiable model, double[][] path, int context, int horizon, double kept) {
    this.model = model;
    this.path = path;
    this.context = context;
    this.horizon = horizon;
    this.kept = kept;
  }

  /**
   * The exponent.
   *
   * @param interval time between samples
   * @return per unit of time; NaN if the run is too short or not finite
   */
  public double of(double interval, Progress progress) {
    int chunks = Math.min(MOST_CHUNKS, (path[0].length - context) / horizon);
    int counted = chunks - (int) Math.ceil(SETTLE * chunks);
    if (counted < 2) {
      return Double.NaN;
    }
    int regions = path.length;
    double[][] gradient = new double[regions][context];
    for (int n = 0; n < regions; n++) {
      for (int t = 0; t < context; t++) {
        gradient[n][t] = Math.cos(1.0 + 7 * n + 3 * t);
      }
    }
    scale(gradient);
    double sum = 0;
    for (int k = chunks - 1; k >= 0; k--) {
      Cancelled.check(progress, "Lyapunov exponent");
      progress.report(1 - (k + 1.0) / chunks, "Lyapunov exponent");
      gradient = back(k * horizon, gradient);
      double growth = scale(gradient);
      sum += k < counted ? Math.log(growth) : 0;
    }
    return sum / (counted * horizon * interval);
  }

  private static double scale(double[][] gradient) {
    double squares = 0;
    for (double[] row : gradient) {
      for (double v : row) {
        squares += v * v;
      }
    }
    double length = Math.sqrt(squares);
    for (double[] row : gradient) {
      for (int t = 0; t < row.length; t++) {
        row[t] /= Math.max(length, 1e-300);
      }
    }
    return length;
  }

  /** From the context that starts at {@code from + horizon} to the one that starts at from. */
  double[][] back(int from, double[][] gradient) {
    int regions = path.length;
    SignalBatch raw = new SignalBatch(1, regions, context);
    for (int n = 0; n < regions; n++) {
      System.arraycopy(path[n], from, raw.values(), raw.index(0, n, 0), context);
    }
    ContextNormalisation numbers = ContextNormalisation.of(raw);
    SignalBatch z = numbers.normalise(raw);
    SignalBatch forecast = model.forecast(z, horizon, Progress.NONE);
    SignalBatch weights = new SignalBatch(1, regions, horizon);
    double[][] before = new double[regions][context];
    double[] mean = new double[regions];
    double[] sd = new double[regions];
    for (int n = 0; n < regions; n++) {
      for (int t = 0; t < context; t++) {
        int now = t + horizon - context; // step of the chunk, or a sample of the old context
        if (now < 0) {
          before[n][t + horizon] = gradient[n][t];
        } else {
          weights.set(0, n, now, numbers.sd()[n] * gradient[n][t]);
          mean[n] += kept * gradient[n][t];
          sd[n] += forecast.get(0, n, now) * gradient[n][t];
        }
      }
    }
    SignalBatch pulled = model.pull(z, weights);
    for (int n = 0; n < regions; n++) {
      double level = 0;
      double size = 0;
      for (int t = 0; t < context; t++) {
        level += pulled.get(0, n, t) / context;
        size += pulled.get(0, n, t) * z.get(0, n, t) / context;
      }
      for (int t = 0; t < context; t++) {
        double centred = pulled.get(0, n, t) - level - z.get(0, n, t) * size;
        before[n][t] +=
            centred / numbers.sd()[n] + mean[n] / context + sd[n] * z.get(0, n, t) / context;
      }
    }
    return before;
  }
}

package org.braindyn.forecast;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.LinearAutoregression;
import org.braindyn.kernel.linalg.LargeMatrix;
import org.braindyn.kernel.linalg.LargeProducts;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.work.LocalWork;
import org.braindyn.work.Work;

/**
 * Ridge VAR(p): every region's next sample from the last p samples of all regions, iterated for
 * longer horizons. One signal per region.
 */
public final class VectorAutoregression implements Differentiable, LinearForecast {
  private static final String NAME = "Fitting the autoregression";

  private static final int BLOCK = 256;

  /** Windows x regions below which a matrix product is not worth its setting up. */
  private static final int FEW = 256;

  private final double[][][] coefficients;

  /**
   * @param coefficients [lag - 1][source][target]
   */
  public VectorAutoregression(double[][][] coefficients) {
    this.coefficients = coefficients;
  }

  /**
   * Fits one model per ridge to normalised windows (context and horizon laid end to end), reading
   * the data once.
   */
  public static List<VectorAutoregression> fitWindows(
      WindowSet windows, int order, double[] ridges, Progress progress) {
    return fitWindows(windows, order, ridges, LocalWork.few(NAME), progress);
  }

  /** The same; {@code work} sums over recordings. */
  public static List<VectorAutoregression> fitWindows(
      WindowSet windows, int order, double[] ridges, Work work, Progress progress) {
    VarSums sums = new VarSums(windows.regions(), order, windows.shape());
    return solve(sums.all(windows.recordings(), work, progress), ridges);
  }

  /** Fits one model per ridge to whole recordings, each region z-scored over its recording. */
  public static List<VectorAutoregression> fitRuns(
      List<Recording> recordings, int order, double[] ridges, Progress progress) {
    return fitRuns(recordings, order, ridges, LocalWork.few(NAME), progress);
  }

  /** The same; {@code work} sums over recordings. */
  public static List<VectorAutoregression> fitRuns(
      List<Recording> recordings, int order, double[] ridges, Work work, Progress progress) {
    VarSums sums = new VarSums(recordings.get(0).regions(), order, null);
    return solve(sums.all(recordings, work, progress), ridges);
  }

  private static List<VectorAutoregression> solve(LinearAutoregression sums, double[] ridges) {
    List<VectorAutoregression> models = new ArrayList<>();
    for (double ridge : ridges) {
      models.add(new VectorAutoregression(sums.solve(ridge)));
    }
    return models;
  }

  /** The coefficients, [lag - 1][source][target]; not a copy. */
  public double[][][] coefficients() {
    return coefficients;
  }

  @Override
  public String name() {
    return "VAR(" + coefficients.length + ")";
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    int n = context.regions();
    int order = coefficients.length;
    if (n != coefficients[0].length || context.signals() != 1 || context.steps() < order) {
      throw new BadInput(
          String.format(
              "%s was fitted to %d regions and needs %d samples; it was given %d regions, %d"
                  + " samples and %d signals per region.",
              name(), coefficients[0].length, order, n, context.steps(), context.signals()));
    }
    SignalBatch result = new SignalBatch(context.windows(), n, horizon);
    for (int from = 0; from < context.windows(); from += BLOCK) {
      Cancelled.check(progress, "Forecasting");
      int count = Math.min(BLOCK, context.windows() - from);
      if (count * n < FEW) {
        for (int w = from; w < from + count; w++) {
          forecastOne(context, w, result);
        }
      } else {
        forecast(context, from, count, result);
      }
    }
    return result;
  }

  /** Many windows at once, by matrix products. */
  private void forecast(SignalBatch context, int from, int count, SignalBatch result) {
    int n = context.regions();
    int order = coefficients.length;
    int past = order * n;
    try (LargeMatrix weights = new LargeMatrix(past, n);
        LargeMatrix seen = new LargeMatrix(count, past);
        LargeMatrix next = new LargeMatrix(count, n)) {
      for (int i = 0; i < past; i++) {
        weights.write(i, 0, coefficients[i / n][i % n], 0, n);
      }
      double[][] rows = new double[count][past]; // last sample first, as the lags are counted
      for (int w = 0; w < count; w++) {
        for (int lag = 1; lag <= order; lag++) {
          for (int i = 0; i < n; i++) {
            rows[w][(lag - 1) * n + i] = context.get(from + w, i, context.steps() - lag);
          }
        }
      }
      double[] now = new double[n];
      for (int p = 0; p < result.steps(); p++) {
        for (int w = 0; w < count; w++) {
          seen.write(w, 0, rows[w], 0, past);
        }
        LargeProducts.multiply(false, false, 1, seen, weights, 0, next);
        for (int w = 0; w < count; w++) {
          next.read(w, 0, now, 0, n);
          System.arraycopy(rows[w], 0, rows[w], n, past - n);
          System.arraycopy(now, 0, rows[w], 0, n);
          for (int i = 0; i < n; i++) {
            result.set(from + w, i, p, now[i]);
          }
        }
      }
    }
  }

  private void forecastOne(SignalBatch context, int w, SignalBatch result) {
    int n = context.regions();
    int order = coefficients.length;
    double[][] path = new double[order + result.steps()][n];
    for (int t = 0; t < order; t++) {
      for (int i = 0; i < n; i++) {
        path[t][i] = context.get(w, i, context.steps() - order + t);
      }
    }
    for (int p = 0; p < result.steps(); p++) {
      double[] next = path[order + p];
      for (int lag = 1; lag <= order; lag++) {
        step(path[order + p - lag], coefficients[lag - 1], next);
      }
      for (int i = 0; i < n; i++) {
        result.set(w, i, p, next[i]);
      }
    }
  }

  /** The adjoint of the iterated map. */
  @Override
  public SignalBatch pull(SignalBatch context, SignalBatch weights) {
    int n = context.regions();
    int order = coefficients.length;
    int horizon = weights.steps();
    SignalBatch result = new SignalBatch(context.windows(), n, context.steps());
    for (int w = 0; w < context.windows(); w++) {
      double[][] path = new double[order + horizon][n];
      for (int p = horizon - 1; p >= 0; p--) {
        double[] next = path[order + p];
        for (int i = 0; i < n; i++) {
          next[i] += weights.get(w, i, p);
        }
        for (int lag = 1; lag <= order; lag++) {
          double[] past = path[order + p - lag];
          for (int source = 0; source < n; source++) {
            double[] row = coefficients[lag - 1][source];
            for (int target = 0; target < n; target++) {
              past[source] += row[target] * next[target];
            }
          }
        }
      }
      for (int t = 0; t < order; t++) {
        for (int i = 0; i < n; i++) {
          result.set(w, i, context.steps() - order + t, path[t][i]);
        }
      }
    }
    return result;
  }

  private static void step(double[] past, double[][] weights, double[] next) {
    for (int source = 0; source < past.length; source++) {
      double x = past[source];
      double[] row = weights[source];
      for (int target = 0; target < next.length; target++) {
        next[target] += x * row[target];
      }
    }
  }
}

package org.braindyn.forecast;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/**
 * Linear forecast of every step ahead by itself (not iterated) from the whole context of all
 * regions; longer horizons are forecast in chunks that are fed back. Fitted by {@link
 * DirectRidgeFit}.
 */
public final class DirectRidge implements Forecaster {
  private static final int BLOCK = 48;
  private static final int TOGETHER = 4;

  private final int regions;
  private final int context;
  private final int horizon;
  private final LagBins bins;
  private final double[][] coefficients;
  private final List<double[][]> withoutFold;
  private final Map<String, Integer> foldOf;

  /**
   * @param coefficients [bin * regions + region][region * horizon + step]
   * @param withoutFold the same, fitted without the people of each fold; may be empty
   * @param foldOf fold of every training person
   */
  public DirectRidge(
      int regions,
      int context,
      int horizon,
      double[][] coefficients,
      List<double[][]> withoutFold,
      Map<String, Integer> foldOf) {
    this.regions = regions;
    this.context = context;
    this.horizon = horizon;
    this.coefficients = coefficients;
    this.withoutFold = List.copyOf(withoutFold);
    this.foldOf = Map.copyOf(foldOf);
    bins = new LagBins(context);
    if (coefficients.length != bins.count() * regions
        || coefficients[0].length != regions * horizon) {
      throw new BadInput(
          String.format(
              "The linear forecast has %d x %d coefficients; %d regions, context %d and horizon %d"
                  + " need %d x %d.",
              coefficients.length,
              coefficients[0].length,
              regions,
              context,
              horizon,
              bins.count() * regions,
              regions * horizon));
    }
  }

  /** The coefficients; not a copy. */
  public double[][] coefficients() {
    return coefficients;
  }

  /** Steps of one chunk. */
  public int horizon() {
    return horizon;
  }

  /** Samples of a context. */
  public int context() {
    return context;
  }

  @Override
  public String name() {
    return "direct ridge";
  }

  @Override
  public SignalBatch forecast(SignalBatch batch, int steps, Progress progress) {
    return Chunks.forecast(batch, horizon, steps, progress, (c, used) -> chunk(c, null, progress));
  }

  /**
   * One chunk, for every training person by coefficients that have not seen this person.
   *
   * @param persons whose each window is; null to use all coefficients' knowledge
   */
  public SignalBatch chunk(SignalBatch batch, List<String> persons, Progress progress) {
    if (batch.regions() != regions || batch.steps() != context || batch.signals() != 1) {
      throw new BadInput(
          String.format(
              "The linear forecast was fitted to %d regions and %d samples of context; it was given"
                  + " %d regions, %d samples and %d signals.",
              regions, context, batch.regions(), batch.steps(), batch.signals()));
    }
    Map<double[][], List<Integer>> byWeights = new IdentityHashMap<>();
    for (int w = 0; w < batch.windows(); w++) {
      Integer fold = persons == null ? null : foldOf.get(persons.get(w));
      double[][] weights =
          fold == null || withoutFold.isEmpty() ? coefficients : withoutFold.get(fold);
      byWeights.computeIfAbsent(weights, key -> new ArrayList<>()).add(w);
    }
    SignalBatch result = new SignalBatch(batch.windows(), regions, horizon);
    byWeights.forEach((weights, windows) -> multiply(batch, windows, weights, result, progress));
    return result;
  }

  /**
   * The reverse of {@link #chunk}.
   *
   * @param weights one per forecast value, [window, region, horizon, 1]
   * @return derivative of the weighted sum by the contexts, [window, region, step, 1]
   */
  SignalBatch pull(SignalBatch weights) {
    SignalBatch result = new SignalBatch(weights.windows(), regions, context);
    double[] gradient = new double[coefficients.length];
    int outputs = regions * horizon;
    for (int w = 0; w < weights.windows(); w++) {
      int from = w * outputs;
      for (int i = 0; i < gradient.length; i++) {
        double sum = 0;
        for (int j = 0; j < outputs; j++) {
          sum += coefficients[i][j] * weights.values()[from + j];
        }
        gradient[i] = sum;
      }
      for (int n = 0; n < regions; n++) {
        bins.pull(gradient, n, regions, result.values(), result.index(w, n, 0), context);
      }
    }
    return result;
  }

  /** The coefficients are larger than the cache, so every one read serves many windows. */
  private void multiply(
      SignalBatch batch,
      List<Integer> windows,
      double[][] weights,
      SignalBatch result,
      Progress progress) {
    for (int from = 0; from < windows.size(); from += BLOCK) {
      Cancelled.check(progress, "Forecasting");
      List<Integer> block = windows.subList(from, Math.min(windows.size(), from + BLOCK));
      double[][] rows = new double[block.size()][regions * horizon];
      double[][] features =
          block.stream()
              .map(w -> DirectRidgeSums.features(bins, batch, w))
              .toArray(double[][]::new);
      for (int i = 0; i < weights.length; i += TOGETHER) {
        for (int b = 0; b < rows.length; b++) {
          add(rows[b], features[b], weights, i);
        }
      }
      for (int b = 0; b < rows.length; b++) {
        System.arraycopy(
            rows[b], 0, result.values(), block.get(b) * rows[b].length, rows[b].length);
      }
    }
  }

  /** Adds what features i, i + 1, ... contribute. */
  private static void add(double[] row, double[] features, double[][] weights, int i) {
    if (i + TOGETHER > weights.length) {
      for (int k = i; k < weights.length; k++) {
        for (int j = 0; j < row.length; j++) {
          row[j] += features[k] * weights[k][j];
        }
      }
      return;
    }
    double a = features[i];
    double b = features[i + 1];
    double c = features[i + 2];
    double d = features[i + 3];
    double[] wa = weights[i];
    double[] wb = weights[i + 1];
    double[] wc = weights[i + 2];
    double[] wd = weights[i + 3];
    for (int j = 0; j < row.length; j++) {
      row[j] += a * wa[j] + b * wb[j] + c * wc[j] + d * wd[j];
    }
  }
}

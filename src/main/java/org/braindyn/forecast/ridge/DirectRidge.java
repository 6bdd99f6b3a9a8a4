package org.braindyn.forecast.ridge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Chunks;
import org.braindyn.forecast.LinearForecast;
import org.braindyn.kernel.linalg.LargeMatrix;
import org.braindyn.kernel.linalg.LargeProducts;
import org.braindyn.kernel.linalg.Matrix;

/**
 * Linear forecast of every step ahead by itself (not iterated) from the whole context of all
 * regions; longer horizons are forecast in chunks that are fed back. Fitted by {@link
 * DirectRidgeFit}.
 */
public final class DirectRidge implements SkipForecast, LinearForecast {
  /** Windows that are forecast by one product. */
  private static final int BLOCK = 256;

  private final int regions;
  private final int context;
  private final int horizon;
  private final LagBins bins;
  private final LargeMatrix coefficients;
  private final List<LargeMatrix> withoutFold;
  private final Map<String, Integer> foldOf;

  /**
   * A forecast with these coefficients.
   *
   * @param coefficients [bin * regions + region][region * horizon + step]
   * @throws BadInput if the shapes do not fit
   */
  public DirectRidge(int regions, int context, int horizon, double[][] coefficients) {
    this(
        regions,
        context,
        horizon,
        LargeMatrix.of(Matrix.of(coefficients).transposed()),
        List.of(),
        Map.of());
  }

  /**
   * @param coefficients [region * horizon + step][bin * regions + region]
   * @param withoutFold the same, fitted without the people of each fold; may be empty
   * @param foldOf fold of every training person
   */
  DirectRidge(
      int regions,
      int context,
      int horizon,
      LargeMatrix coefficients,
      List<LargeMatrix> withoutFold,
      Map<String, Integer> foldOf) {
    this.regions = regions;
    this.context = context;
    this.horizon = horizon;
    this.coefficients = coefficients;
    this.withoutFold = List.copyOf(withoutFold);
    this.foldOf = Map.copyOf(foldOf);
    bins = new LagBins(context);
    if (coefficients.columns() != bins.count() * regions
        || coefficients.rows() != regions * horizon) {
      throw new BadInput(
          String.format(
              "The linear forecast has %d x %d coefficients; %d regions, context %d and horizon %d"
                  + " need %d x %d.",
              coefficients.columns(),
              coefficients.rows(),
              regions,
              context,
              horizon,
              bins.count() * regions,
              regions * horizon));
    }
  }

  /** A copy of the coefficients, [bin * regions + region][region * horizon + step]. */
  @Override
  public double[][] coefficients() {
    double[][] result = new double[coefficients.columns()][coefficients.rows()];
    double[] row = new double[coefficients.columns()];
    for (int j = 0; j < coefficients.rows(); j++) {
      coefficients.read(j, 0, row, 0, row.length);
      for (int i = 0; i < row.length; i++) {
        result[i][j] = row[i];
      }
    }
    return result;
  }

  /** Steps of one chunk. */
  @Override
  public int horizon() {
    return horizon;
  }

  /** Samples of a context. */
  @Override
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
  @Override
  public SignalBatch chunk(SignalBatch batch, List<String> persons, Progress progress) {
    if (batch.regions() != regions || batch.steps() != context || batch.signals() != 1) {
      throw new BadInput(
          String.format(
              "The linear forecast was fitted to %d regions and %d samples of context; it was given"
                  + " %d regions, %d samples and %d signals.",
              regions, context, batch.regions(), batch.steps(), batch.signals()));
    }
    Map<LargeMatrix, List<Integer>> byWeights = new LinkedHashMap<>();
    for (int w = 0; w < batch.windows(); w++) {
      Integer fold = persons == null ? null : foldOf.get(persons.get(w));
      LargeMatrix weights =
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
  @Override
  public SignalBatch pull(SignalBatch weights) {
    SignalBatch result = new SignalBatch(weights.windows(), regions, context);
    int outputs = regions * horizon;
    double[] gradient = new double[coefficients.columns()];
    for (int from = 0; from < weights.windows(); from += BLOCK) {
      int count = Math.min(BLOCK, weights.windows() - from);
      try (LargeMatrix seeds = new LargeMatrix(count, outputs);
          LargeMatrix gradients = new LargeMatrix(count, gradient.length)) {
        for (int b = 0; b < count; b++) {
          seeds.write(b, 0, weights.values(), (from + b) * outputs, outputs);
        }
        LargeProducts.multiply(false, false, 1, seeds, coefficients, 0, gradients);
        for (int b = 0; b < count; b++) {
          gradients.read(b, 0, gradient, 0, gradient.length);
          for (int n = 0; n < regions; n++) {
            bins.pull(gradient, n, regions, result.values(), result.index(from + b, n, 0), context);
          }
        }
      }
    }
    return result;
  }

  /** The coefficients are larger than the cache, so every one read serves many windows. */
  private void multiply(
      SignalBatch batch,
      List<Integer> windows,
      LargeMatrix weights,
      SignalBatch result,
      Progress progress) {
    int outputs = regions * horizon;
    for (int from = 0; from < windows.size(); from += BLOCK) {
      Cancelled.check(progress, "Forecasting");
      List<Integer> block = windows.subList(from, Math.min(windows.size(), from + BLOCK));
      try (LargeMatrix features = new LargeMatrix(block.size(), weights.columns());
          LargeMatrix rows = new LargeMatrix(block.size(), outputs)) {
        for (int b = 0; b < block.size(); b++) {
          double[] row = DirectRidgeSums.features(bins, batch, block.get(b));
          features.write(b, 0, row, 0, row.length);
        }
        LargeProducts.multiply(false, true, 1, features, weights, 0, rows);
        for (int b = 0; b < block.size(); b++) {
          rows.read(b, 0, result.values(), block.get(b) * outputs, outputs);
        }
      }
    }
  }
}

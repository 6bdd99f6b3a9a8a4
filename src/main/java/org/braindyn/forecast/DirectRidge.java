package org.braindyn.forecast;

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
    return Chunks.forecast(batch, horizon, steps, progress, c -> chunk(c, null, progress));
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
    SignalBatch result = new SignalBatch(batch.windows(), regions, horizon);
    double[] row = new double[regions * horizon];
    for (int w = 0; w < batch.windows(); w++) {
      Cancelled.check(progress, "Forecasting");
      double[] features = DirectRidgeSums.features(bins, batch, w);
      Integer fold = persons == null ? null : foldOf.get(persons.get(w));
      double[][] weights =
          fold == null || withoutFold.isEmpty() ? coefficients : withoutFold.get(fold);
      java.util.Arrays.fill(row, 0);
      for (int i = 0; i < features.length; i++) {
        double x = features[i];
        double[] from = weights[i];
        for (int j = 0; j < row.length; j++) {
          row[j] += x * from[j];
        }
      }
      System.arraycopy(row, 0, result.values(), w * row.length, row.length);
    }
    return result;
  }
}

package org.braindyn.graph;

import org.braindyn.data.SignalBatch;
import org.braindyn.kernel.linalg.LargeMatrix;
import org.braindyn.kernel.linalg.LargeProducts;
import org.braindyn.signal.WindowSet;

/**
 * The correlations of {@link Correlation} for thousands of regions: one matrix outside the Java
 * heap and no other of its size (10 000 regions: 0.8 GB). Close it to free the memory.
 */
public final class LargeCorrelation implements Scores, AutoCloseable {
  /** Regions from which this way is worth its copies. */
  static final int REGIONS = 2000;

  /** Samples that are added at once. */
  private static final int SAMPLES = 960;

  private final LargeMatrix matrix;
  private final double[] sum;
  private long samples;

  private LargeCorrelation(int regions) {
    matrix = new LargeMatrix(regions, regions);
    sum = new double[regions];
  }

  /**
   * Of signals.
   *
   * @param signals [region][time], without missing values
   */
  public static LargeCorrelation of(double[][] signals) {
    double[][] rows = Correlation.centred(signals);
    int frames = rows[0].length;
    LargeCorrelation result = new LargeCorrelation(rows.length);
    try (LargeMatrix block = new LargeMatrix(Math.min(SAMPLES, frames), rows.length)) {
      double[] values = new double[rows.length];
      for (int from = 0; from < frames; from += SAMPLES) {
        int count = Math.min(SAMPLES, frames - from);
        for (int t = 0; t < count; t++) {
          for (int n = 0; n < values.length; n++) {
            values[n] = rows[n][from + t];
          }
          result.put(block, t, values);
        }
        result.add(block, count);
      }
    }
    return result.finish();
  }

  /** Of all contexts laid end to end, each z-scored by itself. */
  public static LargeCorrelation ofContexts(WindowSet windows) {
    int regions = windows.regions();
    int steps = windows.context();
    int together = Math.max(1, SAMPLES / steps);
    LargeCorrelation result = new LargeCorrelation(regions);
    try (LargeMatrix block = new LargeMatrix(together * steps, regions)) {
      double[] values = new double[regions];
      for (int from = 0; from < windows.size(); from += together) {
        int to = Math.min(windows.size(), from + together);
        SignalBatch contexts = windows.range(from, to).context();
        for (int w = 0; w < to - from; w++) {
          for (int t = 0; t < steps; t++) {
            for (int n = 0; n < regions; n++) {
              values[n] = contexts.get(w, n, t);
            }
            result.put(block, w * steps + t, values);
          }
        }
        result.add(block, (to - from) * steps);
      }
    }
    return result.finish();
  }

  private void put(LargeMatrix block, int row, double[] values) {
    block.write(row, 0, values, 0, values.length);
    for (int n = 0; n < values.length; n++) {
      sum[n] += values[n];
    }
  }

  private void add(LargeMatrix block, int count) {
    LargeProducts.addGram(block, count, matrix);
    samples += count;
  }

  /** Sums of products become correlations, exactly symmetric. */
  private LargeCorrelation finish() {
    matrix.mirrorLower();
    double[] variance = new double[sum.length];
    for (int i = 0; i < variance.length; i++) {
      double[] square = new double[1];
      matrix.read(i, i, square, 0, 1);
      variance[i] = square[0] - sum[i] * sum[i] / samples;
    }
    matrix.change(
        (i, row) -> {
          for (int j = 0; j < row.length; j++) {
            double scale = Math.sqrt(variance[i] * variance[j]);
            double value = scale > 0 ? (row[j] - sum[i] * sum[j] / samples) / scale : 0;
            row[j] = i == j ? 1 : Math.max(-1, Math.min(1, value));
          }
        });
    return this;
  }

  @Override
  public int size() {
    return sum.length;
  }

  @Override
  public void row(int source, double[] into) {
    matrix.read(source, 0, into, 0, into.length);
  }

  @Override
  public void close() {
    matrix.close();
  }
}

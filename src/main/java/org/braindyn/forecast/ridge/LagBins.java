package org.braindyn.forecast.ridge;

import java.util.ArrayList;
import java.util.List;

/**
 * A context seen through bins of lags that widen with age: the last four samples one by one, older
 * ones summed and divided by the square root of the bin's width.
 */
public final class LagBins {
  private static final int SINGLE = 4;
  private static final double GROWTH = 1.45;
  private static final double LAST = 0.8;

  private final int[] edges;

  /**
   * @param context samples of a context
   */
  public LagBins(int context) {
    List<Integer> list = new ArrayList<>(List.of(0));
    int edge = 0;
    while (edge < Math.min(SINGLE, context)) {
      list.add(++edge);
    }
    while (edge < context) {
      int next = (int) Math.round(edge * GROWTH);
      edge = next < LAST * context ? next : context;
      list.add(edge);
    }
    edges = list.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Number of bins K. */
  public int count() {
    return edges.length - 1;
  }

  /** Mean lag of a bin, 1 for the last sample. */
  public double lag(int bin) {
    return (edges[bin] + edges[bin + 1] + 1) / 2.0;
  }

  /**
   * The bins of one region's context.
   *
   * @param context values, oldest first, starting at {@code at}
   * @param steps samples
   * @param into receives bin k at {@code offset + k * stride}
   */
  public void apply(double[] context, int at, int steps, double[] into, int offset, int stride) {
    for (int k = 0; k < count(); k++) {
      double sum = 0;
      for (int lag = edges[k]; lag < edges[k + 1]; lag++) {
        sum += context[at + steps - 1 - lag];
      }
      into[offset + k * stride] = sum / Math.sqrt(edges[k + 1] - edges[k]);
    }
  }

  /**
   * The reverse of {@link #apply}.
   *
   * @param gradient of bin k at {@code offset + k * stride}
   * @param into gradients of the context are added here, oldest first, starting at {@code at}
   */
  void pull(double[] gradient, int offset, int stride, double[] into, int at, int steps) {
    for (int k = 0; k < count(); k++) {
      double share = gradient[offset + k * stride] / Math.sqrt(edges[k + 1] - edges[k]);
      for (int lag = edges[k]; lag < edges[k + 1]; lag++) {
        into[at + steps - 1 - lag] += share;
      }
    }
  }
}

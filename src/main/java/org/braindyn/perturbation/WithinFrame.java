package org.braindyn.perturbation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Law;

/**
 * What changes of some regions in one frame do to the others in the same frame, if the forecaster
 * is a {@link Law} that knows; else nothing.
 */
final class WithinFrame {
  private final Optional<Law> law;
  private final SignalBatch batch;
  private final int step;

  /** What held regions were before, [window]. */
  private final Map<Integer, double[]> before = new TreeMap<>();

  private WithinFrame(Optional<Law> law, SignalBatch batch, int step) {
    this.law = law;
    this.batch = batch;
    this.step = step;
  }

  /**
   * @param batch the frame is one step of it, which {@link #spread} changes
   */
  static WithinFrame of(Forecaster forecaster, SignalBatch batch, int step) {
    return new WithinFrame(forecaster.as(Law.class), batch, step);
  }

  /** Tells that a region is about to be changed, and is held at what it is changed to. */
  void hold(int region) {
    if (law.isPresent() && !before.containsKey(region)) {
      double[] values = new double[batch.windows()];
      for (int w = 0; w < values.length; w++) {
        values[w] = batch.get(w, region, step);
      }
      before.put(region, values);
    }
  }

  /** Changes the others by what the held ones do to them. */
  void spread() {
    if (before.isEmpty()) {
      return;
    }
    int[] held = before.keySet().stream().mapToInt(r -> r).toArray();
    double[][] change = law.orElseThrow().within(held);
    for (int w = 0; w < batch.windows(); w++) {
      for (int k = 0; k < held.length; k++) {
        double by = batch.get(w, held[k], step) - before.get(held[k])[w];
        for (int v = 0; v < batch.regions() && by != 0; v++) {
          if (!before.containsKey(v)) {
            batch.set(w, v, step, batch.get(w, v, step) + by * change[k][v]);
          }
        }
      }
    }
  }

  /** What a unit of every region alone does within its frame, [source][region]. */
  static double[][] ofEach(Forecaster forecaster, int regions) {
    Optional<Law> law = forecaster.as(Law.class);
    double[][] each = new double[regions][];
    for (int u = 0; u < regions; u++) {
      int[] alone = {u};
      each[u] =
          law.map(l -> l.within(alone)[0]).orElseGet(() -> Law.nothingWithin(alone, regions)[0]);
    }
    return each;
  }

  /** Effects of single samples, [summary][source][target], to effects of what moves with them. */
  static double[][][] through(double[][] spread, double[][][] effects) {
    int n = spread.length;
    double[][][] result = new double[effects.length][n][n];
    for (int k = 0; k < effects.length; k++) {
      for (int u = 0; u < n; u++) {
        for (int i = 0; i < n; i++) {
          for (int v = 0; v < n && spread[u][i] != 0; v++) {
            result[k][u][v] += spread[u][i] * effects[k][i][v];
          }
        }
      }
    }
    return result;
  }
}

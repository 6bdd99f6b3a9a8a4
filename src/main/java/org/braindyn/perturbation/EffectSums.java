package org.braindyn.perturbation;

import org.braindyn.data.SignalBatch;

/** Running sums of effects over windows, so that windows need not be kept. */
final class EffectSums {
  private final double[][][] sum;
  private final double[][][] square;

  EffectSums(int regions, int frames) {
    sum = new double[regions][regions][frames];
    square = new double[regions][regions][frames];
  }

  void add(int source, SignalBatch with, SignalBatch without, double size) {
    for (int v = 0; v < with.regions(); v++) {
      for (int t = 0; t < with.steps(); t++) {
        for (int w = 0; w < with.windows(); w++) {
          double effect = (with.get(w, v, t) - without.get(w, v, t)) / size;
          sum[source][v][t] += effect;
          square[source][v][t] += effect * effect;
        }
      }
    }
  }

  double[][][] mean(int windows) {
    return map((s, q) -> s / windows);
  }

  double[][][] sd(int windows) {
    return map(
        (s, q) -> windows > 1 ? Math.sqrt(Math.max(0, q - s * s / windows) / (windows - 1)) : 0);
  }

  private double[][][] map(java.util.function.DoubleBinaryOperator f) {
    double[][][] result = new double[sum.length][sum.length][sum[0][0].length];
    for (int u = 0; u < sum.length; u++) {
      for (int v = 0; v < sum.length; v++) {
        for (int t = 0; t < result[u][v].length; t++) {
          result[u][v][t] = f.applyAsDouble(sum[u][v][t], square[u][v][t]);
        }
      }
    }
    return result;
  }
}

package org.braindyn.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.junit.jupiter.api.Test;

/** Contexts that forecasts were fed back into are scaled as the model knows contexts. */
class RescaledContextTest {
  private static final Regions REGIONS = Regions.named(List.of("A", "B", "alone"));
  private static final double[][] WEIGHT = {{0.5, 0.6, 0}, {0, 0.5, 0}, {0, 0, 0.9}};
  private static final int CONTEXT = 6;

  private static SignalBatch context() {
    SignalBatch batch = new SignalBatch(2, 3, CONTEXT);
    Seed.Stream random = Seed.of(8).stream("contexts");
    for (int w = 0; w < 2; w++) {
      for (int r = 0; r < 3; r++) {
        double[] x =
            java.util.stream.DoubleStream.generate(random::gaussian).limit(CONTEXT).toArray();
        double[] z = scaled(x, 0);
        for (int t = 0; t < CONTEXT; t++) {
          batch.set(w, r, t, z[t]);
        }
      }
    }
    return batch;
  }

  private static double mean(double[] x) {
    return java.util.Arrays.stream(x).average().orElse(0);
  }

  private static double sd(double[] x, double floor) {
    double m = mean(x);
    double square = java.util.Arrays.stream(x).map(v -> (v - m) * (v - m)).sum();
    return Math.max(floor, Math.sqrt(square / x.length));
  }

  private static double[] scaled(double[] x, double floor) {
    double m = mean(x);
    double s = sd(x, floor);
    return java.util.Arrays.stream(x).map(v -> (v - m) / s).toArray();
  }

  /** Frame by frame by hand: scale, one step of A, scale back, add the step, slide. */
  private static double[][] byHand(SignalBatch batch, int window, double added, int frames) {
    double[][] x = new double[3][CONTEXT];
    for (int r = 0; r < 3; r++) {
      for (int t = 0; t < CONTEXT; t++) {
        x[r][t] = batch.get(window, r, t);
      }
    }
    double[][] result = new double[3][frames];
    for (int f = 0; f < frames; f++) {
      double[] next = new double[3];
      for (int v = 0; v < 3; v++) {
        double sum = 0;
        for (int u = 0; u < 3; u++) {
          sum += WEIGHT[u][v] * scaled(x[u], 0.5)[CONTEXT - 1];
        }
        next[v] = mean(x[v]) + sd(x[v], 0.5) * sum + (v == 0 ? added : 0);
        result[v][f] = next[v];
      }
      for (int v = 0; v < 3; v++) {
        System.arraycopy(x[v], 1, x[v], 0, CONTEXT - 1);
        x[v][CONTEXT - 1] = next[v];
      }
    }
    return result;
  }

  @Test
  void effectsAreThoseComputedByHand() {
    SignalBatch contexts = context();
    PerturbationMap map = compute(new LinearForecaster(WEIGHT), "step on A size 2 onset 0", 9);
    for (int w = 0; w < 2; w++) {
      double[][] with = byHand(contexts, w, 2, 9);
      double[][] without = byHand(contexts, w, 0, 9);
      for (int r = 0; r < 3; r++) {
        for (int t = 0; t < 9; t++) {
          assertEquals(with[r][t] - without[r][t], map.effects().get(w, r, t), 1e-12);
        }
      }
    }
    assertTrue(Math.abs(map.mean()[1][8]) > 0.1, "the effect is there");
    for (double v : map.mean()[2]) {
      assertEquals(0.0, v, 0.0, "a region without links hears nothing, exactly");
    }
  }

  @Test
  void theModelSeesMeanZeroAndSizeOneUnlessARegionHardlyMoves() {
    List<double[]> seen = new ArrayList<>();
    LinearForecaster linear = new LinearForecaster(WEIGHT);
    Forecaster spy =
        new Forecaster() {
          @Override
          public String name() {
            return "spy";
          }

          @Override
          public SignalBatch forecast(SignalBatch c, int horizon, Progress progress) {
            for (int r = 0; r < 3; r++) {
              double[] x = new double[CONTEXT];
              for (int t = 0; t < CONTEXT; t++) {
                x[t] = c.get(0, r, t);
              }
              seen.add(new double[] {r, mean(x), sd(x, 0)});
            }
            return linear.forecast(c, horizon, progress);
          }
        };
    compute(spy, "hold on A size 3 onset 0; step on B size 5 onset 0", 12);
    boolean still = false;
    for (double[] s : seen) {
      assertEquals(0, s[1], 1e-9);
      assertTrue(s[2] < 1 + 1e-9, "sd " + s[2]);
      still |= s[0] == 0 && s[2] < 1e-9;
    }
    assertTrue(still, "a region held longer than the context does not move at all");
  }

  private static PerturbationMap compute(Forecaster model, String text, int frames) {
    return PerturbationMap.compute(
        model,
        REGIONS,
        2,
        context(),
        Perturbation.parse(text, 2),
        PerturbationMap.Settings.frames(frames),
        Progress.NONE);
  }

  @Test
  void peaksByBothConventions() {
    double[] biphasic = {0, 0.1, 0.4, 0.6, 0.5, 0.1, -0.4, -0.7, -0.5};
    assertEquals(7, EffectPeak.largest(biphasic));
    assertEquals(3, EffectPeak.first(biphasic));
    double[] small = {0, 0.1, 0.3, 0.2, -0.4, -0.7, -0.5};
    assertEquals(5, EffectPeak.first(small), "a first swing of less than half does not count");
    assertEquals(3, EffectPeak.first(new double[] {0, 0.2, 0.7, 1, 0.9, 0.1}));
    assertEquals(0, EffectPeak.first(new double[] {2, 1, 0.5}));
    assertEquals(2, EffectPeak.first(new double[] {0, 1, 2, Double.NaN}));
    assertEquals(0, EffectPeak.first(new double[] {0, 0, 0}));
    assertEquals(3, EffectPeak.largest(new double[] {0, 1, 2, -3}));
  }
}

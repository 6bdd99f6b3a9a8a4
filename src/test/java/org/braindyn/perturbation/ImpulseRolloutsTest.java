package org.braindyn.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.Forecaster;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.impulse.ImpulseRollouts;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Impulses by the shorter way have the effects that one forecast per region gives. */
class ImpulseRolloutsTest {
  private static final String THREADS = "braindyn.threads";
  private static final int WINDOWS = 2;

  /** Of the largest effect between regions, in double. */
  private static final double TOLERANCE = 3e-5;

  /** One forecast per region, whatever shorter way the model knows. */
  private static EffectiveConnectivity plain(
      BrainDyn model, SignalBatch contexts, double size, int horizon) {
    Forecaster forecaster =
        new Forecaster() {
          @Override
          public String name() {
            return "plain";
          }

          @Override
          public SignalBatch forecast(SignalBatch context, int steps, Progress progress) {
            return model.forecast(context, steps, progress);
          }
        };
    Regions regions = Regions.numbered("R", contexts.regions());
    return EffectiveConnectivity.byRollouts(
        forecaster, regions, contexts, size, horizon, Progress.NONE);
  }

  private static EffectiveConnectivity shorter(
      BrainDyn model, SignalBatch contexts, double size, int horizon) {
    Regions regions = Regions.numbered("R", contexts.regions());
    return EffectiveConnectivity.byRollouts(
        new BrainDynForecaster(model), regions, contexts, size, horizon, Progress.NONE);
  }

  /** Weights as they are drawn, times a factor; the maps are drawn larger than the reference's. */
  private static BrainDyn model(
      ModelSettings settings, double[][] edges, double factor, long seed) {
    BrainDyn model = BrainDyn.create(settings, BrainGraph.ofMatrix(edges), Seed.of(seed));
    double[] values = model.parameters().numbers();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    model.parameters().setNumbers(values);
    return model;
  }

  private static double[][] edges(int n, int links, long seed) {
    Seed.Stream random = Seed.of(seed).stream("edges");
    double[][] edges = new double[n][n];
    for (int u = 0; u < n - 1; u++) {
      for (int k = 0; k < links; k++) {
        int v = random.integer(n - 1); // the last region has no link
        edges[u][v] = u == v ? 0 : 1;
      }
    }
    return edges;
  }

  private static SignalBatch contexts(int n, int steps, long seed) {
    SignalBatch contexts = new SignalBatch(WINDOWS, n, steps);
    Seed.Stream random = Seed.of(seed).stream("contexts");
    for (int i = 0; i < contexts.values().length; i++) {
      contexts.values()[i] = random.gaussian();
    }
    return contexts;
  }

  /** Largest difference between regions, of the largest effect between regions. */
  private static double disagreement(double[][][] a, double[][][] b) {
    double worst = 0;
    double largest = 0;
    for (int u = 0; u < a.length; u++) {
      for (int v = 0; v < a.length; v++) {
        for (int t = 0; u != v && t < a[u][v].length; t++) {
          worst = Math.max(worst, Math.abs(a[u][v][t] - b[u][v][t]));
          largest = Math.max(largest, Math.abs(b[u][v][t]));
        }
      }
    }
    assertTrue(largest > 1e-4, "linked");
    return worst / largest;
  }

  @ParameterizedTest
  @CsvSource({
    "rk4, 30, 2, 1, 30, 1, 1, 1", // method, regions, links, layers, frames, impulse, factor, seed
    "rk4, 30, 2, 1, 30, -3, 1, 2",
    "rk4, 30, 12, 1, 25, 2, 1, 3", // a dense graph, a short last chunk
    "rk4, 30, 2, 2, 30, 1, 1, 4",
    "rk4, 30, 2, 1, 10, 1, 1, 5", // one chunk
    "midpoint, 30, 3, 1, 45, 1, 1, 6", // chunks that see nothing but what changed
    "euler, 30, 3, 1, 7, 0.01, 1, 7",
    "rk4, 30, 3, 1, 30, 1, 2, 8", // half of the rows are integrated in full
    "rk4, 20, 3, 1, 20, 1, 4, 9", // chaos: next to none has a short series
    "rk4, 1, 0, 1, 12, 1, 1, 10",
  })
  void equalOneForecastPerRegion(
      String method,
      int n,
      int links,
      int layers,
      int horizon,
      double size,
      double factor,
      long seed) {
    ModelSettings settings =
        ModelSettings.builder(n)
            .method(method)
            .lstmLayers(layers)
            .perMapXavier(true)
            .width(64)
            .precision(Precision.DOUBLE)
            .build();
    SignalBatch contexts = contexts(n, settings.context(), seed);
    try (BrainDyn model = model(settings, edges(n, links, seed), factor, seed)) {
      EffectiveConnectivity expected = plain(model, contexts, size, horizon);
      EffectiveConnectivity actual = shorter(model, contexts, size, horizon);
      if (n > 1) {
        double worst = disagreement(actual.perFrame(), expected.perFrame());
        assertTrue(worst < TOLERANCE, "mean differs by " + worst);
        worst = disagreement(actual.spread(), expected.spread());
        assertTrue(worst < TOLERANCE, "sd differs by " + worst);
        assertEquals(0.0, actual.perFrame()[0][n - 1][horizon - 1], 0.0, "no link");
        assertEquals(0.0, actual.perFrame()[n - 1][0][horizon - 1], 0.0);
      }
      for (int t = 0; t < horizon; t++) {
        double own = expected.perFrame()[0][0][t];
        assertEquals(own, actual.perFrame()[0][0][t], 1e-4 * Math.max(1e-2, Math.abs(own)));
      }
    }
  }

  /** In float both ways round; neither may be much further from double than the other. */
  @ParameterizedTest
  @CsvSource({"1, 1", "0.1, 2", "-3, 3"})
  void asExactInFloatAsForecastsAre(double size, long seed) {
    int n = 30;
    ModelSettings wide =
        ModelSettings.builder(n).perMapXavier(true).precision(Precision.DOUBLE).build();
    ModelSettings single = wide.change().precision(Precision.FLOAT).build();
    SignalBatch contexts = contexts(n, 30, seed);
    double[][] edges = edges(n, 2, seed);
    try (BrainDyn exact = model(wide, edges, 1, seed);
        BrainDyn model = model(single, edges, 1, seed)) {
      double[][][] truth = plain(exact, contexts, size, 30).perFrame();
      double rounding = disagreement(plain(model, contexts, size, 30).perFrame(), truth);
      double ours = disagreement(shorter(model, contexts, size, 30).perFrame(), truth);
      assertTrue(ours < 2 * rounding + 2e-5, ours + " against " + rounding);
    }
  }

  @Test
  void mostRowsNeedFewEvaluationsAndThreadsChangeNothing() {
    int n = 60;
    ModelSettings settings = ModelSettings.builder(n).precision(Precision.FLOAT).build();
    SignalBatch contexts = contexts(n, 30, 1);
    String before = System.getProperty(THREADS);
    try (BrainDyn model = model(settings, edges(n, 2, 1), 1, 1)) {
      System.setProperty(THREADS, "1");
      ImpulseRollouts one = model.impulseRollouts(contexts, 1, 30, Progress.NONE);
      System.setProperty(THREADS, "3");
      ImpulseRollouts three = model.impulseRollouts(contexts, 1, 30, Progress.NONE);
      assertTrue(Arrays.deepEquals(one.mean(), three.mean()));
      assertTrue(Arrays.deepEquals(one.spread(), three.spread()));
      assertTrue(one.full() < 0.08 * one.rows(), one.full() + " of " + one.rows());
      assertTrue(one.evaluations() < 8 * one.rows(), one.evaluations() + " for " + one.rows());
    } finally {
      if (before == null) {
        System.clearProperty(THREADS);
      } else {
        System.setProperty(THREADS, before);
      }
    }
  }

  @Test
  void stopsWhenAskedTo() {
    Progress stopped =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    ModelSettings settings = ModelSettings.builder(10).build();
    try (BrainDyn model = model(settings, edges(10, 2, 1), 1, 1)) {
      SignalBatch contexts = contexts(10, 30, 1);
      assertThrows(Cancelled.class, () -> model.impulseRollouts(contexts, 1, 30, stopped));
    }
  }

  @Test
  void otherModelsHaveNoShorterWay() {
    ModelSettings settings = ModelSettings.builder(3).variant(Variant.CONTINUOUS).build();
    try (BrainDyn model = model(settings, edges(3, 1, 1), 1, 1)) {
      assertFalse(model.spreads());
      int ahead = settings.horizon() + 1; // within a chunk the continuous variant has one
      SignalBatch contexts = contexts(3, 30, 1);
      assertTrue(
          new BrainDynForecaster(model).impulses(contexts, 1, ahead, Progress.NONE).isEmpty());
      double[][][] same = plain(model, contexts, 1, ahead).perFrame();
      assertTrue(Arrays.deepEquals(same, shorter(model, contexts, 1, ahead).perFrame()));
    }
  }
}

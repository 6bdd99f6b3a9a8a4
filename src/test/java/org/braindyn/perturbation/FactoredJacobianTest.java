package org.braindyn.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.Differentiable;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.History;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The Jacobian in forward mode equals reverse mode, which equals impulses (JacobianTest). */
class FactoredJacobianTest {
  private static final String THREADS = "braindyn.threads";

  /** Reverse mode of the same model, whatever shorter way it knows. */
  private record Reverse(BrainDynForecaster model) implements Differentiable {
    @Override
    public String name() {
      return model.name();
    }

    @Override
    public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
      return model.forecast(context, horizon, progress);
    }

    @Override
    public SignalBatch pull(SignalBatch context, SignalBatch weights) {
      return model.pull(context, weights);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RELEASED, rk4, 6, 9, 1, false, false",
    "RELEASED, rk4, 6, 8, 1, false, false",
    "RELEASED, rk4, 6, 3, 2, true, true",
    "RELEASED, midpoint, 6, 5, 2, false, true",
    "RELEASED, euler, 6, 9, 1, true, false",
    "RELEASED, rk4, 1, 2, 1, false, false",
    "RELEASED, euler, 70, 4, 1, false, false",
    "RELEASED, euler, 80, 4, 1, false, false", // two uneven blocks of rows
    "CONTINUOUS, rk4, 6, 9, 1, false, false",
    "CONTINUOUS, rk4, 6, 8, 2, true, true",
    "CONTINUOUS, midpoint, 6, 5, 1, false, true",
    "CONTINUOUS, euler, 6, 9, 1, true, false",
    "CONTINUOUS, rk4, 1, 2, 1, false, false",
    "CONTINUOUS, euler, 110, 4, 1, false, false", // two blocks of rows and of sources
  })
  void equalsReverseMode(
      Variant variant,
      String method,
      int n,
      int horizon,
      int layers,
      boolean symmetric,
      boolean normalised) {
    // A context of 5 and chunks of 3: the third chunk sees nothing but what changed.
    ModelSettings settings =
        ModelSettings.builder(n)
            .hidden(5)
            .maps(4)
            .width(9)
            .lstmLayers(layers)
            .context(5)
            .horizon(3)
            .variant(variant)
            .method(method)
            .degreeNormalised(normalised)
            .precision(Precision.DOUBLE)
            .build();
    double[][] edges = new double[n][n];
    for (int i = 0; i < n - 2; i++) {
      link(edges, i, (i + 2) % (n - 1), symmetric);
      link(edges, i + 1, i, symmetric);
    }
    SignalBatch contexts = contexts(7, n, 5);
    Regions regions = Regions.numbered("R", n);
    try (BrainDyn model = BrainDyn.create(settings, BrainGraph.ofMatrix(edges), Seed.of(2))) {
      assertTrue(model.factors());
      unlikeTheStart(model);
      BrainDynForecaster f = new BrainDynForecaster(model);
      EffectiveConnectivity exact =
          EffectiveConnectivity.byJacobian(f, regions, contexts, horizon, Progress.NONE);
      EffectiveConnectivity reverse =
          EffectiveConnectivity.byJacobian(
              new Reverse(f), regions, contexts, horizon, Progress.NONE);
      double largest = 0;
      for (int u = 0; u < n; u++) {
        for (int v = 0; v < n; v++) {
          for (int t = 0; t < horizon; t++) {
            double e = reverse.perFrame()[u][v][t];
            double tolerance = 1e-8 * Math.abs(e) + 1e-15;
            assertEquals(e, exact.perFrame()[u][v][t], tolerance, u + " on " + v + " at " + t);
            largest = u == v ? largest : Math.max(largest, Math.abs(e));
          }
        }
      }
      if (n > 1) {
        assertTrue(largest > 1e-6, "linked");
        assertEquals(0.0, exact.perFrame()[0][n - 1][horizon - 1], 0.0, "no link");
        assertEquals(0.0, exact.perFrame()[n - 1][0][horizon - 1], 0.0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void threadsChangeNothing(Variant variant) {
    int n = 70;
    double[][] edges = new double[n][n];
    for (int i = 0; i < n; i++) {
      edges[i][(i * 11 + 5) % n] = i == (i * 11 + 5) % n ? 0 : 1;
    }
    SignalBatch contexts = contexts(9, n, 30);
    double[][] weights = new double[2][15];
    weights[0][14] = 1;
    weights[1][3] = -2;
    weights[1][12] = 0.5;
    ModelSettings settings =
        ModelSettings.builder(n).variant(variant).precision(Precision.FLOAT).build();
    String before = System.getProperty(THREADS);
    try (BrainDyn model = BrainDyn.create(settings, BrainGraph.ofMatrix(edges), Seed.of(2))) {
      System.setProperty(THREADS, "1");
      double[][][] one = model.impulseJacobian(contexts, weights, Progress.NONE);
      System.setProperty(THREADS, "3");
      double[][][] three = model.impulseJacobian(contexts, weights, Progress.NONE);
      assertTrue(Arrays.deepEquals(one, three));
      assertTrue(Math.abs(one[1][5][60]) > 1e-9, "5 is linked to 60");
    } finally {
      if (before == null) {
        System.clearProperty(THREADS);
      } else {
        System.setProperty(THREADS, before);
      }
    }
  }

  @Test
  void onlyModelsThatFactorDoSo() {
    ModelSettings released = ModelSettings.builder(3).build();
    for (ModelSettings other :
        List.of(
            released.change().variant(Variant.CONTINUOUS).method("dopri5").build(),
            released.change().signals(2).build(),
            released.change().method("dopri5").build(),
            released.change().coupling(Coupling.NONE).build(),
            released.change().history(History.LAST_VALUE).build())) {
      BrainGraph graph = BrainGraph.ofMatrix(new double[3][3]);
      try (BrainDyn model = BrainDyn.create(other, graph, Seed.of(1))) {
        assertFalse(model.factors());
        SignalBatch context =
            new SignalBatch(1, 3, 30, other.signals(), new double[90 * other.signals()]);
        double[][][] matrix =
            new BrainDynForecaster(model)
                .impulseJacobian(context, new double[][] {{1, 0}}, Progress.NONE);
        assertEquals(1, matrix[0][1][1], 0.5, "the state goes on");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void singlePrecisionIsCloseEnough(Variant variant) {
    int n = 40;
    double[][] edges = new double[n][n];
    for (int i = 0; i < n; i++) {
      edges[i][(i * 7 + 3) % n] = i == (i * 7 + 3) % n ? 0 : 1;
      edges[i][(i + 1) % n] = 1;
    }
    SignalBatch contexts = contexts(3, n, 30);
    double[] mean = new double[30];
    java.util.Arrays.fill(mean, 1.0 / 30);
    double[][][] results = new double[2][][];
    for (Precision precision : Precision.values()) {
      ModelSettings settings =
          ModelSettings.builder(n).variant(variant).precision(precision).build();
      try (BrainDyn model = BrainDyn.create(settings, BrainGraph.ofMatrix(edges), Seed.of(2))) {
        results[precision.ordinal()] =
            EffectiveConnectivity.byJacobian(
                    new BrainDynForecaster(model),
                    Regions.numbered("R", n),
                    contexts,
                    mean,
                    Progress.NONE)
                .at(0);
      }
    }
    double error = 0;
    double size = 0;
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        if (u != v) {
          error = Math.max(error, Math.abs(results[0][u][v] - results[1][u][v]));
          size = Math.max(size, Math.abs(results[1][u][v]));
        }
      }
    }
    assertTrue(error < 1e-4 * size, error + " of " + size);
  }

  /** Gates are all equal at first, and maps small: then slips could not be seen. */
  private static void unlikeTheStart(BrainDyn model) {
    Seed.Stream random = Seed.of(8).stream("parameters");
    double[] values = model.parameters().numbers();
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.4 * random.gaussian();
    }
    model.parameters().setNumbers(values);
  }

  private static void link(double[][] edges, int from, int to, boolean symmetric) {
    edges[from][to] = 1;
    edges[to][from] = symmetric ? 1 : edges[to][from];
  }

  private static SignalBatch contexts(int windows, int n, int steps) {
    SignalBatch contexts = new SignalBatch(windows, n, steps);
    Seed.Stream random = Seed.of(4).stream("contexts");
    for (int i = 0; i < contexts.values().length; i++) {
      contexts.values()[i] = random.gaussian();
    }
    return contexts;
  }
}

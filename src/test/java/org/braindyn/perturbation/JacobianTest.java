package org.braindyn.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exact Jacobian and small impulses say the same, over several chunks. */
class JacobianTest {
  private static final int N = 6;
  private static final int HORIZON = 8; // chunks of 3, 3 and 2

  @ParameterizedTest
  @EnumSource(Variant.class)
  void agreesWithSmallImpulses(Variant variant) {
    ModelSettings settings =
        ModelSettings.builder(N)
            .hidden(5)
            .maps(4)
            .width(9)
            .context(7)
            .horizon(3)
            .variant(variant)
            .precision(Precision.DOUBLE)
            .build();
    double[][] edges = new double[N][N];
    for (int i = 0; i < N - 1; i++) {
      edges[i][(i + 2) % (N - 1)] = 1;
      edges[(i + 1) % (N - 1)][i] = 1;
    }
    SignalBatch contexts = new SignalBatch(9, N, 7);
    Seed.Stream random = Seed.of(4).stream("contexts");
    for (int i = 0; i < contexts.values().length; i++) {
      contexts.values()[i] = random.gaussian();
    }
    Regions regions = Regions.numbered("R", N);
    try (BrainDyn model = BrainDyn.create(settings, BrainGraph.ofMatrix(edges), Seed.of(2))) {
      BrainDynForecaster f = new BrainDynForecaster(model);
      EffectiveConnectivity exact =
          EffectiveConnectivity.byJacobian(f, regions, contexts, HORIZON, Progress.NONE);
      EffectiveConnectivity up =
          EffectiveConnectivity.byRollouts(f, regions, contexts, 1e-5, HORIZON, Progress.NONE);
      double[] mean = new double[HORIZON];
      java.util.Arrays.fill(mean, 1.0 / HORIZON);
      double[][] summed =
          EffectiveConnectivity.byJacobian(f, regions, contexts, mean, Progress.NONE).at(0);
      for (int u = 0; u < N; u++) {
        for (int v = 0; v < N; v++) {
          for (int t = 0; t < HORIZON; t++) {
            double e = exact.perFrame()[u][v][t];
            assertEquals(e, up.perFrame()[u][v][t], 1e-3 * Math.max(1e-3, Math.abs(e)));
          }
          assertEquals(exact.mean()[u][v], summed[u][v], 1e-12);
        }
      }
      assertTrue(Math.abs(exact.perFrame()[0][2][5]) > 1e-6, "linked");
      assertEquals(0.0, exact.perFrame()[0][N - 1][7], 0.0, "the last region has no link");
      assertEquals(0.0, exact.perFrame()[N - 1][0][7], 0.0);
    }
  }
}

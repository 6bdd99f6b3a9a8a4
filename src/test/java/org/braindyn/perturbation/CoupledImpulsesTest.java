package org.braindyn.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.impulse.ImpulseRollouts;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Impulses with the encoder shared are those of one forecast per region, continuous variant. */
class CoupledImpulsesTest {
  private static final int N = 14;
  private static final int CHUNK = 4;

  /** Region 3 has no link; 0 to 8 are one piece, 9 to 13 another. */
  private static BrainGraph graph() {
    double[][] edges = new double[N][N];
    for (int u = 0; u < 8; u++) {
      int v = u + 1 == 3 ? 4 : u + 1;
      edges[u == 3 ? 2 : u][v] = 1;
      edges[u == 3 ? 2 : u][0] = u == 0 ? 0 : 1;
    }
    for (int u = 9; u < 13; u++) {
      edges[u][u + 1] = 1;
      edges[u + 1][9] = 1;
    }
    edges[3] = new double[N];
    for (double[] row : edges) {
      row[3] = 0;
    }
    return BrainGraph.ofMatrix(edges);
  }

  private static BrainDyn model(Precision precision, String method) {
    ModelSettings s =
        ModelSettings.builder(N)
            .context(9)
            .horizon(CHUNK)
            .hidden(5)
            .maps(4)
            .width(7)
            .variant(Variant.CONTINUOUS)
            .perMapXavier(true)
            .method(method)
            .precision(precision)
            .build();
    return BrainDyn.create(s, graph(), Seed.of(2));
  }

  private static SignalBatch contexts(int windows) {
    Seed.Stream random = Seed.of(4).stream("contexts");
    double[] values = new double[windows * N * 9];
    Arrays.setAll(values, i -> random.gaussian());
    return new SignalBatch(windows, N, 9, 1, values);
  }

  /** What one forecast per region says, [source][target][step][mean, sd]. */
  private static double[][][][] slowly(BrainDyn model, SignalBatch contexts, double size, int h) {
    double[][][][] result = new double[N][N][h][2];
    SignalBatch plain = model.forecast(contexts, h);
    int count = contexts.windows();
    for (int u = 0; u < N; u++) {
      SignalBatch moved = contexts.copy();
      for (int w = 0; w < count; w++) {
        moved.set(w, u, 8, contexts.get(w, u, 8) + size);
      }
      SignalBatch with = model.forecast(moved, h);
      for (int v = 0; v < N; v++) {
        for (int p = 0; p < h; p++) {
          double[] e = new double[count];
          for (int w = 0; w < count; w++) {
            e[w] = (with.get(w, v, p) - plain.get(w, v, p)) / size;
          }
          double mean = Arrays.stream(e).average().orElseThrow();
          double squares = Arrays.stream(e).map(x -> (x - mean) * (x - mean)).sum();
          result[u][v][p] = new double[] {mean, Math.sqrt(squares / (count - 1))};
        }
      }
    }
    return result;
  }

  @ParameterizedTest
  @CsvSource({
    "DOUBLE, rk4, 0.5, 3, 1e-12",
    "DOUBLE, midpoint, -2, 4, 1e-12",
    "DOUBLE, euler, 0.01, 1, 1e-11",
    "FLOAT, rk4, 0.5, 4, 5e-6"
  })
  void areThoseOfOneForecastPerRegion(
      Precision precision, String method, double size, int horizon, double within) {
    try (BrainDyn model = model(precision, method)) {
      SignalBatch contexts = contexts(5);
      ImpulseRollouts found =
          model.coupledImpulses(contexts, size, horizon, Progress.NONE).orElseThrow();
      double[][][][] slow = slowly(model, contexts, size, horizon);
      double others = 0;
      for (int u = 0; u < N; u++) {
        for (int v = 0; v < N; v++) {
          for (int p = 0; p < horizon; p++) {
            assertEquals(slow[u][v][p][0], found.mean()[u][v][p], within, u + " " + v + " " + p);
            assertEquals(slow[u][v][p][1], found.spread()[u][v][p], 10 * within);
            others = u == v ? others : Math.max(others, Math.abs(found.mean()[u][v][p]));
            boolean apart = u != v && (u == 3 || v == 3 || u < 9 != v < 9);
            assertTrue(!apart || found.mean()[u][v][p] == 0, "no path from " + u + " to " + v);
          }
        }
      }
      assertTrue(others > 1e-4, "regions hear one another: " + others);
    }
  }

  @Test
  void whatItCannotDoIsLeftToForecasts() {
    try (BrainDyn model = model(Precision.DOUBLE, "rk4");
        BrainDyn adaptive = model(Precision.DOUBLE, "dopri5")) {
      assertEquals(
          Optional.empty(), model.coupledImpulses(contexts(2), 1, CHUNK + 1, Progress.NONE));
      assertEquals(Optional.empty(), adaptive.coupledImpulses(contexts(2), 1, 1, Progress.NONE));
    }
  }

  @Test
  void stopsWhenAsked() {
    Progress stop =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    try (BrainDyn model = model(Precision.FLOAT, "rk4")) {
      assertThrows(Cancelled.class, () -> model.coupledImpulses(contexts(3), 1, 2, stop));
    }
  }
}

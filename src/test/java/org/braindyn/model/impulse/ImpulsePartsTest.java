package org.braindyn.model.impulse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kernel.ChebyshevLanes;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.field.Chebyshev;
import org.braindyn.model.parameter.Initialisation;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.sheaf.Adjacency;
import org.junit.jupiter.api.Test;

/** The parts that impulses into all regions are made of. */
class ImpulsePartsTest {
  /** exp on [-1, 1]: 14 terms reach 1e-14; the sum by lanes equals the function. */
  @Test
  void seriesOfAKnownFunction() {
    int k = 16;
    ChebyshevLanes lanes = new ChebyshevLanes(k, 3);
    double last = 0;
    for (int m = 0; m < k; m++) {
      double sum = 0;
      for (int i = 0; i < k; i++) {
        sum += Chebyshev.weight(k, m, i) * Math.exp(Chebyshev.node(k, i));
      }
      java.util.Arrays.fill(lanes.term(m), sum);
      last = sum;
    }
    assertTrue(Math.abs(last) < 1e-15, "coefficients fall like 1 / (2^m m!)");
    try (Kernel kernel = Kernel.plain(Precision.DOUBLE)) {
      double[] t = {-0.93, 0.2, 1.005};
      // x = 5 + 2 t
      Vec x = kernel.vec(new double[] {5 + 2 * t[0], 5 + 2 * t[1], 5 + 2 * t[2]});
      Vec y = kernel.vec(3);
      lanes.forget();
      lanes.sum(x, 5, 2, k, 3, y);
      for (int r = 0; r < 3; r++) {
        assertEquals(Math.exp(t[r]), y.get(r), 1e-13);
        assertEquals(Math.abs(t[r]), lanes.reach(r), 1e-13);
      }
    }
    assertEquals(Math.cos(5 * Math.acos(0.3)), Chebyshev.polynomial(5, 0.3), 1e-14);
    assertEquals(1, Chebyshev.polynomial(0, 0.3), 0);
  }

  /** A chain 0 -> 1 -> 2 -> 3 and a region alone: one link per chunk, in both directions. */
  @Test
  void reachGrowsByOneLinkPerChunk() {
    double[][] edges = new double[5][5];
    edges[0][1] = 1;
    edges[1][2] = 1;
    edges[2][3] = 1;
    ImpulseReach reach =
        new ImpulseReach(new Adjacency(BrainGraph.ofMatrix(edges)), 1, 4, 2); // lanes: 1, 2, 3, 4
    assertArrayEquals(new int[] {}, reach.changed(0, 0));
    assertArrayEquals(new int[] {0}, reach.reached(0, 0));
    assertArrayEquals(new int[] {0, 1}, reach.reached(1, 0));
    assertArrayEquals(new int[] {1, 0, 2}, reach.reached(0, 2), "the source itself comes first");
    assertArrayEquals(new int[] {1, 0, 2}, reach.changed(1, 2));
    assertArrayEquals(new int[] {0, 2}, reach.arriving(1, 2));
    assertEquals(1, reach.place(1, 2));
    assertArrayEquals(new int[] {2, 1}, reach.changed(1, 3));
    assertArrayEquals(new int[] {2, 1, 0}, reach.reached(1, 3));
    assertArrayEquals(new int[] {3}, reach.reached(1, 4));
  }

  @Test
  void sourcesInTurnsGiveTheSame() {
    int n = 11;
    int horizon = 9;
    double[][] edges = new double[n][n];
    for (int u = 0; u < n; u++) {
      edges[u][(u * 3 + 1) % n] = u == (u * 3 + 1) % n ? 0 : 1;
    }
    ModelSettings settings =
        ModelSettings.builder(n)
            .horizon(4)
            .width(32)
            .perMapXavier(true)
            .precision(Precision.DOUBLE)
            .build();
    SignalBatch contexts = new SignalBatch(2, n, 30);
    Seed.Stream random = Seed.of(3).stream("contexts");
    for (int i = 0; i < contexts.values().length; i++) {
      contexts.values()[i] = random.gaussian();
    }
    Parameters parameters = Initialisation.draw(settings, Seed.of(4));
    Adjacency graph = new Adjacency(BrainGraph.ofMatrix(edges));
    ImpulseRollouts once = run(settings, graph, parameters, contexts, horizon, 1 << 20);
    ImpulseRollouts turns = run(settings, graph, parameters, contexts, horizon, 4 * 10 * n);
    assertEquals(once.rows(), turns.rows());
    double largest = 0;
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        assertArrayEquals(once.mean()[u][v], turns.mean()[u][v], 1e-5);
        assertArrayEquals(once.spread()[u][v], turns.spread()[u][v], 1e-5);
        largest = u == v ? largest : Math.max(largest, Math.abs(once.mean()[u][v][horizon - 1]));
      }
    }
    assertTrue(largest > 0.01, "linked");
  }

  private static ImpulseRollouts run(
      ModelSettings settings,
      Adjacency graph,
      Parameters parameters,
      SignalBatch contexts,
      int horizon,
      int most) {
    return ImpulseRollouts.run(
        settings,
        graph,
        parameters,
        contexts,
        new ImpulseRollouts.Impulse(1, horizon, most),
        Progress.NONE);
  }
}

package org.braindyn.model.sheaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.braindyn.data.Precision;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedLinksTest {
  private static final int N = 4;
  private static final int HIDDEN = 3;
  private static final int WINDOWS = 2;

  private static double[] doubles(int count, long seed) {
    return new Random(seed).doubles(count, -1, 1).toArray();
  }

  /** Message and gradient by the stalks. */
  private static double[][] run(Adjacency graph, boolean normalised) {
    ModelSettings s =
        ModelSettings.builder(N)
            .hidden(HIDDEN)
            .maps(4)
            .precision(Precision.DOUBLE)
            .degreeNormalised(normalised)
            .build();
    Parameters parameters = new Parameters(Names.shapes(s));
    parameters.set(Names.MAPS, doubles(N * HIDDEN * 4, 1));
    parameters.set(Names.SOURCE_GATES, doubles(N * 4, 2));
    parameters.set(Names.TARGET_GATES, doubles(N * 4, 3));
    int size = N * HIDDEN * WINDOWS;
    try (Kernel kernel = Kernel.plain(Precision.DOUBLE)) {
      SheafLaplacian sheaf = new SheafLaplacian(kernel, s, graph, WINDOWS);
      sheaf.load(parameters);
      Vec h = kernel.vec(doubles(size, 4));
      Vec message = kernel.vec(size);
      sheaf.forward(0, h, 0, WINDOWS, message);
      Vec gradH = kernel.vec(size);
      sheaf.backward(0, h, 0, WINDOWS, kernel.vec(doubles(size, 5)), gradH, 0);
      double[][] both = new double[2][size];
      for (int i = 0; i < size; i++) {
        both[0][i] = message.get(i);
        both[1][i] = gradH.get(i);
      }
      return both;
    }
  }

  /** An edge of weight 1 beside edges of 1/2 sends what it sends when listed twice, by half. */
  @Test
  void weightsCountAsRepeatedEdges() {
    BrainGraph weighted =
        new BrainGraph(
            N, new int[] {0, 1, 2, 3}, new int[] {1, 2, 0, 1}, new double[] {4, -2, 2, 2});
    BrainGraph repeated =
        new BrainGraph(N, new int[] {0, 1, 2, 3, 0}, new int[] {1, 2, 0, 1, 1}, new double[5]);
    double[][] a = run(Adjacency.weighted(weighted), false);
    double[][] b = run(new Adjacency(repeated), false);
    for (int part = 0; part < 2; part++) {
      for (int i = 0; i < a[part].length; i++) {
        assertEquals(b[part][i], 2 * a[part][i], 1e-12);
      }
    }
  }

  /** On a ring of equal weights every region has the mean strength: nothing differs. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0.3})
  void equalWeightsOnARingAreNone(double weight) {
    double[] weights = {weight, weight, weight, weight};
    BrainGraph ring = new BrainGraph(N, new int[] {0, 1, 2, 3}, new int[] {1, 2, 3, 0}, weights);
    double[][] a = run(Adjacency.weighted(ring), true);
    double[][] b = run(new Adjacency(ring), true);
    for (int part = 0; part < 2; part++) {
      for (int i = 0; i < a[part].length; i++) {
        assertEquals(b[part][i], a[part][i], 1e-12);
      }
    }
  }

  @Test
  void aRegionWithStrongLinksHearsMore() {
    BrainGraph graph =
        new BrainGraph(N, new int[] {0, 2}, new int[] {1, 3}, new double[] {1, 0.01});
    double[] message = run(Adjacency.weighted(graph), true)[0];
    double strong = 0;
    double weak = 0;
    for (int i = 0; i < HIDDEN; i++) {
      for (int w = 0; w < WINDOWS; w++) {
        strong += Math.abs(message[i * N * WINDOWS + WINDOWS + w]);
        weak += Math.abs(message[i * N * WINDOWS + 3 * WINDOWS + w]);
      }
    }
    assertTrue(strong > 5 * weak, strong + " " + weak);
  }
}

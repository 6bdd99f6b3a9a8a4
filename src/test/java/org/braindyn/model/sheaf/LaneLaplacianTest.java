package org.braindyn.model.sheaf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.braindyn.data.Precision;
import org.braindyn.data.Seed;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.Initialisation;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes as lanes against a product per node: two computations of the same messages. */
class LaneLaplacianTest {
  private static BrainGraph graph(int regions, int edges, boolean symmetric) {
    Random random = new Random(regions);
    int[] source = new int[symmetric ? 2 * edges : edges];
    int[] target = new int[source.length];
    double[] weight = new double[source.length];
    for (int e = 0; e < edges; e++) {
      source[e] = random.nextInt(regions);
      target[e] = (source[e] + 1 + random.nextInt(regions - 1)) % regions;
      if (symmetric) {
        source[edges + e] = target[e];
        target[edges + e] = source[e];
      }
    }
    for (int e = 0; e < edges; e++) {
      weight[e] = 0.2 + random.nextDouble();
      weight[(e + edges) % weight.length] = weight[e];
    }
    return new BrainGraph(regions, source, target, weight);
  }

  /**
   * Edge by edge and by the adjacency matrix; one window, one group, several groups with a rest.
   */
  @ParameterizedTest
  @CsvSource({
    "5, 8, true, 1, 4, 3, false, false",
    "7, 12, false, 3, 5, 1, true, false",
    "20, 60, true, 4, 16, 16, false, false",
    "20, 60, false, 2, 3, 6, true, true",
    "300, 500, false, 3, 2, 3, false, true",
    "300, 9000, true, 3, 4, 4, true, true"
  })
  void equalsAProductPerNode(
      int regions,
      int edges,
      boolean symmetric,
      int windows,
      int hidden,
      int maps,
      boolean normalised,
      boolean weighted) {
    ModelSettings settings =
        ModelSettings.builder(regions)
            .hidden(hidden)
            .maps(maps)
            .degreeNormalised(normalised)
            .build();
    BrainGraph edgesOf = graph(regions, edges, symmetric);
    Adjacency graph = weighted ? Adjacency.weighted(edgesOf) : new Adjacency(edgesOf);
    assertEquals(symmetric, graph.symmetric);
    Parameters parameters = Initialisation.draw(settings, Seed.of(3));
    Random random = new Random(1);
    double[] values = parameters.numbers();
    for (int i = 0; i < values.length; i++) {
      values[i] += random.nextGaussian();
    }
    parameters.setNumbers(values);
    int size = regions * windows * hidden;
    int at = 7; // stalks inside a longer state
    try (Kernel kernel = Kernel.best(Precision.DOUBLE)) {
      Messages[] ways = {
        new SheafLaplacian(kernel, settings, graph, windows),
        new LaneLaplacian(kernel, settings, graph, windows + 1)
      };
      Vec first = kernel.vec(random.doubles(size + at, -1, 1).toArray());
      Vec second = kernel.vec(random.doubles(size + at, -1, 1).toArray());
      Vec gradMessage = kernel.vec(random.doubles(size, -1, 1).toArray());
      double[][] messages = new double[2][size];
      double[][] back = new double[2][size + at];
      Gradient[] gradients = {parameters.zeros(), parameters.zeros()};
      for (int w = 0; w < 2; w++) {
        Vec message = kernel.vec(size);
        Vec gradH = kernel.vec(size + at);
        ways[w].load(parameters);
        ways[w].forward(0, first, at, windows, message);
        message.addTo(0, messages[w], 0, size);
        // Another slot in between: each keeps what its own way back needs.
        ways[w].forward(1, second, at, windows, message);
        ways[w].backward(1, second, at, windows, gradMessage, gradH, at);
        ways[w].backward(0, first, at, windows, gradMessage, gradH, at);
        gradH.addTo(0, back[w], 0, size + at);
        ways[w].flush(gradients[w]);
      }
      close(messages[0], messages[1]);
      close(back[0], back[1]);
      close(gradients[0].values(), gradients[1].values());
      assertEquals(
          maps > 1, gradients[0].norm() > 0.1, "one channel is always 0 after normalising");
    }
  }

  private static void close(double[] expected, double[] actual) {
    double scale = 1;
    for (double x : expected) {
      scale = Math.max(scale, Math.abs(x));
    }
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 1e-12 * scale, "at " + i);
    }
  }
}

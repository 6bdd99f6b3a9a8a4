package org.braindyn.model.sheaf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.braindyn.data.Precision;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourSumsTest {
  @ParameterizedTest
  @CsvSource({
    "true,false,false",
    "false,false,false",
    "true,true,false",
    "false,true,false",
    "true,true,true",
    "false,false,true"
  })
  void sumsOverEdges(boolean dense, boolean plain, boolean weighted) {
    int n = 7;
    int tile = 5;
    int[] source = {0, 1, 2, 2, 6, 0, 0};
    int[] target = {1, 2, 0, 3, 0, 1, 6};
    double[] weight = {0.5, 1, 0.25, 0.125, 0.75, 0.5, 0.3};
    BrainGraph graph = new BrainGraph(n, source, target, weight);
    Adjacency edges = weighted ? Adjacency.weighted(graph) : new Adjacency(graph);
    double[] x = new Random(1).doubles(n * tile).toArray();
    try (Kernel kernel = plain ? Kernel.plain(Precision.DOUBLE) : Kernel.best(Precision.DOUBLE)) {
      NeighbourSums sums = new NeighbourSums(kernel, edges, 8, dense);
      Vec in = kernel.vec(n * tile);
      Vec out = kernel.vec(n * tile);
      in.fill(0, n * tile, 99);
      sums.incoming(kernel.vec(x), tile, in);
      sums.outgoing(kernel.vec(x), tile, out);
      double[] expectedIn = new double[n * tile];
      double[] expectedOut = new double[n * tile];
      for (int e = 0; e < source.length; e++) {
        for (int i = 0; i < tile; i++) {
          expectedIn[target[e] * tile + i] += (weighted ? weight[e] : 1) * x[source[e] * tile + i];
          expectedOut[source[e] * tile + i] += (weighted ? weight[e] : 1) * x[target[e] * tile + i];
        }
      }
      for (int i = 0; i < n * tile; i++) {
        assertEquals(expectedIn[i], in.get(i), 1e-14);
        assertEquals(expectedOut[i], out.get(i), 1e-14);
      }
    }
  }
}

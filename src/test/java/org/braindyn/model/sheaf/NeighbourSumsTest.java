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
  @CsvSource({"true,false", "false,false", "true,true", "false,true"})
  void sumsOverEdges(boolean dense, boolean plain) {
    int n = 7;
    int tile = 5;
    int[] source = {0, 1, 2, 2, 6, 0, 0};
    int[] target = {1, 2, 0, 3, 0, 1, 6};
    BrainGraph graph = new BrainGraph(n, source, target, new double[7]);
    double[] x = new Random(1).doubles(n * tile).toArray();
    try (Kernel kernel = plain ? Kernel.plain(Precision.DOUBLE) : Kernel.best(Precision.DOUBLE)) {
      NeighbourSums sums = new NeighbourSums(kernel, new Adjacency(graph), 8, dense);
      Vec in = kernel.vec(n * tile);
      Vec out = kernel.vec(n * tile);
      in.fill(0, n * tile, 99);
      sums.incoming(kernel.vec(x), tile, in);
      sums.outgoing(kernel.vec(x), tile, out);
      double[] expectedIn = new double[n * tile];
      double[] expectedOut = new double[n * tile];
      for (int e = 0; e < source.length; e++) {
        for (int i = 0; i < tile; i++) {
          expectedIn[target[e] * tile + i] += x[source[e] * tile + i];
          expectedOut[source[e] * tile + i] += x[target[e] * tile + i];
        }
      }
      for (int i = 0; i < n * tile; i++) {
        assertEquals(expectedIn[i], in.get(i), 1e-14);
        assertEquals(expectedOut[i], out.get(i), 1e-14);
      }
    }
  }
}

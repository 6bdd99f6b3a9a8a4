package org.braindyn.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.data.Seed;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.Golden;
import org.junit.jupiter.api.Test;

class RandomGraphTest {
  private static final Golden GOLDEN = Golden.read("nest_binning");

  private static void check(String name, BrainGraph graph) {
    double[] flat = Arrays.stream(graph.toMatrix()).flatMapToDouble(Arrays::stream).toArray();
    double[] expected = GOLDEN.numbers("graph/" + name + "/weights");
    double[] links = GOLDEN.numbers("graph/" + name + "/adjacency");
    for (int i = 0; i < flat.length; i++) {
      assertEquals(links[i] != 0, flat[i] != 0, name + " link " + i);
      assertEquals(expected[i] * links[i], flat[i], 1e-5 * Math.max(1, expected[i]), name);
    }
  }

  @Test
  void rulesEqualTheReference() {
    double[] flat = GOLDEN.numbers("graph/positions");
    double[][] places = new double[14][];
    Arrays.setAll(places, i -> new double[] {flat[2 * i], flat[2 * i + 1]});
    int k = GOLDEN.integer("graph/k");
    int ring = GOLDEN.integer("graph/small_world_k");
    check("knn", RandomGraph.nearest(places, k, false));
    check("knn_undirected", RandomGraph.nearest(places, k, true));
    check("distance", RandomGraph.within(places, GOLDEN.scalar("graph/radius")));
    check("small_world", RandomGraph.smallWorld(14, ring, 0, false, Seed.of(1)));
    check("small_world_undirected", RandomGraph.smallWorld(14, ring, 0, true, Seed.of(1)));
  }

  @Test
  void randomOnesHaveTheirDensity() {
    BrainGraph random = RandomGraph.erdosRenyi(200, 0.05, Seed.of(1));
    assertEquals(0.05 * 200 * 199, random.edges(), 150);
    BrainGraph small = RandomGraph.smallWorld(200, 10, 0.2, false, Seed.of(1));
    assertEquals(1000, small.edges(), "rewiring keeps the number of edges");
    int moved = 0;
    for (int e = 0; e < small.edges(); e++) {
      int step = Math.floorMod(small.target()[e] - small.source()[e], 200);
      moved += step > 5 ? 1 : 0;
    }
    assertTrue(moved > 140 && moved < 260, moved + " of 1000 rewired");
    assertArrayEquals(
        small.target(), RandomGraph.smallWorld(200, 10, 0.2, false, Seed.of(1)).target());
  }
}

package org.braindyn.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.braindyn.graph.BrainGraph;

/** Random wiring of simulated networks. Directed unless said otherwise; row = source. */
public final class RandomGraph {
  private RandomGraph() {}

  /** Places in the unit square, [node][x, y]. */
  public static double[][] positions(int nodes, Seed seed) {
    Seed.Stream random = seed.stream("node positions");
    double[][] places = new double[nodes][2];
    for (double[] place : places) {
      place[0] = random.uniform();
      place[1] = random.uniform();
    }
    return places;
  }

  /** Every node sends to its k nearest; weight 1 / distance. */
  public static BrainGraph nearest(double[][] places, int k, boolean undirected) {
    int n = places.length;
    check(k >= 1 && k < n, "neighbours", k, "1 to " + (n - 1));
    double[][] edges = new double[n][n];
    for (int i = 0; i < n; i++) {
      int node = i;
      List<Integer> order =
          new ArrayList<>(IntStream.range(0, n).filter(j -> j != node).boxed().toList());
      order.sort(Comparator.comparingDouble(j -> distance(places, node, j)));
      for (int j : order.subList(0, k)) {
        edges[i][j] = 1 / (distance(places, i, j) + 1e-8);
        edges[j][i] = undirected ? edges[i][j] : edges[j][i];
      }
    }
    return BrainGraph.ofMatrix(edges);
  }

  /** Joins nodes no further apart than a radius, both ways; weight 1 / distance. */
  public static BrainGraph within(double[][] places, double radius) {
    int n = places.length;
    double[][] edges = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double d = distance(places, i, j);
        edges[i][j] = i != j && d <= radius ? 1 / (d + 1e-8) : 0;
      }
    }
    return BrainGraph.ofMatrix(edges);
  }

  /** Every ordered pair with the same probability (Erdos and Renyi 1959); weight 1. */
  public static BrainGraph erdosRenyi(int n, double probability, Seed seed) {
    check(probability >= 0 && probability <= 1, "probability", probability, "0 to 1");
    Seed.Stream random = seed.stream("Erdos-Renyi graph");
    double[][] edges = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        edges[i][j] = random.uniform() < probability && i != j ? 1 : 0;
      }
    }
    return BrainGraph.ofMatrix(edges);
  }

  /**
   * Small world (Watts and Strogatz 1998, Nature 393:440): on a ring, every node sends to the k/2
   * next ones; each edge's target is then redrawn with the given probability. Weight 1.
   *
   * @param undirected every edge also backwards, so that a node has k neighbours
   */
  public static BrainGraph smallWorld(
      int n, int k, double rewiring, boolean undirected, Seed seed) {
    check(k >= 2 && k % 2 == 0 && k < n, "k", k, "an even number from 2 to " + (n - 1));
    check(rewiring >= 0 && rewiring <= 1, "rewiring", rewiring, "0 to 1");
    Seed.Stream random = seed.stream("small-world graph");
    double[][] edges = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int step = 1; step <= k / 2; step++) {
        edges[i][(i + step) % n] = 1;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int step = 1; step <= k / 2; step++) {
        if (random.uniform() < rewiring) {
          int target = random.integer(n);
          if (target != i && edges[i][target] == 0) {
            edges[i][(i + step) % n] = 0;
            edges[i][target] = 1;
          }
        }
      }
    }
    for (int i = 0; undirected && i < n; i++) {
      for (int j = 0; j < i; j++) {
        edges[i][j] = edges[j][i] = Math.max(edges[i][j], edges[j][i]);
      }
    }
    return BrainGraph.ofMatrix(edges);
  }

  private static double distance(double[][] places, int i, int j) {
    return Math.hypot(places[i][0] - places[j][0], places[i][1] - places[j][1]);
  }

  private static void check(boolean good, String what, double value, String range) {
    if (!good) {
      throw new BadInput("The graph's " + what + " is " + value + "; possible is " + range + ".");
    }
  }
}

package org.braindyn.graph;

import java.util.ArrayDeque;
import java.util.Arrays;

/** What a graph looks like in numbers (Rubinov and Sporns 2010, NeuroImage 52:1059). */
public final class GraphMeasures {
  private GraphMeasures() {}

  /** Edges over ordered pairs, 0 to 1. */
  public static double density(BrainGraph graph) {
    int n = graph.regions();
    return n < 2 ? 0 : graph.edges() / ((double) n * (n - 1));
  }

  /** Number of edges that arrive at every region. */
  public static int[] inDegree(BrainGraph graph) {
    int[] degree = new int[graph.regions()];
    for (int target : graph.target()) {
      degree[target]++;
    }
    return degree;
  }

  /** Number of edges that leave every region. */
  public static int[] outDegree(BrainGraph graph) {
    int[] degree = new int[graph.regions()];
    for (int source : graph.source()) {
      degree[source]++;
    }
    return degree;
  }

  /** Sum of the weights that arrive at and leave every region. */
  public static double[] strength(BrainGraph graph) {
    double[] strength = new double[graph.regions()];
    for (int e = 0; e < graph.edges(); e++) {
      strength[graph.source()[e]] += graph.weight()[e];
      strength[graph.target()[e]] += graph.weight()[e];
    }
    return strength;
  }

  /** Share of a region's neighbours (edges either way) that are joined, per region. */
  public static double[] clustering(BrainGraph graph) {
    boolean[][] joined = joined(graph);
    int n = graph.regions();
    double[] clustering = new double[n];
    for (int v = 0; v < n; v++) {
      int neighbours = 0;
      int triangles = 0;
      for (int i = 0; i < n; i++) {
        if (!joined[v][i]) {
          continue;
        }
        neighbours++;
        for (int j = 0; j < i; j++) {
          triangles += joined[v][j] && joined[i][j] ? 1 : 0;
        }
      }
      clustering[v] = neighbours < 2 ? 0 : 2.0 * triangles / (neighbours * (neighbours - 1.0));
    }
    return clustering;
  }

  /** Mean of 1 / (edges on the shortest directed path) over ordered pairs; 0 for no path. */
  public static double globalEfficiency(BrainGraph graph) {
    int n = graph.regions();
    double sum = 0;
    for (int v = 0; v < n; v++) {
      for (int d : steps(graph, v)) {
        sum += d > 0 ? 1.0 / d : 0;
      }
    }
    return n < 2 ? 0 : sum / ((double) n * (n - 1));
  }

  /** Regions without any edge. */
  public static int isolated(BrainGraph graph) {
    int[] in = inDegree(graph);
    int[] out = outDegree(graph);
    int count = 0;
    for (int v = 0; v < in.length; v++) {
      count += in[v] + out[v] == 0 ? 1 : 0;
    }
    return count;
  }

  private static int[] steps(BrainGraph graph, int from) {
    boolean[][] edge = new boolean[graph.regions()][graph.regions()];
    for (int e = 0; e < graph.edges(); e++) {
      edge[graph.source()[e]][graph.target()[e]] = true;
    }
    int[] distance = new int[graph.regions()];
    Arrays.fill(distance, -1);
    distance[from] = 0;
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(from);
    while (!queue.isEmpty()) {
      int v = queue.remove();
      for (int w = 0; w < distance.length; w++) {
        if (edge[v][w] && distance[w] < 0) {
          distance[w] = distance[v] + 1;
          queue.add(w);
        }
      }
    }
    return distance;
  }

  private static boolean[][] joined(BrainGraph graph) {
    boolean[][] joined = new boolean[graph.regions()][graph.regions()];
    for (int e = 0; e < graph.edges(); e++) {
      if (graph.source()[e] != graph.target()[e]) {
        joined[graph.source()[e]][graph.target()[e]] = true;
        joined[graph.target()[e]][graph.source()[e]] = true;
      }
    }
    return joined;
  }
}

package org.braindyn.model.sheaf;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.braindyn.graph.BrainGraph;

/**
 * Neighbours of every region by direction; an edge listed twice counts twice, as in the reference.
 * Edges weigh 1 each, unless their weights are asked for.
 */
public final class Adjacency {
  public final int nodes;

  /** Sources of edges into node v: {@code sources[in[v]] .. sources[in[v + 1] - 1]}. */
  public final int[] in;

  public final int[] sources;

  /** Targets of edges out of node v: {@code targets[out[v]] .. targets[out[v + 1] - 1]}. */
  public final int[] out;

  public final int[] targets;

  /** True if every edge has its opposite: then one sum over neighbours serves both directions. */
  public final boolean symmetric;

  /** Weight of every edge, in the order of {@link #sources} and of {@link #targets}. */
  final double[] inWeights;

  final double[] outWeights;

  private final boolean weighted;
  private final double[] inStrength;
  private final double[] outStrength;
  private final double meanStrength;

  /** Every edge weighs 1. */
  public Adjacency(BrainGraph graph) {
    this(graph, null);
  }

  private Adjacency(BrainGraph graph, double[] weights) {
    nodes = graph.regions();
    weighted = weights != null;
    double[] each = new double[graph.edges()];
    Arrays.setAll(each, e -> weighted ? weights[e] : 1);
    in = new int[nodes + 1];
    out = new int[nodes + 1];
    sources = new int[each.length];
    targets = new int[each.length];
    inWeights = new double[each.length];
    outWeights = new double[each.length];
    group(graph.target(), graph.source(), each, in, sources, inWeights);
    group(graph.source(), graph.target(), each, out, targets, outWeights);
    symmetric =
        Arrays.equals(in, out)
            && Arrays.equals(sources, targets)
            && Arrays.equals(inWeights, outWeights);
    inStrength = strengths(in, inWeights);
    outStrength = strengths(out, outWeights);
    meanStrength = 2 * Arrays.stream(each).sum() / nodes;
  }

  /** Edges with their weights, of which the size counts; the largest becomes 1. */
  public static Adjacency weighted(BrainGraph graph) {
    double largest = Arrays.stream(graph.weight()).map(Math::abs).max().orElse(0);
    double scale = largest > 0 ? 1 / largest : 1;
    return new Adjacency(
        graph, Arrays.stream(graph.weight()).map(w -> Math.abs(w) * scale).toArray());
  }

  /** Groups values by key, sorted; start[k] becomes the position of key k's first value. */
  private static void group(
      int[] key, int[] value, double[] weight, int[] start, int[] values, double[] weights) {
    int[] order =
        IntStream.range(0, key.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(e -> key[e])
                    .thenComparingInt(e -> value[e])
                    .thenComparingDouble(e -> weight[e]))
            .mapToInt(e -> e)
            .toArray();
    for (int k = 0; k < order.length; k++) {
      start[key[order[k]] + 1]++;
      values[k] = value[order[k]];
      weights[k] = weight[order[k]];
    }
    for (int k = 1; k < start.length; k++) {
      start[k] += start[k - 1];
    }
  }

  private static double[] strengths(int[] start, double[] weights) {
    double[] sums = new double[start.length - 1];
    for (int v = 0; v < sums.length; v++) {
      for (int e = start[v]; e < start[v + 1]; e++) {
        sums[v] += weights[e];
      }
    }
    return sums;
  }

  /** Edges that repeat an earlier one. */
  public int duplicates() {
    int count = 0;
    for (int v = 0; v < nodes; v++) {
      for (int e = in[v] + 1; e < in[v + 1]; e++) {
        count += sources[e] == sources[e - 1] ? 1 : 0;
      }
    }
    return count;
  }

  public int inDegree(int v) {
    return in[v + 1] - in[v];
  }

  public int outDegree(int v) {
    return out[v + 1] - out[v];
  }

  /** Sum of the weights of edges into a node; their number where each weighs 1. */
  double inStrength(int v) {
    return inStrength[v];
  }

  /** Sum of the weights of edges out of a node. */
  double outStrength(int v) {
    return outStrength[v];
  }

  /**
   * What a node's message is divided by: its number of edges; where edges have weights the mean sum
   * of weights over nodes, so that a node with strong links hears more.
   */
  double divisor(int v) {
    return weighted ? meanStrength : inDegree(v) + outDegree(v);
  }
}

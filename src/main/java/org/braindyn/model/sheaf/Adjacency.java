package org.braindyn.model.sheaf;

import java.util.Arrays;
import org.braindyn.graph.BrainGraph;

/**
 * Neighbours of every region by direction; an edge listed twice counts twice, as in the reference.
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

  public Adjacency(BrainGraph graph) {
    nodes = graph.regions();
    in = new int[nodes + 1];
    out = new int[nodes + 1];
    sources = group(graph.target(), graph.source(), in);
    targets = group(graph.source(), graph.target(), out);
    symmetric = Arrays.equals(in, out) && Arrays.equals(sources, targets);
  }

  /** Groups values by key; start[k] becomes the position of key k's sorted values. */
  private static int[] group(int[] key, int[] value, int[] start) {
    for (int k : key) {
      start[k + 1]++;
    }
    for (int k = 1; k < start.length; k++) {
      start[k] += start[k - 1];
    }
    int[] next = start.clone();
    int[] grouped = new int[key.length];
    for (int e = 0; e < key.length; e++) {
      grouped[next[key[e]]++] = value[e];
    }
    for (int k = 0; k + 1 < start.length; k++) {
      Arrays.sort(grouped, start[k], start[k + 1]);
    }
    return grouped;
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
}

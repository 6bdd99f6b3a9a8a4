package org.braindyn.model.impulse;

import java.util.BitSet;
import org.braindyn.model.sheaf.Adjacency;

/**
 * Where impulses into some regions arrive, chunk by chunk: a region's forecast changes if its own
 * context or a neighbour's has changed, in either direction of an edge. Lanes are sources. Lists
 * are in the order of arrival, so that each is the beginning of the next.
 */
final class ImpulseReach {
  /** Lists by arrival: 0 is the source itself, k the regions first reached in chunk k - 1. */
  private final int[][][] arriving;

  private final int[][][] reached;

  /**
   * @param first first source
   * @param count number of sources
   * @param chunks number of chunks
   */
  ImpulseReach(Adjacency graph, int first, int count, int chunks) {
    arriving = new int[chunks + 1][graph.nodes][];
    reached = new int[chunks + 1][graph.nodes][];
    BitSet[] now = new BitSet[graph.nodes];
    for (int v = 0; v < graph.nodes; v++) {
      now[v] = new BitSet();
      if (v >= first && v < first + count) {
        now[v].set(v - first);
      }
      arriving[0][v] = now[v].stream().toArray();
      reached[0][v] = arriving[0][v];
    }
    for (int k = 1; k <= chunks; k++) {
      BitSet[] after = spread(graph, now);
      for (int v = 0; v < graph.nodes; v++) {
        BitSet fresh = (BitSet) after[v].clone();
        fresh.andNot(now[v]);
        arriving[k][v] = fresh.stream().toArray();
        reached[k][v] = join(reached[k - 1][v], arriving[k][v]);
      }
      now = after;
    }
  }

  private static BitSet[] spread(Adjacency graph, BitSet[] now) {
    BitSet[] after = new BitSet[now.length];
    for (int v = 0; v < now.length; v++) {
      after[v] = (BitSet) now[v].clone();
      for (int e = graph.in[v]; e < graph.in[v + 1]; e++) {
        after[v].or(now[graph.sources[e]]);
      }
      for (int e = graph.out[v]; e < graph.out[v + 1]; e++) {
        after[v].or(now[graph.targets[e]]);
      }
    }
    return after;
  }

  private static int[] join(int[] a, int[] b) {
    int[] both = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /** Lanes whose impulse has changed a region's context before a chunk. */
  int[] changed(int chunk, int region) {
    return reached[chunk][region];
  }

  /** Lanes whose impulse changes a region's forecast in a chunk. */
  int[] reached(int chunk, int region) {
    return reached[chunk + 1][region];
  }

  /**
   * Part of {@link #changed} that begins at {@link #place}.
   *
   * @param arrival 0 for the source itself, k for what was first reached in chunk k - 1
   */
  int[] arriving(int arrival, int region) {
    return arriving[arrival][region];
  }

  /** Place of the first of {@link #arriving} in the lists of later chunks. */
  int place(int arrival, int region) {
    return arrival == 0 ? 0 : reached[arrival - 1][region].length;
  }
}

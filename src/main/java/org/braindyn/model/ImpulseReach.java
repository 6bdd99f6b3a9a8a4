package org.braindyn.model;

import java.util.BitSet;

/**
 * Where impulses into some regions arrive, chunk by chunk: a region's forecast changes if its own
 * context or a neighbour's has changed, in either direction of an edge. Lanes are sources.
 */
final class ImpulseReach {
  private final int[][][] changed;
  private final int[][][] reached;

  /**
   * @param first first source
   * @param count number of sources
   * @param chunks number of chunks
   */
  ImpulseReach(Adjacency graph, int first, int count, int chunks) {
    changed = new int[chunks][][];
    reached = new int[chunks][][];
    BitSet[] now = new BitSet[graph.nodes];
    for (int v = 0; v < graph.nodes; v++) {
      now[v] = new BitSet();
      if (v >= first && v < first + count) {
        now[v].set(v - first);
      }
    }
    for (int c = 0; c < chunks; c++) {
      changed[c] = lists(now);
      now = spread(graph, now);
      reached[c] = lists(now);
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

  private static int[][] lists(BitSet[] sets) {
    int[][] lists = new int[sets.length][];
    for (int v = 0; v < sets.length; v++) {
      lists[v] = sets[v].stream().toArray();
    }
    return lists;
  }

  /** Lanes whose impulse has changed a region's context before a chunk. */
  int[] changed(int chunk, int region) {
    return changed[chunk][region];
  }

  /** Lanes whose impulse changes a region's forecast in a chunk. */
  int[] reached(int chunk, int region) {
    return reached[chunk][region];
  }
}

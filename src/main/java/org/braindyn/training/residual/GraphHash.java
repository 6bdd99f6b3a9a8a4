package org.braindyn.training.residual;

import java.util.Arrays;
import org.braindyn.graph.BrainGraph;

/** Tells graphs apart in checkpoints: number of edges and a hash of ends and weights. */
final class GraphHash {
  private GraphHash() {}

  static String of(BrainGraph graph) {
    int hash = Arrays.hashCode(graph.source());
    hash = 31 * hash + Arrays.hashCode(graph.target());
    hash = 31 * hash + Arrays.hashCode(graph.weight());
    return graph.edges() + " edges of " + Integer.toHexString(hash);
  }
}

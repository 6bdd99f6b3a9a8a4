package org.braindyn.model.parameter;

/** How regions send messages to one another. */
public enum Coupling {
  /** Sheaf Laplacian with a restriction map per region. */
  SHEAF,
  /** The same with every edge's disagreement times its weight (the largest is 1). */
  WEIGHTED_SHEAF,
  /** One graph convolution with symmetric normalisation (ablation). */
  GRAPH_CONVOLUTION,
  /** No messages: each region's vector field sees its own stalk (ablation). */
  NONE
}

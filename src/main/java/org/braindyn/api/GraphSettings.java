package org.braindyn.api;

import org.braindyn.models.GraphMethod;

/**
 * Which pairs of regions become edges. Immutable: every method gives a changed copy.
 *
 * @param threshold least absolute score of an edge (a correlation, or a weight of a connectome)
 * @param density share of ordered pairs to keep instead, 0 to 1; 0 to use the threshold
 * @param context frames of a window, for the correlation over windows; 0 for the whole recording
 * @param shrinkage share of the identity mixed in, for the partial correlation, 0 to 1
 * @param missing frames without a value: "pairwise" (use what every pair has) or "refuse"
 */
public record GraphSettings(
    double threshold, double density, int context, double shrinkage, String missing) {
  /** {@return |score| of 0.5 or more, windows of 30 frames} */
  public static GraphSettings defaults() {
    return new GraphSettings(0.5, 0, 30, GraphMethod.SHRINKAGE, "pairwise");
  }

  /**
   * Edges by their size.
   *
   * @param least least |score|
   * @return a changed copy
   */
  public GraphSettings atLeast(double least) {
    return new GraphSettings(least, 0, context, shrinkage, missing);
  }

  /**
   * The strongest edges.
   *
   * @param share share of ordered pairs to keep, above 0 and up to 1
   * @return a changed copy
   */
  public GraphSettings strongest(double share) {
    return new GraphSettings(threshold, share, context, shrinkage, missing);
  }

  /**
   * Windows of the correlation.
   *
   * @param frames frames of a window, 2 or more; 0 for the whole recording
   * @return a changed copy
   */
  public GraphSettings windows(int frames) {
    return new GraphSettings(threshold, density, frames, shrinkage, missing);
  }
}

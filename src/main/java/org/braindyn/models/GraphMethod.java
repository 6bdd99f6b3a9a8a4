package org.braindyn.models;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.GraphEstimates;
import org.braindyn.graph.SpatialNeighbours;
import org.braindyn.graph.Threshold;

/** The ways to make a brain graph from one recording. */
public enum GraphMethod {
  /** Pearson correlation of pooled contexts, the reference's graph, or of the whole recording. */
  CORRELATION("correlation"),
  /** Partial correlation of the whole recording with a little shrinkage. */
  PARTIAL("partial correlation"),
  /** Granger causality at lag 1: directed. */
  GRANGER("Granger causality"),
  /** The eight nearest regions by centroid. */
  NEIGHBOURS("spatial neighbours");

  /** Names for dialogs, in order. */
  public static final String[] CHOICES = {
    "correlation", "partial correlation", "Granger causality", "spatial neighbours"
  };

  private static final int NEIGHBOURS_EACH = 8;

  /** Share of the identity in partial correlations unless another is chosen. */
  public static final double SHRINKAGE = 0.1;

  private final String label;

  GraphMethod(String label) {
    this.label = label;
  }

  /** The method with this name. */
  public static GraphMethod of(String label) {
    return Arrays.stream(values())
        .filter(m -> m.label.equalsIgnoreCase(label))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "method="
                        + label
                        + " is no graph method. Choose from: "
                        + String.join(", ", CHOICES)
                        + "."));
  }

  /**
   * Builds the graph; pairs use the frames that both have.
   *
   * @param signals one recording; lost regions (NaN) get no edges
   * @param threshold least absolute score of an edge; ignored if {@code density} is above 0
   * @param density share of ordered pairs to keep, 0 to use the threshold
   * @param how windows of the correlation, shrinkage of the partial correlation
   */
  public BrainGraph build(
      RegionSignals signals, double threshold, double density, GraphEstimates how) {
    if (this == NEIGHBOURS) {
      return neighbours(signals.regions());
    }
    if (this == CORRELATION) {
      return how.correlated(signals, threshold, density);
    }
    double[][] score =
        switch (this) {
          case GRANGER -> how.granger(signals);
          default -> how.partial(signals);
        };
    return density > 0 ? Threshold.density(score, density) : Threshold.atLeast(score, threshold);
  }

  /** How the score is made, in words, for notes. */
  public String describe(GraphEstimates how) {
    return switch (this) {
      case CORRELATION -> how.correlationWords();
      case PARTIAL -> how.partialWords();
      default -> label;
    };
  }

  private static BrainGraph neighbours(Regions regions) {
    for (int r = 0; r < regions.size(); r++) {
      if (regions.get(r).centroid() == null) {
        throw new BadInput(
            "Region \""
                + regions.get(r).name()
                + "\" has no position, so it has no neighbours. Use another method, or signals made"
                + " by BrainDyn Parcellate...");
      }
    }
    int k = Math.min(NEIGHBOURS_EACH, regions.size() - 1);
    return SpatialNeighbours.nearest(SpatialNeighbours.distances(regions), k);
  }
}

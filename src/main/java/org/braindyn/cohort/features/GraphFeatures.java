package org.braindyn.cohort.features;

import org.braindyn.data.RegionSignals;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.GraphMeasures;
import org.braindyn.graph.Threshold;

/**
 * Measures of the graph of a recording (Rubinov and Sporns 2010): of every region its mean
 * correlation, and its degree and clustering in the graph of the strongest 15 % of pairs; of the
 * graph its global efficiency and mean clustering.
 */
public final class GraphFeatures implements FeatureSet {
  /** Its name in tables and macros. */
  public static final String NAME = "graph measures";

  private static final double DENSITY = 0.15;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double[] of(RegionSignals recording) {
    double[][] r = Correlation.of(recording.values());
    int n = r.length;
    double[] features = new double[3 * n + 2];
    BrainGraph graph = Threshold.density(r, DENSITY);
    int[] degree = GraphMeasures.inDegree(graph);
    double[] clustering = GraphMeasures.clustering(graph);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        features[i] += i == j ? 0 : r[i][j] / (n - 1);
      }
      features[n + i] = degree[i];
      features[2 * n + i] = clustering[i];
      features[3 * n + 1] += clustering[i] / n;
    }
    features[3 * n] = GraphMeasures.globalEfficiency(graph);
    return features;
  }

  @Override
  public int[][] places(int regions) {
    int[][] places = new int[3 * regions + 2][];
    for (int k = 0; k < places.length; k++) {
      places[k] = k < 3 * regions ? new int[] {k % regions} : new int[0];
    }
    return places;
  }

  @Override
  public boolean mixed() {
    return true;
  }
}

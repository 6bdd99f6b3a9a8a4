package org.braindyn.graph;

import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;

/** Graphs from where regions lie. */
public final class SpatialNeighbours {
  private SpatialNeighbours() {}

  /**
   * Distances between centroids.
   *
   * @return [region][region] in mm
   * @throws BadInput if a region has no centroid
   */
  public static double[][] distances(Regions regions) {
    int n = regions.size();
    double[][] distance = new double[n][n];
    for (int i = 0; i < n; i++) {
      double[] a = centroid(regions, i);
      for (int j = 0; j < n; j++) {
        double[] b = centroid(regions, j);
        distance[i][j] = Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
      }
    }
    return distance;
  }

  /**
   * Joins every region with its k nearest, both ways.
   *
   * @param distance [region][region]
   * @param k neighbours of a region, 1 to N - 1
   * @return weights 1
   */
  public static BrainGraph nearest(double[][] distance, int k) {
    int n = distance.length;
    if (k < 1 || k > n - 1) {
      throw new BadInput(
          String.format("%d neighbours were asked for, but there are %d regions.", k, n));
    }
    double[][] edges = new double[n][n];
    for (int i = 0; i < n; i++) {
      int region = i;
      IntStream.range(0, n)
          .filter(j -> j != region)
          .boxed()
          .sorted((a, b) -> Double.compare(distance[region][a], distance[region][b]))
          .limit(k)
          .forEach(
              j -> {
                edges[region][j] = 1;
                edges[j][region] = 1;
              });
    }
    return BrainGraph.ofMatrix(edges);
  }

  /**
   * Joins regions that lie within a radius of each other.
   *
   * @param distance [region][region] in mm
   * @param radius in mm
   */
  public static BrainGraph within(double[][] distance, double radius) {
    int n = distance.length;
    double[][] edges = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        edges[i][j] = i != j && distance[i][j] <= radius ? 1 : 0;
      }
    }
    return BrainGraph.ofMatrix(edges);
  }

  private static double[] centroid(Regions regions, int i) {
    double[] centroid = regions.get(i).centroid();
    if (centroid == null) {
      throw new BadInput(
          "The place of region "
              + regions.get(i).name()
              + " is not known. Parcellate from a label image, or give a table with centroids.");
    }
    return centroid;
  }
}

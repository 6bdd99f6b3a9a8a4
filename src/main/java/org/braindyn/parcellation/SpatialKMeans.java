package org.braindyn.parcellation;

import java.util.Arrays;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.parallel.Parallel;

/**
 * K-means on time course and place: Lloyd's iterations from k-means++ seeds (Arthur &amp;
 * Vassilvitskii 2007), or SLIC (Achanta et al. 2012, IEEE TPAMI 34:2274): seeds on a lattice, each
 * voxel looking only at centres within twice the lattice's step. Distance squared = feature
 * distance squared + (compactness x distance in mm / step)^2.
 */
final class SpatialKMeans {
  private static final int ITERATIONS = 20;

  private final VoxelFeatures data;
  private final double compactness;
  private final double step;
  private final float[][] place;
  private float[][] centre;
  private float[][] centrePlace;

  SpatialKMeans(VoxelFeatures data, int clusters, double compactness) {
    this.data = data;
    this.compactness = compactness;
    place = new float[data.rows()][3];
    for (int axis = 0; axis < 3; axis++) {
      for (int i = 0; i < place.length; i++) {
        place[i][axis] = (float) (data.axis(i, axis) * data.grid.spacing(axis));
      }
    }
    step = step(data, clusters);
  }

  /** Side of a cell when the voxels are shared among the clusters; thin axes are not cut. */
  private static double step(VoxelFeatures data, int clusters) {
    boolean[] cut = {true, true, true};
    double side = 1;
    for (int round = 0; round < 3; round++) {
      double extent = data.rows() / (double) clusters;
      int axes = 0;
      for (int axis = 0; axis < 3; axis++) {
        extent *= cut[axis] ? data.grid.spacing(axis) : 1.0 / data.grid.size()[axis];
        axes += cut[axis] ? 1 : 0;
      }
      side = Math.pow(extent, 1.0 / Math.max(1, axes));
      for (int axis = 0; axis < 3; axis++) {
        cut[axis] &= data.grid.size()[axis] * data.grid.spacing(axis) > side;
      }
    }
    return side;
  }

  /** K-means; returns the cluster of every row. */
  int[] kMeans(int clusters, Seed seed, Progress progress) {
    seedPlusPlus(clusters, seed.stream("k-means++"), progress);
    return iterate(Double.POSITIVE_INFINITY, progress);
  }

  /** SLIC; returns the cluster of every row. */
  int[] slic(Progress progress) {
    seedLattice();
    return iterate(2 * step, progress);
  }

  private double distance(int i, int c) {
    double d = 0;
    float[] a = data.values[i];
    float[] b = centre[c];
    for (int f = 0; f < a.length; f++) {
      double e = a[f] - b[f];
      d += e * e;
    }
    return d + placeDistance(i, c);
  }

  private double placeDistance(int i, int c) {
    double d = 0;
    for (int axis = 0; axis < 3; axis++) {
      double e = (place[i][axis] - centrePlace[c][axis]) / step;
      d += e * e;
    }
    return d * compactness * compactness;
  }

  private void seedPlusPlus(int clusters, Seed.Stream random, Progress progress) {
    int n = data.rows();
    centre = new float[clusters][];
    centrePlace = new float[clusters][];
    double[] nearest = new double[n];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int chosen = random.integer(n);
    for (int c = 0; c < clusters; c++) {
      Cancelled.check(progress, "Make labels");
      centre[c] = data.values[chosen].clone();
      centrePlace[c] = place[chosen].clone();
      int last = c;
      Parallel.each(n, i -> nearest[i] = Math.min(nearest[i], distance(i, last)));
      double left = random.uniform() * Arrays.stream(nearest).sum();
      chosen = 0;
      while (chosen < n - 1 && left >= nearest[chosen]) {
        left -= nearest[chosen++];
      }
    }
  }

  /**
   * The voxel nearest to every point of a lattice of the given step, if one is within half a step.
   */
  private void seedLattice() {
    java.util.Map<Long, Integer> best = new java.util.TreeMap<>();
    double[] off = new double[data.rows()];
    for (int i = 0; i < off.length; i++) {
      long key = 0;
      for (int axis = 0; axis < 3; axis++) {
        double u = place[i][axis] / step;
        key = key * 100003 + (long) Math.floor(u);
        off[i] += Math.pow(u - Math.floor(u) - 0.5, 2);
      }
      Integer before = best.get(key);
      if (before == null || off[i] < off[before]) {
        best.put(key, i);
      }
    }
    centre = new float[best.size()][];
    centrePlace = new float[best.size()][];
    int c = 0;
    for (int i : best.values()) {
      centre[c] = data.values[i].clone();
      centrePlace[c++] = place[i].clone();
    }
  }

  private int[] iterate(double reach, Progress progress) {
    int[] cluster = new int[data.rows()];
    Arrays.fill(cluster, -1);
    for (int round = 0; round < ITERATIONS; round++) {
      Cancelled.check(progress, "Make labels");
      CentreCells cells = new CentreCells(centrePlace, reach);
      int[] next = new int[cluster.length];
      Parallel.each(cluster.length, i -> next[i] = progress.cancelled() ? 0 : nearest(i, cells));
      boolean same = Arrays.equals(next, cluster);
      cluster = next;
      if (same) {
        break;
      }
      move(cluster);
      progress.report(0.6 + 0.35 * (round + 1) / ITERATIONS, "Clustering, round " + (round + 1));
    }
    Cancelled.check(progress, "Make labels");
    return cluster;
  }

  private int nearest(int i, CentreCells cells) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int c : cells.around(place[i])) {
      double d = distance(i, c);
      if (d < least) {
        least = d;
        best = c;
      }
    }
    if (best < 0) {
      // No centre within reach: the nearest in space.
      for (int c = 0; c < centre.length; c++) {
        double d = placeDistance(i, c);
        if (d < least) {
          least = d;
          best = c;
        }
      }
    }
    return best;
  }

  private void move(int[] cluster) {
    int[] count = new int[centre.length];
    double[][] sum = new double[centre.length][data.values[0].length];
    double[][] sumPlace = new double[centre.length][3];
    for (int i = 0; i < cluster.length; i++) {
      int c = cluster[i];
      count[c]++;
      for (int f = 0; f < sum[c].length; f++) {
        sum[c][f] += data.values[i][f];
      }
      for (int axis = 0; axis < 3; axis++) {
        sumPlace[c][axis] += place[i][axis];
      }
    }
    for (int c = 0; c < centre.length; c++) {
      for (int f = 0; f < sum[c].length && count[c] > 0; f++) {
        centre[c][f] = (float) (sum[c][f] / count[c]);
      }
      for (int axis = 0; axis < 3 && count[c] > 0; axis++) {
        centrePlace[c][axis] = (float) (sumPlace[c][axis] / count[c]);
      }
    }
  }
}

package org.braindyn.parcellation;

import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;

/**
 * Ward's clustering of neighbouring voxels (Ward 1963; with connectivity as in Thirion et al. 2014,
 * Front Neurosci 8:167): again and again the two touching clusters are joined whose union adds the
 * least to the sum of squares, na nb / (na + nb) |ma - mb|^2.
 */
final class WardClusters {
  private record Edge(double cost, int a, int b, int ageA, int ageB) implements Comparable<Edge> {
    @Override
    public int compareTo(Edge other) {
      int order = Double.compare(cost, other.cost);
      order = order == 0 ? Integer.compare(a, other.a) : order;
      return order == 0 ? Integer.compare(b, other.b) : order;
    }
  }

  private final float[][] mean;
  private final int[] size;
  private final int[] age;
  private final int[] parent;
  private final Set<Integer>[] near;
  private final PriorityQueue<Edge> edges = new PriorityQueue<>();

  @SuppressWarnings("unchecked")
  WardClusters(VoxelFeatures data, Progress progress) {
    int n = data.rows();
    mean = new float[n][];
    size = new int[n];
    age = new int[n];
    parent = new int[n];
    near = new Set[n];
    int[] around = new int[6];
    for (int i = 0; i < n; i++) {
      check(i, progress);
      mean[i] = data.values[i].clone();
      size[i] = 1;
      parent[i] = i;
      near[i] = new HashSet<>(8);
      data.neighbours(i, around);
      for (int j : around) {
        if (j >= 0) {
          near[i].add(j);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      check(i, progress);
      for (int j : near[i]) {
        if (j > i) {
          push(i, j);
        }
      }
    }
  }

  private static void check(int i, Progress progress) {
    if ((i & 4095) == 0) {
      Cancelled.check(progress, "Make labels");
    }
  }

  /** Joins until {@code clusters} are left, or no two touch; returns the cluster of every row. */
  int[] cut(int clusters, Progress progress) {
    int left = size.length;
    int start = left;
    while (left > clusters && !edges.isEmpty()) {
      Edge e = edges.poll();
      if (parent[e.a] == e.a && parent[e.b] == e.b && age[e.a] == e.ageA && age[e.b] == e.ageB) {
        merge(e.a, e.b);
        left--;
        if ((left & 1023) == 0) {
          Cancelled.check(progress, "Make labels");
          progress.report(
              0.6 + 0.4 * (start - left) / (start - clusters + 1.0), left + " clusters left");
        }
      }
    }
    int[] cluster = new int[size.length];
    for (int i = 0; i < cluster.length; i++) {
      cluster[i] = root(i);
    }
    return cluster;
  }

  private void merge(int a, int b) {
    int total = size[a] + size[b];
    for (int f = 0; f < mean[a].length; f++) {
      mean[a][f] = (mean[a][f] * size[a] + mean[b][f] * size[b]) / total;
    }
    size[a] = total;
    age[a]++;
    parent[b] = a;
    mean[b] = null;
    near[a].remove(b);
    near[b].remove(a);
    for (int c : near[b]) {
      near[c].remove(b);
      near[c].add(a);
      near[a].add(c);
    }
    near[b] = null;
    for (int c : near[a]) {
      push(a, c);
    }
  }

  private void push(int a, int b) {
    double d = 0;
    for (int f = 0; f < mean[a].length; f++) {
      double e = mean[a][f] - mean[b][f];
      d += e * e;
    }
    double cost = d * size[a] * size[b] / (size[a] + size[b]);
    edges.add(new Edge(cost, a, b, age[a], age[b]));
  }

  private int root(int i) {
    int r = i;
    while (parent[r] != r) {
      r = parent[r];
    }
    while (parent[i] != r) {
      int next = parent[i];
      parent[i] = r;
      i = next;
    }
    return r;
  }
}

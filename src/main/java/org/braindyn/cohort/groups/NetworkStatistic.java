package org.braindyn.cohort.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Network-based statistic (Zalesky, Fornito and Bullmore 2010, NeuroImage 53:1197): links above a
 * threshold that hang together, and how often shuffles have a larger such component. It finds
 * differences that are spread over a network and names the network, not single links.
 */
final class NetworkStatistic implements ShuffledTest.Listener {
  private final int[][] pairs;
  private final int regions;
  private final double threshold;
  private final List<Integer> largest = new ArrayList<>();

  /**
   * @param pairs [link][2] regions
   * @param threshold on |t|
   */
  NetworkStatistic(int[][] pairs, int regions, double threshold) {
    this.pairs = pairs;
    this.regions = regions;
    this.threshold = threshold;
  }

  @Override
  public void shuffle(double[] t) {
    int[] sizes = sizes(t, parents(t));
    largest.add(Arrays.stream(sizes).max().orElse(0));
  }

  /** Components of the links as they are, the largest first. */
  List<NetworkComponent> components(double[] t) {
    int[] parents = parents(t);
    int[] sizes = sizes(t, parents);
    List<NetworkComponent> found = new ArrayList<>();
    for (int root = 0; root < regions; root++) {
      if (sizes[root] == 0) {
        continue;
      }
      int size = sizes[root];
      List<Integer> links = new ArrayList<>();
      for (int k = 0; k < pairs.length; k++) {
        if (Math.abs(t[k]) > threshold && root(parents, pairs[k][0]) == root) {
          links.add(k);
        }
      }
      long asLarge = largest.stream().filter(s -> s >= size).count();
      found.add(
          new NetworkComponent(
              links.stream().mapToInt(Integer::intValue).toArray(),
              (asLarge + 1.0) / (largest.size() + 1.0)));
    }
    found.sort((a, b) -> Integer.compare(b.links().length, a.links().length));
    return found;
  }

  private int[] parents(double[] t) {
    int[] parents = new int[regions];
    Arrays.setAll(parents, i -> i);
    for (int k = 0; k < pairs.length; k++) {
      if (Math.abs(t[k]) > threshold) {
        parents[root(parents, pairs[k][0])] = root(parents, pairs[k][1]);
      }
    }
    return parents;
  }

  private int[] sizes(double[] t, int[] parents) {
    int[] sizes = new int[regions];
    for (int k = 0; k < pairs.length; k++) {
      if (Math.abs(t[k]) > threshold) {
        sizes[root(parents, pairs[k][0])]++;
      }
    }
    return sizes;
  }

  private static int root(int[] parents, int of) {
    int at = of;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }
}

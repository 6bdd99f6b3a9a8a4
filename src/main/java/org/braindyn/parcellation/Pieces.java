package org.braindyn.parcellation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;

/**
 * Makes every cluster one piece: only the largest piece of a cluster keeps it, the others join the
 * neighbouring cluster that they touch most.
 */
final class Pieces {
  private final VoxelFeatures features;
  private final int[] cluster;
  private static final int MOST_ROUNDS = 50;

  private final int[] piece;

  private Pieces(VoxelFeatures features, int[] cluster) {
    this.features = features;
    this.cluster = cluster;
    this.piece = new int[cluster.length];
  }

  /**
   * @param cluster cluster of every row, changed in place
   */
  static void join(VoxelFeatures features, int[] cluster, Progress progress) {
    // Each round joins at least one piece to a cluster that stays; few rounds are needed.
    boolean more = true;
    for (int round = 0; round < MOST_ROUNDS && more; round++) {
      Cancelled.check(progress, "Make labels");
      more = new Pieces(features, cluster).round();
    }
  }

  private boolean round() {
    Arrays.fill(piece, -1);
    int[] size = new int[cluster.length];
    int pieces = 0;
    for (int i = 0; i < cluster.length; i++) {
      if (piece[i] < 0) {
        size[pieces] = flood(i, pieces);
        pieces++;
      }
    }
    Map<Integer, Integer> largest = new HashMap<>();
    int[] clusterOf = new int[pieces];
    for (int i = 0; i < cluster.length; i++) {
      clusterOf[piece[i]] = cluster[i];
    }
    for (int p = 0; p < pieces; p++) {
      Integer best = largest.get(clusterOf[p]);
      if (best == null || size[p] > size[best]) {
        largest.put(clusterOf[p], p);
      }
    }
    Map<Integer, Map<Integer, Integer>> touches = new HashMap<>();
    int[] near = new int[6];
    for (int i = 0; i < cluster.length; i++) {
      if (largest.get(cluster[i]) != piece[i]) {
        features.neighbours(i, near);
        for (int j : near) {
          if (j >= 0 && cluster[j] != cluster[i] && largest.get(cluster[j]) == piece[j]) {
            touches
                .computeIfAbsent(piece[i], p -> new HashMap<>())
                .merge(cluster[j], 1, Integer::sum);
          }
        }
      }
    }
    for (int i = 0; i < cluster.length; i++) {
      Map<Integer, Integer> around = touches.get(piece[i]);
      if (around != null) {
        cluster[i] = most(around);
      }
    }
    return !touches.isEmpty();
  }

  private int flood(int start, int number) {
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(start);
    piece[start] = number;
    int size = 0;
    int[] near = new int[6];
    while (!open.isEmpty()) {
      int i = open.poll();
      size++;
      features.neighbours(i, near);
      for (int j : near) {
        if (j >= 0 && piece[j] < 0 && cluster[j] == cluster[i]) {
          piece[j] = number;
          open.add(j);
        }
      }
    }
    return size;
  }

  private static int most(Map<Integer, Integer> counts) {
    int best = Integer.MAX_VALUE;
    int count = 0;
    for (Map.Entry<Integer, Integer> e : counts.entrySet()) {
      if (e.getValue() > count || (e.getValue() == count && e.getKey() < best)) {
        best = e.getKey();
        count = e.getValue();
      }
    }
    return best;
  }
}

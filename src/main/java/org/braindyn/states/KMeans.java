package org.braindyn.states;

import java.util.Arrays;
import org.braindyn.data.Seed;

/** Lloyd's k-means with k-means++ starts (Arthur and Vassilvitskii 2007). */
final class KMeans {
  private static final int PASSES = 50;

  private KMeans() {}

  /**
   * Cluster of every row, the best of several starts.
   *
   * @param rows [row][feature]
   * @param starts how often to start anew
   */
  static int[] labels(double[][] rows, int clusters, int starts, Seed seed) {
    int[] best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s < starts; s++) {
      int[] label = new int[rows.length];
      double cost = run(rows, clusters, seed.derive("start", s).stream("k-means"), label);
      if (cost < least) {
        least = cost;
        best = label;
      }
    }
    return best;
  }

  private static double run(double[][] rows, int clusters, Seed.Stream random, int[] label) {
    double[][] centres = start(rows, clusters, random);
    double cost = Double.POSITIVE_INFINITY;
    for (int pass = 0; pass < PASSES; pass++) {
      double now = 0;
      boolean moved = false;
      for (int i = 0; i < rows.length; i++) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < clusters; c++) {
          double d = distance(rows[i], centres[c], least);
          if (d < least) {
            least = d;
            nearest = c;
          }
        }
        moved |= label[i] != nearest;
        label[i] = nearest;
        now += least;
      }
      cost = now;
      if (!moved && pass > 0) {
        break;
      }
      move(rows, label, centres);
    }
    return cost;
  }

  private static void move(double[][] rows, int[] label, double[][] centres) {
    int[] count = new int[centres.length];
    double[][] sum = new double[centres.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      count[label[i]]++;
      for (int f = 0; f < rows[i].length; f++) {
        sum[label[i]][f] += rows[i][f];
      }
    }
    for (int c = 0; c < centres.length; c++) {
      for (int f = 0; f < sum[c].length && count[c] > 0; f++) {
        centres[c][f] = sum[c][f] / count[c];
      }
    }
  }

  private static double[][] start(double[][] rows, int clusters, Seed.Stream random) {
    double[][] centres = new double[clusters][];
    centres[0] = rows[random.integer(rows.length)].clone();
    double[] away = new double[rows.length];
    Arrays.fill(away, Double.POSITIVE_INFINITY);
    for (int c = 1; c < clusters; c++) {
      double all = 0;
      for (int i = 0; i < rows.length; i++) {
        away[i] = Math.min(away[i], distance(rows[i], centres[c - 1], away[i]));
        all += away[i];
      }
      double at = random.uniform() * all;
      int chosen = 0;
      while (chosen < rows.length - 1 && at > away[chosen]) {
        at -= away[chosen++];
      }
      centres[c] = rows[chosen].clone();
    }
    return centres;
  }

  private static double distance(double[] a, double[] b, double enough) {
    double sum = 0;
    for (int f = 0; f < a.length && sum < enough; f++) {
      double d = a[f] - b[f];
      sum += d * d;
    }
    return sum;
  }
}

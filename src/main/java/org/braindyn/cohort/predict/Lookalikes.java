package org.braindyn.cohort.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.cohort.predict.fit.FoldKernel;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.kernel.linalg.SymmetricEigen;

/**
 * People who may be one person under two names: their connectivity, less what many have in common,
 * is far more alike than that of any usual pair. One person on both sides of a fold would make
 * every prediction too good.
 */
final class Lookalikes {
  private static final double FAR = 4.5; // robust standard deviations
  private static final double NORMAL = 1.4826; // standard deviation per median deviation
  private static final int SHOWN = 3;
  private static final int DIRECTIONS = 10; // one of so many is shared by many people

  private Lookalikes() {}

  /**
   * Warnings.
   *
   * @param features connectivity, [person][feature]
   */
  static List<String> of(double[][] features, List<String> people) {
    int n = features.length;
    double[][] alike = alike(features);
    double[] z = new double[n * (n - 1) / 2];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        z[at++] = alike[i][j];
      }
    }
    if (z.length < 10) {
      return List.of();
    }
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    double[] away = Arrays.stream(z).map(v -> Math.abs(v - median)).sorted().toArray();
    double spread = NORMAL * away[away.length / 2];
    List<String> pairs = new ArrayList<>();
    at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double one = z[at++];
        if (one > median + FAR * spread && nearest(alike, i) == j && nearest(alike, j) == i) {
          pairs.add(
              String.format(
                  Locale.ROOT, "%s and %s (%.2f)", people.get(j), people.get(i), Math.tanh(one)));
        }
      }
    }
    if (pairs.isEmpty()) {
      return List.of();
    }
    String more = pairs.size() > SHOWN ? " and " + (pairs.size() - SHOWN) + " more pairs" : "";
    return List.of(
        String.format(
            Locale.ROOT,
            "Warning: %s%s are as alike as two recordings of one person (correlation of their"
                + " connectivity less what many share; usual is %.2f). One person under two names"
                + " trains and is tested: give both recordings the same person in the manifest.",
            String.join(", ", pairs.subList(0, Math.min(SHOWN, pairs.size()))),
            more,
            Math.tanh(median)));
  }

  private static int nearest(double[][] alike, int i) {
    int best = i == 0 ? 1 : 0;
    for (int j = 0; j < alike.length; j++) {
      best = j != i && alike[i][j] > alike[i][best] ? j : best;
    }
    return best;
  }

  /**
   * Fisher's z of the correlations of people in what is left of their features once everybody's
   * mean and the strongest directions, in which many are alike, are taken out.
   */
  private static double[][] alike(double[][] features) {
    int n = features.length;
    int[] all = new int[n];
    Arrays.setAll(all, i -> i);
    Matrix x = FoldKernel.scaled(features, all);
    SymmetricEigen eigen = SymmetricEigen.of(Products.multiplyTransposed(x, x));
    int kept = n - Math.max(1, n / DIRECTIONS);
    double[][] own = new double[n][kept];
    for (int i = 0; i < n; i++) {
      double length = 0;
      for (int k = 0; k < kept; k++) {
        own[i][k] = eigen.vectors().get(i, k) * Math.sqrt(Math.max(0, eigen.values()[k]));
        length += own[i][k] * own[i][k];
      }
      for (int k = 0; k < kept; k++) {
        own[i][k] /= Math.sqrt(Math.max(length, 1e-300));
      }
    }
    double[][] z = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < kept; k++) {
          sum += own[i][k] * own[j][k];
        }
        double r = Math.max(-0.999999, Math.min(0.999999, sum));
        z[i][j] = 0.5 * Math.log((1 + r) / (1 - r));
      }
    }
    return z;
  }
}

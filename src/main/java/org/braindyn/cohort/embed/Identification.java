package org.braindyn.cohort.embed;

import java.util.Arrays;
import org.braindyn.cohort.FeatureTable;

/**
 * Who is recognised: the half of a recording whose features are most alike (correlation) to those
 * of the other half, among all recordings (Finn et al. 2015, Nat. Neurosci. 18:1664).
 *
 * @param name features
 * @param rate share of halves, both ways, whose best match is the same recording
 * @param chance the same by guessing
 * @param recordings how many there are
 */
public record Identification(String name, double rate, double chance, int recordings) {
  /** Of features that were made of halves, too. */
  public static Identification of(FeatureTable table) {
    double[][] first = table.first();
    double[][] second = table.second();
    if (table.set().mixed()) {
      first = standardised(first);
      second = standardised(second);
    }
    first = unit(first);
    second = unit(second);
    int n = first.length;
    double found = 0;
    for (int i = 0; i < n; i++) {
      found += best(first[i], second) == i ? 1 : 0;
      found += best(second[i], first) == i ? 1 : 0;
    }
    return new Identification(table.set().name(), found / (2 * n), 1.0 / n, n);
  }

  private static int best(double[] one, double[][] among) {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < among.length; j++) {
      double sum = 0;
      for (int f = 0; f < one.length; f++) {
        sum += one[f] * among[j][f];
      }
      if (sum > most) {
        most = sum;
        best = j;
      }
    }
    return best;
  }

  /** Every feature in standard deviations over recordings. */
  static double[][] standardised(double[][] rows) {
    double[][] made = new double[rows.length][rows[0].length];
    for (int f = 0; f < rows[0].length; f++) {
      double mean = 0;
      double squares = 0;
      for (double[] row : rows) {
        mean += row[f] / rows.length;
      }
      for (double[] row : rows) {
        squares += (row[f] - mean) * (row[f] - mean) / rows.length;
      }
      double sd = Math.sqrt(squares);
      for (int i = 0; i < rows.length; i++) {
        made[i][f] = sd > 1e-12 * Math.max(1, Math.abs(mean)) ? (rows[i][f] - mean) / sd : 0;
      }
    }
    return made;
  }

  private static double[][] unit(double[][] rows) {
    double[][] made = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      double mean = Arrays.stream(rows[i]).average().orElse(0);
      made[i] = Arrays.stream(rows[i]).map(v -> v - mean).toArray();
      double length = Math.sqrt(Arrays.stream(made[i]).map(v -> v * v).sum());
      for (int f = 0; f < made[i].length && length > 0; f++) {
        made[i][f] /= length;
      }
    }
    return made;
  }
}

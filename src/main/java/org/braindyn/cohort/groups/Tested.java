package org.braindyn.cohort.groups;

import java.util.Arrays;
import org.braindyn.perturbation.significance.FalseDiscovery;

/**
 * Features tested by shuffles.
 *
 * @param effect difference of two groups (second less first), or change per unit of the variable
 * @param t statistic
 * @param p share of shuffles of this feature whose |t| is as large
 * @param family share of shuffles in which the largest |t| of all features is as large: corrected
 *     for the family of all
 * @param q false discovery rate (Benjamini and Hochberg) of p-values from the shuffles of all
 *     features taken together, which are fine enough for thousands of features
 */
public record Tested(double[] effect, double[] t, double[] p, double[] family, double[] q) {
  /** Counts shuffles. */
  static final class Count implements ShuffledTest.Listener {
    private static final int BINS = 4000;
    private static final double HIGHEST = 20;

    private final double[] effect;
    private final double[] t;
    private final int[] own;
    private final int[] largest;
    private final long[] pooled = new long[BINS + 1];
    private int shuffles;

    Count(double[] effect, double[] t) {
      this.effect = effect;
      this.t = t;
      own = new int[t.length];
      largest = new int[t.length];
    }

    @Override
    public void shuffle(double[] shuffled) {
      shuffles++;
      double most = 0;
      for (double v : shuffled) {
        most = Math.max(most, Math.abs(v));
        pooled[bin(Math.abs(v))]++;
      }
      for (int f = 0; f < t.length; f++) {
        own[f] += Math.abs(shuffled[f]) >= Math.abs(t[f]) - 1e-12 ? 1 : 0;
        largest[f] += most >= Math.abs(t[f]) - 1e-12 ? 1 : 0;
      }
    }

    private static int bin(double size) {
      return (int) Math.min(BINS, size * (BINS / HIGHEST));
    }

    Tested tested() {
      long[] above = pooled.clone(); // shuffles of all features that are in this bin or above
      for (int b = BINS - 1; b >= 0; b--) {
        above[b] += above[b + 1];
      }
      double[] p = new double[t.length];
      double[] family = new double[t.length];
      double[] all = new double[t.length];
      for (int f = 0; f < t.length; f++) {
        p[f] = (own[f] + 1.0) / (shuffles + 1.0);
        family[f] = (largest[f] + 1.0) / (shuffles + 1.0);
        all[f] = (above[bin(Math.abs(t[f]))] + 1.0) / ((double) shuffles * t.length + 1.0);
      }
      return new Tested(effect, t, p, family, FalseDiscovery.adjust(all));
    }
  }

  /** How many features have a q of at most a level. */
  public long below(double level) {
    return Arrays.stream(q).filter(v -> v <= level).count();
  }
}

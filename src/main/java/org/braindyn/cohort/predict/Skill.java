package org.braindyn.cohort.predict;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How good predictions are, 0 or 0.5 being as good as knowing nothing: of a score 1 - squared error
 * / squared error of the training folds' means (R2), of two classes the area under the ROC curve
 * (AUROC), the mean of that within folds.
 */
final class Skill {
  private Skill() {}

  /** Of everybody. */
  static double of(OutOfFold made, boolean binary) {
    return of(made, binary, IntStream.range(0, made.y().length).toArray());
  }

  /**
   * Of some, who may be repeated.
   *
   * @return NaN if all are of one class, or nothing varies
   */
  static double of(OutOfFold made, boolean binary, int[] who) {
    return binary ? auroc(made, who) : r2(made, who);
  }

  private static double r2(OutOfFold made, int[] who) {
    double error = 0;
    double none = 0;
    for (int i : who) {
      double e = made.y()[i] - made.predicted()[i];
      double c = made.y()[i] - made.chance()[i];
      error += e * e;
      none += c * c;
    }
    return none > 0 ? 1 - error / none : Double.NaN;
  }

  /**
   * Mann-Whitney statistic over pairs of people who were tested in one fold: scores of several
   * models are not one order, and pooled they come out below 0.5 where there is nothing (Airola et
   * al. 2011, Comput. Stat. Data Anal. 55:1828).
   */
  private static double auroc(OutOfFold made, int[] who) {
    int folds = Arrays.stream(made.fold()).max().orElse(0) + 1;
    int[] counts = new int[2 * folds];
    for (int i : who) {
      counts[2 * made.fold()[i] + (int) made.y()[i]]++;
    }
    double[][] scores = new double[2 * folds][];
    Arrays.setAll(scores, k -> new double[counts[k]]);
    for (int i : who) {
      int kind = 2 * made.fold()[i] + (int) made.y()[i];
      scores[kind][--counts[kind]] = made.predicted()[i];
    }
    double above = 0;
    double pairs = 0;
    for (int f = 0; f < folds; f++) {
      double[] zero = scores[2 * f];
      double[] one = scores[2 * f + 1];
      Arrays.sort(zero);
      Arrays.sort(one);
      above += wins(zero, one);
      pairs += (double) zero.length * one.length;
    }
    return pairs > 0 ? above / pairs : Double.NaN;
  }

  /** Pairs in which one is above zero, ties half; both in rising order. */
  private static double wins(double[] zero, double[] one) {
    double wins = 0;
    int below = 0;
    int notAbove = 0;
    for (double score : one) {
      while (below < zero.length && zero[below] < score) {
        below++;
      }
      while (notAbove < zero.length && zero[notAbove] <= score) {
        notAbove++;
      }
      wins += 0.5 * (below + notAbove);
    }
    return wins;
  }
}

package org.braindyn.cohort.predict;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How good predictions are, 0 or 0.5 being as good as knowing nothing: of a score 1 - squared error
 * / squared error of the training folds' means (R2), of two classes the area under the ROC curve
 * (AUROC).
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

  /** Mann-Whitney statistic; log-odds are counted from those of the fold, which differ a little. */
  private static double auroc(OutOfFold made, int[] who) {
    double[] zero = scores(made, who, 0);
    double[] one = scores(made, who, 1);
    if (zero.length == 0 || one.length == 0) {
      return Double.NaN;
    }
    double area = 0;
    int below = 0;
    int notAbove = 0;
    for (double score : one) { // both in rising order
      while (below < zero.length && zero[below] < score) {
        below++;
      }
      while (notAbove < zero.length && zero[notAbove] <= score) {
        notAbove++;
      }
      area += 0.5 * (below + notAbove);
    }
    return area / ((double) zero.length * one.length);
  }

  private static double[] scores(OutOfFold made, int[] who, double kind) {
    return Arrays.stream(who)
        .filter(i -> made.y()[i] == kind)
        .mapToDouble(i -> made.predicted()[i] - made.chance()[i])
        .sorted()
        .toArray();
  }
}

package org.braindyn.task;

import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Ranking;

/** Areas under the ROC and the precision-recall curve, over ordered pairs or any labels. */
public final class RankingCurves {
  private RankingCurves() {}

  /**
   * Area under the ROC curve (Mann-Whitney statistic with average ranks for ties).
   *
   * @return 0.5 for chance
   * @throws BadInput if a score is NaN, or all labels are alike
   */
  public static double auroc(boolean[] label, double[] score) {
    double area = 0;
    double positives = 0;
    double negatives = 0;
    int[] order = order(label, score);
    for (int i = 0; i < order.length; ) {
      double tiedPositive = 0;
      double tiedNegative = 0;
      double value = score[order[i]];
      for (; i < order.length && score[order[i]] == value; i++) {
        tiedPositive += label[order[i]] ? 1 : 0;
        tiedNegative += label[order[i]] ? 0 : 1;
      }
      area += tiedNegative * (positives + tiedPositive / 2);
      positives += tiedPositive;
      negatives += tiedNegative;
    }
    return area / (positives * negatives);
  }

  /**
   * Area under the precision-recall curve as average precision: the sum of precision x gain in
   * recall over thresholds.
   *
   * @return the share of positives for chance
   * @throws BadInput if a score is NaN, or all labels are alike
   */
  public static double auprc(boolean[] label, double[] score) {
    int[] order = order(label, score);
    double positives = IntStream.range(0, label.length).filter(i -> label[i]).count();
    double hits = 0;
    double area = 0;
    for (int i = 0; i < order.length; ) {
      double value = score[order[i]];
      double gained = 0;
      for (; i < order.length && score[order[i]] == value; i++) {
        gained += label[order[i]] ? 1 : 0;
      }
      hits += gained;
      area += gained / positives * hits / i;
    }
    return area;
  }

  /** Off-diagonal entries of a graph, row by row. */
  public static boolean[] pairs(boolean[][] graph) {
    int n = graph.length;
    boolean[] values = new boolean[n * (n - 1)];
    for (int k = 0; k < values.length; k++) {
      values[k] = graph[k / (n - 1)][column(k, n)];
    }
    return values;
  }

  /** Off-diagonal entries of a matrix, row by row. */
  public static double[] pairs(double[][] matrix) {
    int n = matrix.length;
    double[] values = new double[n * (n - 1)];
    for (int k = 0; k < values.length; k++) {
      values[k] = matrix[k / (n - 1)][column(k, n)];
    }
    return values;
  }

  /** Column of the {@code k}-th off-diagonal entry. */
  static int column(int k, int n) {
    int column = k % (n - 1);
    return column < k / (n - 1) ? column : column + 1;
  }

  private static int[] order(boolean[] label, double[] score) {
    long positives = IntStream.range(0, label.length).filter(i -> label[i]).count();
    if (positives == 0 || positives == label.length) {
      throw new BadInput(
          "A ranking needs pairs of both kinds, but "
              + positives
              + " of "
              + label.length
              + " are links.");
    }
    return Ranking.falling(score, "scores");
  }
}

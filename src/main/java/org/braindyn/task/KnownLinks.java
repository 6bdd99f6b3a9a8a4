package org.braindyn.task;

import org.braindyn.data.BadInput;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Threshold;

/**
 * Which of two regions drives which, where it is known: NaN is a pair of which nothing is known.
 *
 * @param weight [source][target]
 * @param link [source][target]
 */
public record KnownLinks(double[][] weight, boolean[][] link) {
  /**
   * Links of a matrix.
   *
   * @param weight [source][target]
   * @param density share of ordered pairs, the strongest, that count as links; 0 for all other than
   *     0
   * @throws BadInput if all pairs are links, or none
   */
  public static KnownLinks of(double[][] weight, double density) {
    int n = weight.length;
    BrainGraph graph =
        density > 0 ? Threshold.density(weight, density) : BrainGraph.ofMatrix(weight);
    boolean[][] link = new boolean[n][n];
    for (int e = 0; e < graph.edges(); e++) {
      link[graph.source()[e]][graph.target()[e]] = true;
    }
    int links = 0;
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j && Double.isFinite(weight[i][j])) {
          pairs++;
          links += link[i][j] ? 1 : 0;
        }
      }
    }
    if (links == 0 || links == pairs) {
      throw new BadInput(
          String.format(
              "density=%s: %d of %d pairs of the truth are links, so links cannot be told from"
                  + " others. Give the share of pairs, the strongest, that count, e.g. density=0.1.",
              density, links, pairs));
    }
    return new KnownLinks(weight, link);
  }

  /** Number of regions. */
  public int regions() {
    return link.length;
  }

  /**
   * Area under the ROC curve of the size of scores over pairs that are known.
   *
   * @param score [source][target]
   * @param without a region to leave out, or -1
   * @param turned true to exchange sources and targets of the score
   */
  double area(double[][] score, int without, boolean turned) {
    int n = link.length;
    boolean[] labels = new boolean[n * (n - 1)];
    double[] sizes = new double[labels.length];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j && i != without && j != without && Double.isFinite(weight[i][j])) {
          labels[count] = link[i][j];
          sizes[count++] = Math.abs(turned ? score[j][i] : score[i][j]);
        }
      }
    }
    return RankingCurves.auroc(
        java.util.Arrays.copyOf(labels, count), java.util.Arrays.copyOf(sizes, count));
  }
}

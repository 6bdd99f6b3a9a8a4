package org.braindyn.forecast.family;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Correlation;

/**
 * Weights of links, 0 or more, the largest 1.
 *
 * @param source where they come from, for names ("connectome", "partial correlation")
 * @param weights [source][target], 0 on the diagonal
 */
public record LinkWeights(String source, double[][] weights) {
  /** Added to the diagonal of the correlation matrix before it is inverted. */
  static final double SHRINKAGE = 0.02;

  /**
   * Weights that are given.
   *
   * @param source where they come from
   * @param graph weights of 0 or more
   * @throws BadInput if a weight is negative or not a number, or all are 0
   */
  public static LinkWeights of(String source, BrainGraph graph) {
    for (int e = 0; e < graph.edges(); e++) {
      if (!(graph.weight()[e] >= 0) || Double.isInfinite(graph.weight()[e])) {
        throw new BadInput(
            String.format(
                "The link from region %d to region %d of the %s weighs %s. Weights must be numbers"
                    + " of 0 or more; set negative ones to 0, or use a family without a graph.",
                graph.source()[e] + 1, graph.target()[e] + 1, source, graph.weight()[e]));
      }
    }
    return scaled(source, graph.toMatrix());
  }

  /**
   * As {@link #of(String, BrainGraph)}, from a matrix [source][target]; the diagonal is left out.
   */
  public static LinkWeights of(String source, double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        if (i != j && (!(matrix[i][j] >= 0) || Double.isInfinite(matrix[i][j]))) {
          throw new BadInput(
              String.format(
                  "The link from region %d to region %d of the %s weighs %s. Weights must be"
                      + " numbers of 0 or more; set negative ones to 0, or use a family without a"
                      + " graph.",
                  i + 1, j + 1, source, matrix[i][j]));
        }
      }
    }
    return scaled(source, matrix);
  }

  /** Positive correlations of the signals behind the sums. */
  public static LinkWeights correlation(LagSums sums) {
    return scaled("correlations", positive(correlations(sums)));
  }

  /** Positive partial correlations: the inverse of correlations + 0.02 I. */
  public static LinkWeights partialCorrelation(LagSums sums) {
    double share = SHRINKAGE / (1 + SHRINKAGE); // C + 0.02 I = 1.02 ((1 - share) C + share I)
    double[][] correlations = correlations(sums);
    return scaled("partial correlations", positive(Correlation.partial(correlations, share)));
  }

  /** All links alike: what a network autoregression then sees is the mean over regions. */
  public static LinkWeights uniform(int regions) {
    double[][] ones = new double[regions][regions];
    for (double[] row : ones) {
      Arrays.fill(row, 1);
    }
    return scaled("the mean", ones);
  }

  private static double[][] correlations(LagSums sums) {
    double[][] c = sums.present();
    double[] size = new double[c.length];
    for (int i = 0; i < c.length; i++) {
      size[i] = Math.sqrt(c[i][i]);
    }
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < c.length; j++) {
        double scale = size[i] * size[j];
        c[i][j] = i == j ? 1 : scale > 0 ? c[i][j] / scale : 0;
      }
    }
    return c;
  }

  private static double[][] positive(double[][] matrix) {
    double[][] kept = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        kept[i][j] = i == j ? 0 : Math.max(0, matrix[i][j]);
      }
    }
    return kept;
  }

  private static LinkWeights scaled(String source, double[][] matrix) {
    double largest = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        largest = i == j ? largest : Math.max(largest, matrix[i][j]);
      }
    }
    if (largest == 0) {
      throw new BadInput(
          "No link of the "
              + source
              + " has a weight above 0. Give a graph with links, or use a"
              + " family without one.");
    }
    double[][] weights = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        weights[i][j] = i == j ? 0 : matrix[i][j] / largest;
      }
    }
    return new LinkWeights(source, weights);
  }

  void check(int regions) {
    if (weights.length != regions) {
      throw new BadInput(
          "The "
              + source
              + " joins "
              + weights.length
              + " regions, but the recordings have "
              + regions
              + ". Give a graph of the same parcellation.");
    }
  }
}

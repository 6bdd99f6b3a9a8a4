package org.braindyn.graph;

import java.util.stream.IntStream;
import org.braindyn.data.BadInput;

/** From a matrix of scores (row = source, column = target) to the edges worth keeping. */
public final class Threshold {
  private Threshold() {}

  /**
   * Edges whose score is at least a value in size.
   *
   * @param score [source][target]
   * @param least smallest |score| kept; the diagonal never is
   * @return a graph that carries the scores as weights
   */
  public static BrainGraph atLeast(double[][] score, double least) {
    if (!(least >= 0)) {
      throw new BadInput(
          "The graph threshold is " + least + ", but it must be 0 or more (0.5 is usual).");
    }
    int n = score.length;
    double[][] kept = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        kept[i][j] = Math.abs(score[i][j]) >= least ? score[i][j] : 0;
      }
    }
    return BrainGraph.ofMatrix(kept);
  }

  /**
   * The strongest edges. Pairs whose score equals that of the last one are kept with it, so that a
   * symmetric score gives a symmetric graph: there may be more edges than asked for.
   *
   * @param score [source][target]
   * @param edges how many ordered pairs to keep
   */
  public static BrainGraph strongest(double[][] score, int edges) {
    int n = score.length;
    if (edges < 0 || edges > n * (n - 1)) {
      throw new BadInput(
          String.format(
              "%d edges were asked for, but %d regions have %d ordered pairs.",
              edges, n, n * (n - 1)));
    }
    double least = edges == 0 ? Double.POSITIVE_INFINITY : sizes(score)[edges - 1];
    double[][] kept = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        kept[i][j] = i != j && Math.abs(score[i][j]) >= least ? score[i][j] : 0;
      }
    }
    return BrainGraph.ofMatrix(kept);
  }

  /** Sizes of all scores off the diagonal, largest first; one that is no number counts as 0. */
  private static double[] sizes(double[][] score) {
    int n = score.length;
    return IntStream.range(0, n * n)
        .filter(k -> k / n != k % n)
        .mapToDouble(k -> Math.abs(score[k / n][k % n]))
        .map(v -> Double.isNaN(v) ? 0 : v)
        .map(v -> -v)
        .sorted()
        .map(v -> -v)
        .toArray();
  }

  /**
   * The strongest share of all ordered pairs, with ties as in {@link #strongest}.
   *
   * @param score [source][target]
   * @param density share kept, 0 to 1
   */
  public static BrainGraph density(double[][] score, double density) {
    if (!(density >= 0 && density <= 1)) {
      throw new BadInput("The graph density is " + density + ", but it must be from 0 to 1.");
    }
    int pairs = score.length * (score.length - 1);
    return strongest(score, (int) Math.round(density * pairs));
  }
}

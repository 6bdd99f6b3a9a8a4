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
    return kept(score, least);
  }

  /** Edges of at least a size, without a second matrix: 10 000 regions have 800 MB of scores. */
  private static BrainGraph kept(double[][] score, double least) {
    int n = score.length;
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        count += isKept(score, i, j, least) ? 1 : 0;
      }
    }
    int[] source = new int[count];
    int[] target = new int[count];
    double[] weight = new double[count];
    int e = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (isKept(score, i, j, least)) {
          source[e] = i;
          target[e] = j;
          weight[e++] = score[i][j];
        }
      }
    }
    return new BrainGraph(n, source, target, weight);
  }

  private static boolean isKept(double[][] score, int i, int j, double least) {
    double s = score[i][j];
    return i != j && s != 0 && Double.isFinite(s) && Math.abs(s) >= least;
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
    return kept(score, least);
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

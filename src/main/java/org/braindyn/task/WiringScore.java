package org.braindyn.task;

import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Ranking;

/**
 * How well scores of ordered pairs find the true links of a directed graph. Self-links do not
 * count.
 *
 * @param edges number of true links
 * @param found number of inferred links
 * @param precision share of inferred links that are true
 * @param recall share of true links that were inferred
 * @param f1 harmonic mean of the two
 * @param editDistance ordered pairs that differ
 * @param normalisedEditDistance edit distance / (2 x true links): 0 perfect, 1 nothing right when
 *     as many links are inferred as there are (the released code divides by twice a wanted number)
 * @param frobenius root of the edit distance
 */
public record WiringScore(
    int edges,
    int found,
    double precision,
    double recall,
    double f1,
    int editDistance,
    double normalisedEditDistance,
    double frobenius) {
  /**
   * Compares an inferred graph with the truth.
   *
   * @param inferred [source][target]
   * @param truth [source][target]
   */
  public static WiringScore of(boolean[][] inferred, boolean[][] truth) {
    int hits = 0;
    int edges = 0;
    int found = 0;
    for (int u = 0; u < truth.length; u++) {
      for (int v = 0; v < truth.length; v++) {
        if (u != v) {
          edges += truth[u][v] ? 1 : 0;
          found += inferred[u][v] ? 1 : 0;
          hits += truth[u][v] && inferred[u][v] ? 1 : 0;
        }
      }
    }
    if (edges == 0) {
      throw new BadInput("The true graph has no link, so links cannot be scored.");
    }
    double precision = found == 0 ? 0 : (double) hits / found;
    double recall = (double) hits / edges;
    double f1 = hits == 0 ? 0 : 2 * precision * recall / (precision + recall);
    int distance = edges + found - 2 * hits;
    return new WiringScore(
        edges,
        found,
        precision,
        recall,
        f1,
        distance,
        distance / (2.0 * edges),
        Math.sqrt(distance));
  }

  /**
   * The {@code count} ordered pairs of highest score; pairs that share the score of the last one
   * are all kept, so that a symmetric score infers both directions or none.
   */
  public static boolean[][] strongest(double[][] score, int count) {
    Ranking.check(RankingCurves.pairs(score), "scores of ordered pairs");
    int n = score.length;
    if (count == 0) {
      return new boolean[n][n];
    }
    double[] falling =
        IntStream.range(0, n * n)
            .filter(i -> i / n != i % n)
            .mapToDouble(i -> -score[i / n][i % n])
            .sorted()
            .toArray();
    return above(score, -falling[Math.min(count, falling.length) - 1]);
  }

  /** The ordered pairs whose score is at least {@code threshold}. */
  public static boolean[][] above(double[][] score, double threshold) {
    int n = score.length;
    boolean[][] graph = new boolean[n][n];
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        graph[u][v] = u != v && score[u][v] >= threshold;
      }
    }
    return graph;
  }

  /** Links of a weighted wiring: every entry that is not 0. */
  public static boolean[][] links(double[][] wiring) {
    boolean[][] graph = new boolean[wiring.length][wiring.length];
    for (int u = 0; u < wiring.length; u++) {
      for (int v = 0; v < wiring.length; v++) {
        graph[u][v] = u != v && wiring[u][v] != 0;
      }
    }
    return graph;
  }
}

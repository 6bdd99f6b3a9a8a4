package org.braindyn.graph;

import java.util.Arrays;
import org.braindyn.data.BadInput;

/** From scores (row = source, column = target) to the edges worth keeping. */
public final class Threshold {
  /** Classes of size in which the last score to be kept is looked for. */
  private static final int CLASSES = 1 << 16;

  private Threshold() {}

  /**
   * Edges whose score is at least a value in size.
   *
   * @param score [source][target]
   * @param least smallest |score| kept; the diagonal never is
   * @return a graph that carries the scores as weights
   */
  public static BrainGraph atLeast(double[][] score, double least) {
    return atLeast(Scores.of(score), least);
  }

  /** The same for scores that come row by row. */
  public static BrainGraph atLeast(Scores score, double least) {
    if (!(least >= 0)) {
      throw new BadInput(
          "The graph threshold is " + least + ", but it must be 0 or more (0.5 is usual).");
    }
    return kept(score, least);
  }

  /** Edges of at least a size, without a second matrix: 10 000 regions have 800 MB of scores. */
  private static BrainGraph kept(Scores score, double least) {
    int n = score.size();
    double[] row = new double[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      score.row(i, row);
      for (int j = 0; j < n; j++) {
        count += isKept(row, i, j, least) ? 1 : 0;
      }
    }
    int[] source = new int[count];
    int[] target = new int[count];
    double[] weight = new double[count];
    int e = 0;
    for (int i = 0; i < n; i++) {
      score.row(i, row);
      for (int j = 0; j < n; j++) {
        if (isKept(row, i, j, least)) {
          source[e] = i;
          target[e] = j;
          weight[e++] = row[j];
        }
      }
    }
    return new BrainGraph(n, source, target, weight);
  }

  private static boolean isKept(double[] row, int i, int j, double least) {
    double s = row[j];
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
    return strongest(Scores.of(score), edges);
  }

  private static BrainGraph strongest(Scores score, int edges) {
    int n = score.size();
    if (edges < 0 || edges > n * (n - 1)) {
      throw new BadInput(
          String.format(
              "%d edges were asked for, but %d regions have %d ordered pairs.",
              edges, n, n * (n - 1)));
    }
    return kept(score, edges == 0 ? Double.POSITIVE_INFINITY : size(score, edges));
  }

  /** What is done with the size of one score off the diagonal. */
  private interface Size {
    void take(double size);
  }

  /** A score that is no number counts as 0. */
  private static void each(Scores score, Size size) {
    double[] row = new double[score.size()];
    for (int i = 0; i < row.length; i++) {
      score.row(i, row);
      for (int j = 0; j < row.length; j++) {
        if (i != j) {
          size.take(Double.isNaN(row[j]) ? 0 : Math.abs(row[j]));
        }
      }
    }
  }

  /** The size of the score that is so many-th in size, without a sorted copy of all. */
  private static double size(Scores score, int place) {
    double[] most = new double[1];
    each(score, v -> most[0] = Math.max(most[0], Double.isInfinite(v) ? 0 : v));
    int[] count = new int[CLASSES + 1];
    each(score, v -> count[sizeClass(v, most[0])]++);
    int found = CLASSES;
    int before = 0;
    while (before + count[found] < place) {
      before += count[found--];
    }
    double[] alike = new double[count[found]];
    int last = found;
    int[] taken = new int[1];
    each(
        score,
        v -> {
          if (sizeClass(v, most[0]) == last) {
            alike[taken[0]++] = v;
          }
        });
    Arrays.sort(alike);
    return alike[alike.length - (place - before)];
  }

  private static int sizeClass(double size, double most) {
    return size > most || most == 0 ? CLASSES : (int) (size / most * (CLASSES - 1));
  }

  /**
   * The strongest share of all ordered pairs, with ties as in {@link #strongest}.
   *
   * @param score [source][target]
   * @param density share kept, 0 to 1
   */
  public static BrainGraph density(double[][] score, double density) {
    return density(Scores.of(score), density);
  }

  /** The same for scores that come row by row. */
  public static BrainGraph density(Scores score, double density) {
    if (!(density >= 0 && density <= 1)) {
      throw new BadInput("The graph density is " + density + ", but it must be from 0 to 1.");
    }
    int pairs = score.size() * (score.size() - 1);
    return strongest(score, (int) Math.round(density * pairs));
  }
}

package org.braindyn.figure.brain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.figure.colour.ColourScale;
import org.braindyn.figure.colour.Palette;

/**
 * Links between regions, as figures draw them.
 *
 * @param matrix [source][target]; 0 and NaN are no link
 * @param shown which are significant, [source][target]; null for all
 * @param unit what a link's value is, with unit
 */
public record Links(double[][] matrix, boolean[][] shown, String unit) {
  /** One link between rows of the regions. */
  record Link(int source, int target, double value, boolean significant) {}

  /** True if every pair has one value in both directions: drawn once, without arrow heads. */
  boolean symmetric() {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        double gap = Math.abs(matrix[i][j] - matrix[j][i]);
        if (gap > 1e-6 * Math.max(Math.abs(matrix[i][j]), Math.abs(matrix[j][i]))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The strongest links, weakest first, so that the strong ones are drawn over the weak. */
  List<Link> strongest(int most) {
    int n = matrix.length;
    boolean once = symmetric();
    return IntStream.range(0, n * n)
        .filter(k -> once ? k / n < k % n : k / n != k % n)
        .mapToObj(
            k -> new Link(k / n, k % n, matrix[k / n][k % n], shown == null || shown[k / n][k % n]))
        .filter(link -> link.value != 0 && Double.isFinite(link.value))
        .sorted(Comparator.comparingDouble((Link link) -> -Math.abs(link.value)))
        .limit(most)
        .sorted(
            Comparator.comparing(Link::significant)
                .thenComparingDouble(link -> Math.abs(link.value)))
        .toList();
  }

  /** The colours of the links: around zero, to the strongest. */
  ColourScale scale() {
    double limit = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        boolean counts = i != j && Double.isFinite(matrix[i][j]);
        limit = counts ? Math.max(limit, Math.abs(matrix[i][j])) : limit;
      }
    }
    limit = limit > 0 ? limit : 1;
    return new ColourScale(Palette.DIVERGING, -limit, limit, unit);
  }

  /** Colour of a link. */
  static int colour(Link link, ColourScale scale) {
    return link.significant ? scale.rgb(link.value) : Palette.NOT_SIGNIFICANT;
  }

  /** Thickness of a link in points: to 3 for the strongest, with the square of its value. */
  static double thickness(Link link, ColourScale scale) {
    double share = Math.min(1, Math.abs(link.value) / scale.high());
    return 0.5 + 2.5 * share * share;
  }

  /** Sum of the sizes of all drawn links of every region. */
  static double[] strengths(List<Link> links, int regions) {
    double[] sum = new double[regions];
    for (Link link : links) {
      sum[link.source] += Math.abs(link.value);
      sum[link.target] += Math.abs(link.value);
    }
    return sum;
  }
}

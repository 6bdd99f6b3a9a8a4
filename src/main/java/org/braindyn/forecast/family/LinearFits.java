package org.braindyn.forecast.family;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.forecast.family.sums.Dense;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.forecast.family.sums.PenalisedSums;

/** Autoregressions that need nothing but sums: all regions, neighbours only, a prior. */
public final class LinearFits {
  /** Share of the penalty on a region's own past, where a prior is shrunk to. */
  public static final double OWN_SHARE = 0.1;

  /** The penalty grows with the lag to this power (as priors of Litterman 1986 do). */
  static final double LAG_EXPONENT = 1;

  private LinearFits() {}

  /**
   * Full ridge VAR(p): p n^2 numbers.
   *
   * @param order lags p
   * @param ridge penalty on squared coefficients of lag 1, in sums of squares; it grows with the
   *     lag
   * @param ownShare share of the penalty on a region's own past, above 0 to 1 (1: plain ridge)
   */
  public static LagModel full(LagSums sums, int order, double ridge, double ownShare) {
    int n = sums.regions();
    double[][] solution =
        new PenalisedSums(sums, order, ridge, ownShare, LAG_EXPONENT).solve(sums.cross(order));
    return LagModel.ofStacked("VAR(" + order + ")", solution, order * n * n);
  }

  /**
   * Graph-masked VAR(p): a region is forecast from its own past and from the regions that have a
   * link to it, p (n + E) numbers; ridge per region.
   *
   * @param links where a region may be seen from, [source][target] other than 0
   */
  public static LagModel masked(LagSums sums, int order, double ridge, double[][] links) {
    int n = sums.regions();
    double[][] gram = sums.gram(order);
    double[][] cross = sums.cross(order);
    double[][] solution = new double[order * n][n];
    double[] parameters =
        Parallel.numbers(
            n,
            target -> {
              int[] rows =
                  IntStream.range(0, order * n)
                      .filter(r -> r % n == target || links[r % n][target] != 0)
                      .toArray();
              double[][] left = new double[rows.length][rows.length];
              double[][] right = new double[rows.length][1];
              for (int a = 0; a < rows.length; a++) {
                for (int b = 0; b < rows.length; b++) {
                  left[a][b] = gram[rows[a]][rows[b]];
                }
                left[a][a] += ridge;
                right[a][0] = cross[rows[a]][target];
              }
              double[][] x = Dense.solve(left, right, "The masked autoregression");
              for (int a = 0; a < rows.length; a++) {
                solution[rows[a]][target] = x[a][0];
              }
              return rows.length;
            });
    int all = (int) Arrays.stream(parameters).sum();
    return LagModel.ofStacked("masked VAR(" + order + ")", solution, all);
  }

  /**
   * VAR shrunk to a prior: B = B0 + what minimises the squared error + lambda sum pen (B - B0)^2,
   * pen being the lag, on own pasts {@link #OWN_SHARE} of it. Lambda towards infinity gives the
   * prior (own pasts last), towards 0 the VAR of least squares.
   *
   * @param lambda weight of the penalty, in sums of squares
   * @param prior B0, of this order
   */
  public static LagModel shrunk(LagSums sums, int order, double lambda, LagModel prior) {
    return shrunk(new PenalisedSums(sums, order, lambda, OWN_SHARE, LAG_EXPONENT), sums, prior);
  }

  static LagModel shrunk(PenalisedSums penalised, LagSums sums, LagModel prior) {
    int n = sums.regions();
    int order = prior.order();
    double[][] stacked = new double[order * n][];
    for (int i = 0; i < stacked.length; i++) {
      stacked[i] = prior.coefficients()[i / n][i % n];
    }
    double[][] rest = Dense.multiply(sums.gram(order), stacked);
    double[][] cross = sums.cross(order);
    for (int i = 0; i < rest.length; i++) {
      for (int j = 0; j < n; j++) {
        rest[i][j] = cross[i][j] - rest[i][j];
      }
    }
    double[][] solution = penalised.solve(rest);
    for (int i = 0; i < rest.length; i++) {
      for (int j = 0; j < n; j++) {
        solution[i][j] += stacked[i][j];
      }
    }
    return LagModel.ofStacked(
        "VAR(" + order + ") shrunk to " + prior.name(), solution, order * n * n);
  }
}

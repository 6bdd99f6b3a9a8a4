package org.braindyn.forecast;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;

/**
 * Solves the direct ridge regression: one factorisation for all targets, and a correction of rank K
 * per target (Woodbury's identity) for the smaller penalty on its own past and its neighbours'.
 */
final class DirectRidgeSolver {
  private final DirectRidgeSums sums;
  private final LagBins bins;
  private final int regions;
  private final int horizon;
  private final DirectRidgeSettings settings;

  DirectRidgeSolver(
      DirectRidgeSums sums, LagBins bins, int regions, int horizon, DirectRidgeSettings settings) {
    this.sums = sums;
    this.bins = bins;
    this.regions = regions;
    this.horizon = horizon;
    this.settings = settings;
  }

  /**
   * Coefficients for one ridge.
   *
   * @return [feature][region * horizon + step]
   */
  double[][] solve(double ridge, Progress progress) {
    double scale = ridge * sums.windows();
    int size = sums.gram().length;
    double[] penalty = new double[bins.count()];
    double[][] left = new double[size][];
    for (int k = 0; k < penalty.length; k++) {
      penalty[k] = scale * Math.pow(bins.lag(k), settings.lagExponent());
    }
    for (int i = 0; i < size; i++) {
      left[i] = sums.gram()[i].clone();
      left[i][i] += penalty[i / regions];
    }
    Cancelled.check(progress, "Fitting the linear forecast");
    double[][] inverse =
        new CholeskyDecomposition(new Array2DRowRealMatrix(left, false), 1e-6, 0)
            .getSolver()
            .getInverse()
            .getData();
    Cancelled.check(progress, "Fitting the linear forecast");
    double[][] solution = multiply(inverse, sums.cross());
    Cancelled.check(progress, "Fitting the linear forecast");
    if (settings.ownShare() < 1 || settings.neighbours() > 0) {
      IntStream.range(0, regions).parallel().forEach(n -> relieve(solution, inverse, penalty, n));
    }
    return solution;
  }

  /**
   * (M - U S U')^-1 r = x + M^-1 U (S^-1 - U' M^-1 U)^-1 U' x, U the features of the target and of
   * its neighbours.
   */
  private void relieve(double[][] x, double[][] inverse, double[] penalty, int n) {
    int[] freer = freer(n);
    int size = freer.length * penalty.length;
    int[] rows = new int[size];
    double[] less = new double[size];
    for (int i = 0; i < size; i++) {
      int bin = i / freer.length;
      int source = freer[i % freer.length];
      double share = source == n ? settings.ownShare() : settings.neighbourShare();
      rows[i] = bin * regions + source;
      less[i] = penalty[bin] * (1 - share);
    }
    double[][] small = new double[size][size];
    double[][] own = new double[size][horizon];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        small[a][b] = -inverse[rows[a]][rows[b]];
      }
      small[a][a] += 1 / less[a];
      System.arraycopy(x[rows[a]], n * horizon, own[a], 0, horizon);
    }
    double[][] factor =
        new LUDecomposition(new Array2DRowRealMatrix(small, false))
            .getSolver()
            .solve(new Array2DRowRealMatrix(own, false))
            .getData();
    for (int i = 0; i < x.length; i++) {
      for (int a = 0; a < size; a++) {
        double weight = inverse[i][rows[a]];
        for (int p = 0; p < horizon; p++) {
          x[i][n * horizon + p] += weight * factor[a][p];
        }
      }
    }
  }

  /** The sources with a smaller penalty: the region, if it is freer, and its neighbours. */
  private int[] freer(int n) {
    IntStream others =
        IntStream.range(0, regions)
            .filter(i -> i != n && settings.neighbourShare() < 1)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -likeness(n, i)))
            .limit(settings.neighbours())
            .mapToInt(Integer::intValue);
    return IntStream.concat(settings.ownShare() < 1 ? IntStream.of(n) : IntStream.empty(), others)
        .toArray();
  }

  /** |r| of two regions' last samples. */
  private double likeness(int a, int b) {
    double[][] g = sums.gram();
    return Math.abs(g[a][b]) / Math.sqrt(Math.max(g[a][a] * g[b][b], Double.MIN_NORMAL));
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    IntStream.range(0, a.length)
        .parallel()
        .forEach(
            i -> {
              for (int k = 0; k < b.length; k++) {
                double factor = a[i][k];
                double[] from = b[k];
                double[] to = c[i];
                for (int j = 0; j < to.length; j++) {
                  to[j] += factor * from[j];
                }
              }
            });
    return c;
  }
}

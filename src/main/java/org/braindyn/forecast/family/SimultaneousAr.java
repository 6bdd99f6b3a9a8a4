package org.braindyn.forecast.family;

import org.braindyn.data.BadInput;
import org.braindyn.forecast.family.sums.Dense;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.kernel.linalg.Lu;
import org.braindyn.kernel.linalg.Matrix;

/**
 * Network autoregression whose neighbours also act within a frame: where frames are slow (BOLD),
 * what a region does arrives at its neighbours before the next one,
 *
 * <p>x_j(t) = b_0 sum over i of G[i][j] x_i(t) + (as {@link NetworkAr}).
 *
 * <p>A spatial dynamic panel (Yu, de Jong and Lee 2008, J. Econometrics 146:118, eq. 1), fitted by
 * maximum likelihood with noise alike in all regions: for each b_0 the rest is least squares, and
 * log det(I - b_0 G) corrects for what acts back. Least squares for b_0 itself would be too large.
 */
public final class SimultaneousAr {
  private static final int STEPS = 100;
  private static final double MOST = 0.98; // of the coupling at which activity would not fade

  private final LagModel forecasts;
  private final double[][] links;
  private final double[][] lags;
  private final double within;

  private SimultaneousAr(LagModel forecasts, double[][] links, double[][] lags, double within) {
    this.forecasts = forecasts;
    this.links = links;
    this.lags = lags;
    this.within = within;
  }

  /**
   * Fits p n own numbers and p + 1 shared ones.
   *
   * @param order lags p
   * @param weights links, largest 1
   */
  public static SimultaneousAr fit(LagSums sums, int order, LinkWeights weights) {
    double[][] g = weights.weights();
    NetworkAr network = new NetworkAr(sums, order, weights);
    double[][] cross = sums.cross(order);
    NetworkAr.Fit own = network.regress(cross);
    NetworkAr.Fit seen = network.regress(Dense.multiply(cross, g));
    double[][] present = sums.present();
    double[][] bySeen = Dense.multiply(present, g);
    double xx = -own.explained(own);
    double xz = -own.explained(seen);
    double zz = -seen.explained(seen);
    for (int j = 0; j < g.length; j++) {
      xx += present[j][j];
      xz += bySeen[j][j];
      for (int i = 0; i < g.length; i++) {
        zz += g[i][j] * bySeen[i][j];
      }
    }
    double best = 0;
    double most = Double.NEGATIVE_INFINITY;
    double limit = MOST / radius(g);
    for (int s = 0; s <= STEPS; s++) {
      double b = limit * s / STEPS;
      double squares = xx - 2 * b * xz + b * b * zz;
      double likelihood =
          Math.log(Math.abs(Lu.of(rest(g, b)).determinant())) - g.length / 2.0 * Math.log(squares);
      if (likelihood > most) {
        most = likelihood;
        best = b;
      }
    }
    double[][] lags = own.stacked(g);
    double[][] less = seen.stacked(g);
    for (int i = 0; i < lags.length; i++) {
      for (int j = 0; j < g.length; j++) {
        lags[i][j] -= best * less[i][j];
      }
    }
    double[][] reduced = Dense.multiply(lags, Lu.of(rest(g, best)).inverse().toRows());
    String name = "network AR(0 to " + order + ") on " + weights.source();
    int parameters = order * g.length + order + 1;
    return new SimultaneousAr(LagModel.ofStacked(name, reduced, parameters), g, lags, best);
  }

  /** I - b G. */
  private static Matrix rest(double[][] g, double b) {
    Matrix rest = new Matrix(g.length, g.length);
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g.length; j++) {
        rest.set(i, j, (i == j ? 1 : 0) - b * g[i][j]);
      }
    }
    return rest;
  }

  /** Largest eigenvalue of a matrix of 0 or more, by its powers (Perron); rows' sums bound it. */
  private static double radius(double[][] g) {
    double[] v = new double[g.length];
    java.util.Arrays.fill(v, 1);
    double size = 1;
    for (int run = 0; run < 200; run++) {
      double[] next = new double[v.length];
      for (int i = 0; i < v.length; i++) {
        for (int j = 0; j < v.length; j++) {
          next[j] += v[i] * g[i][j];
        }
      }
      size = java.util.Arrays.stream(next).max().orElse(0);
      if (!(size > 1e-9)) {
        return 1; // no cycles: nothing acts back
      }
      for (int i = 0; i < v.length; i++) {
        v[i] = next[i] / size + 1e-12;
      }
    }
    return size;
  }

  /** The same law solved for the present: what forecasts. */
  public LagModel forecasts() {
    return forecasts;
  }

  /** b_0 G: what a unit of a region adds to another within a frame, [source][target]. */
  public double[][] links() {
    double[][] scaled = new double[links.length][links.length];
    for (int i = 0; i < links.length; i++) {
      for (int j = 0; j < links.length; j++) {
        scaled[i][j] = within * links[i][j];
      }
    }
    return scaled;
  }

  /** b_0, the strength of links within a frame. */
  public double within() {
    return within;
  }

  /**
   * What a unit added to one region in the present does in this frame and later: first along the
   * links within the frame, (I - b_0 G)^-1, then as {@link LagModel#impulse}.
   *
   * @param horizon steps ahead
   * @return [step][source][target]
   */
  public double[][][] impulse(int horizon) {
    double[][] now = Lu.of(rest(links, within)).inverse().toRows();
    double[][][] later = forecasts.impulse(horizon);
    for (int h = 0; h <= horizon; h++) {
      later[h] = Dense.multiply(now, later[h]);
    }
    return later;
  }

  /**
   * What the regions do when one of them is made to follow a course; links act within a frame, too.
   *
   * @param region whose course is given
   * @param course its own change per frame
   * @return change, [region][frame]; the region's own row is the course
   */
  public double[][] response(int region, double[] course) {
    int n = links.length;
    if (region < 0 || region >= n) {
      throw new BadInput("There is no region " + (region + 1) + " among " + n + ".");
    }
    Matrix left = new Matrix(n, n); // equation of v in row v: x_v - b0 sum over i of G[i][v] x_i
    for (int v = 0; v < n; v++) {
      for (int i = 0; i < n; i++) {
        left.set(v, i, (i == v ? 1 : 0) - (v == region ? 0 : within * links[i][v]));
      }
    }
    Lu solver = Lu.of(left);
    double[][] change = new double[n][course.length];
    for (int t = 0; t < course.length; t++) {
      double[] right = new double[n];
      for (int k = 1; k <= Math.min(t, lags.length / n); k++) {
        for (int i = 0; i < n; i++) {
          double x = change[i][t - k];
          double[] row = lags[(k - 1) * n + i];
          for (int v = 0; v < n && x != 0; v++) {
            right[v] += x * row[v];
          }
        }
      }
      right[region] = course[t];
      double[] now = solver.solve(right);
      for (int v = 0; v < n; v++) {
        change[v][t] = now[v];
      }
    }
    return change;
  }
}

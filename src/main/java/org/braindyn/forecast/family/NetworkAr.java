package org.braindyn.forecast.family;

import org.braindyn.forecast.family.sums.Dense;
import org.braindyn.forecast.family.sums.LagSums;

/**
 * Network autoregression on weighted links (GNAR; Knight, Leeming, Nason and Nunes 2020, J. Stat.
 * Softw. 96(5), eq. 2 with one stage of neighbours),
 *
 * <p>x_j(t) = sum over k of a_jk x_j(t - k) + sum over k of b_k sum over i of G[i][j] x_i(t - k).
 *
 * <p>Weights are used as they are, not normalised per region. Fitted by joint least squares: every
 * region's own past is projected out, one p x p system gives the shared b, then each region its a.
 */
public final class NetworkAr {
  private static final double JITTER = 1e-9;

  private final int order;
  private final double[][] links;
  private final double[][][] own;
  private final double[][][] ownByLinks;
  private final double[][][] byLinks;

  NetworkAr(LagSums sums, int order, LinkWeights weights) {
    weights.check(sums.regions());
    int n = sums.regions();
    this.order = order;
    links = weights.weights();
    own = new double[n][order][order];
    ownByLinks = new double[n][order][order];
    byLinks = new double[n][order][order];
    collect(sums.gram(order));
  }

  /**
   * Fits p n own numbers and p shared ones.
   *
   * @param order lags p
   * @param weights links, largest 1
   */
  public static LagModel fit(LagSums sums, int order, LinkWeights weights) {
    Fit fit = new NetworkAr(sums, order, weights).regress(sums.cross(order));
    int n = sums.regions();
    return LagModel.ofStacked(
        "network AR(" + order + ") on " + weights.source(),
        fit.stacked(weights.weights()),
        order * n + order);
  }

  /**
   * One regression of all regions.
   *
   * @param own coefficients of own pasts, [region][lag - 1]
   * @param shared coefficients of the neighbours' pasts, [lag - 1]
   * @param byOwn products of what was regressed with own pasts, [region][lag - 1]
   * @param byLinks products of what was regressed with the neighbours' pasts, [lag - 1]
   */
  record Fit(double[][] own, double[] shared, double[][] byOwn, double[] byLinks) {
    /** As coefficients of an autoregression, [(lag - 1) * regions + source][target]. */
    double[][] stacked(double[][] links) {
      int n = links.length;
      double[][] stacked = new double[shared.length * n][n];
      for (int k = 0; k < shared.length; k++) {
        for (int j = 0; j < n; j++) {
          for (int i = 0; i < n; i++) {
            stacked[k * n + i][j] = shared[k] * links[i][j];
          }
          stacked[k * n + j][j] += own[j][k];
        }
      }
      return stacked;
    }

    /** What this fit explains of another's regressed values: their inner product. */
    double explained(Fit other) {
      double sum = 0;
      for (int k = 0; k < shared.length; k++) {
        sum += shared[k] * other.byLinks[k];
        for (int j = 0; j < own.length; j++) {
          sum += own[j][k] * other.byOwn[j][k];
        }
      }
      return sum;
    }
  }

  /**
   * Regresses one value per region on own pasts and neighbours' pasts.
   *
   * @param cross products of all pasts with the values, [(lag - 1) * regions + source][target]
   */
  Fit regress(double[][] cross) {
    int n = links.length;
    double[][] byOwn = new double[n][order];
    double[] presentByLinks = new double[order];
    for (int k = 0; k < order; k++) {
      for (int j = 0; j < n; j++) {
        byOwn[j][k] = cross[k * n + j][j];
        for (int i = 0; i < n; i++) {
          presentByLinks[k] += links[i][j] * cross[k * n + i][j];
        }
      }
    }
    double[][] left = new double[order][order];
    double[][] right = new double[order][1];
    double[][][] projected = new double[n][][];
    double trace = 0;
    for (int k = 0; k < order; k++) {
      right[k][0] = presentByLinks[k];
    }
    for (int j = 0; j < n; j++) {
      projected[j] = project(j, byOwn[j]);
      for (int k = 0; k < order; k++) {
        trace += byLinks[j][k][k];
        for (int l = 0; l < order; l++) {
          left[k][l] += byLinks[j][k][l];
          right[k][0] -= ownByLinks[j][l][k] * projected[j][l][order];
          for (int m = 0; m < order; m++) {
            left[k][l] -= ownByLinks[j][m][k] * projected[j][m][l];
          }
        }
      }
    }
    for (int k = 0; k < order; k++) {
      left[k][k] += JITTER * trace;
    }
    double[][] solution = Dense.solve(left, right, "The network autoregression");
    double[] shared = new double[order];
    double[][] a = new double[n][order];
    for (int k = 0; k < order; k++) {
      shared[k] = solution[k][0];
    }
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < order; k++) {
        a[j][k] = projected[j][k][order];
        for (int l = 0; l < order; l++) {
          a[j][k] -= projected[j][k][l] * shared[l];
        }
      }
    }
    return new Fit(a, shared, byOwn, presentByLinks);
  }

  /** Own past's coefficients of the neighbours' pasts, and of the values in the last column. */
  private double[][] project(int j, double[] values) {
    double[][] left = new double[order][];
    double[][] right = new double[order][order + 1];
    for (int k = 0; k < order; k++) {
      left[k] = own[j][k].clone();
      left[k][k] += OwnPast.RIDGE;
      System.arraycopy(ownByLinks[j][k], 0, right[k], 0, order);
      right[k][order] = values[k];
    }
    return Dense.solve(left, right, "The network autoregression");
  }

  private void collect(double[][] gram) {
    int n = links.length;
    for (int k = 0; k < order; k++) {
      for (int l = 0; l < order; l++) {
        double[][] block = new double[n][n];
        for (int i = 0; i < n; i++) {
          System.arraycopy(gram[k * n + i], l * n, block[i], 0, n);
        }
        double[][] seen = Dense.multiply(block, links); // past k x neighbours' past l
        for (int j = 0; j < n; j++) {
          own[j][k][l] = block[j][j];
          ownByLinks[j][k][l] = seen[j][j];
          for (int i = 0; i < n; i++) {
            byLinks[j][k][l] += links[i][j] * seen[i][j];
          }
        }
      }
    }
  }
}

package org.braindyn.forecast.family;

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

  private final LagSums sums;
  private final int order;
  private final double[][] links;
  private final double[][][] own;
  private final double[][][] ownByLinks;
  private final double[][][] byLinks;
  private final double[][] presentByOwn;
  private final double[][] presentByLinks;

  private NetworkAr(LagSums sums, int order, LinkWeights weights) {
    int n = sums.regions();
    this.sums = sums;
    this.order = order;
    links = weights.weights();
    own = new double[n][order][order];
    ownByLinks = new double[n][order][order];
    byLinks = new double[n][order][order];
    presentByOwn = new double[n][order];
    presentByLinks = new double[n][order];
  }

  /**
   * Fits p n own numbers and p shared ones.
   *
   * @param order lags p
   * @param weights links, largest 1
   */
  public static LagModel fit(LagSums sums, int order, LinkWeights weights) {
    weights.check(sums.regions());
    return new NetworkAr(sums, order, weights).solve(weights.source());
  }

  private LagModel solve(String source) {
    collect();
    int n = links.length;
    double[][] left = new double[order][order];
    double[][] right = new double[order][1];
    double trace = 0;
    for (int j = 0; j < n; j++) {
      double[][] projected = project(j);
      for (int k = 0; k < order; k++) {
        right[k][0] += presentByLinks[j][k];
        trace += byLinks[j][k][k];
        for (int l = 0; l < order; l++) {
          left[k][l] += byLinks[j][k][l];
          right[k][0] -= ownByLinks[j][l][k] * projected[l][order];
          for (int m = 0; m < order; m++) {
            left[k][l] -= ownByLinks[j][m][k] * projected[m][l];
          }
        }
      }
    }
    for (int k = 0; k < order; k++) {
      left[k][k] += JITTER * trace;
    }
    double[][] shared = Dense.solve(left, right, "The network autoregression");
    double[][] stacked = new double[order * n][n];
    for (int j = 0; j < n; j++) {
      double[][] projected = project(j);
      for (int k = 0; k < order; k++) {
        for (int i = 0; i < n; i++) {
          stacked[k * n + i][j] = shared[k][0] * links[i][j];
        }
        double a = projected[k][order];
        for (int l = 0; l < order; l++) {
          a -= projected[k][l] * shared[l][0];
        }
        stacked[k * n + j][j] += a;
      }
    }
    return LagModel.ofStacked("network AR(" + order + ") on " + source, stacked, order * n + order);
  }

  /** Own past's coefficients of the neighbours' pasts, and of the present in the last column. */
  private double[][] project(int j) {
    double[][] left = new double[order][];
    double[][] right = new double[order][order + 1];
    for (int k = 0; k < order; k++) {
      left[k] = own[j][k].clone();
      left[k][k] += OwnPast.RIDGE;
      System.arraycopy(ownByLinks[j][k], 0, right[k], 0, order);
      right[k][order] = presentByOwn[j][k];
    }
    return Dense.solve(left, right, "The network autoregression");
  }

  private void collect() {
    int n = links.length;
    double[][] gram = sums.gram(order);
    double[][] cross = sums.cross(order);
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
      for (int j = 0; j < n; j++) {
        presentByOwn[j][k] = cross[k * n + j][j];
        for (int i = 0; i < n; i++) {
          presentByLinks[j][k] += links[i][j] * cross[k * n + i][j];
        }
      }
    }
  }
}

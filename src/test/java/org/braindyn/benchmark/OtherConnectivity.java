package org.braindyn.benchmark;

import org.braindyn.cohort.features.FeatureSet;
import org.braindyn.cohort.features.Pairs;
import org.braindyn.data.RegionSignals;
import org.braindyn.graph.Correlation;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.SymmetricEigen;

/**
 * Connectivity without direction in other coordinates, which people were compared by and which was
 * no better than Fisher's z (docs/groups.md).
 *
 * @param name in tables
 * @param shrinkage share of the identity in the correlation matrix
 * @param logarithm true for the matrix logarithm (Arsigny et al. 2006), false for partial
 *     correlation
 */
record OtherConnectivity(String name, double shrinkage, boolean logarithm) implements FeatureSet {
  @Override
  public double[] of(RegionSignals recording) {
    double[][] r = Correlation.of(recording.values());
    int[][] pairs = Pairs.undirected(r.length);
    double[][] made = logarithm ? logarithm(r) : Correlation.partial(r, shrinkage);
    double[] features = new double[pairs.length];
    for (int k = 0; k < features.length; k++) {
      double value = made[pairs[k][0]][pairs[k][1]];
      features[k] = logarithm ? value : 0.5 * Math.log((1 + value) / (1 - value));
    }
    return features;
  }

  private double[][] logarithm(double[][] r) {
    int n = r.length;
    Matrix shrunk = new Matrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        shrunk.set(i, j, i == j ? 1 : (1 - shrinkage) * r[i][j]);
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(shrunk);
    double[][] made = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          made[i][j] +=
              eigen.vectors().get(i, k) * eigen.vectors().get(j, k) * Math.log(eigen.values()[k]);
        }
      }
    }
    return made;
  }

  @Override
  public int[][] places(int regions) {
    return Pairs.undirected(regions);
  }

  @Override
  public boolean mixed() {
    return false;
  }
}

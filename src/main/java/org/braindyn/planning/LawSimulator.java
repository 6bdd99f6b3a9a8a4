package org.braindyn.planning;

import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/** Recordings that a fitted linear law would make: its own noise, its own correlations of noise. */
final class LawSimulator {
  private static final int SETTLING = 200;
  private static final double LEAST = 1e-6;

  private final LagModel law;
  private final Matrix noise;

  LawSimulator(PlanningLaw.Fitted fitted) {
    law = fitted.forecasts();
    noise = Cholesky.of(covariance(law, fitted.sums())).factor();
  }

  /** What the law misses in one step, [region][region]. */
  static Matrix covariance(LagModel law, LagSums sums) {
    int n = law.regions();
    int p = law.order();
    Matrix b = new Matrix(p * n, n);
    for (int i = 0; i < p * n; i++) {
      for (int j = 0; j < n; j++) {
        b.set(i, j, law.coefficients()[i / n][i % n][j]);
      }
    }
    Matrix cross = Matrix.of(sums.cross(p));
    Matrix rest = cross.copy(); // G B - 2 C, so that B' rest is symmetric but for rounding
    Products.multiply(false, false, 1, Matrix.of(sums.gram(p)), b, -2, rest);
    Matrix missed = Matrix.of(sums.present());
    Products.multiply(true, false, 1, b, rest, 1, missed);
    Matrix covariance = new Matrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        covariance.set(i, j, (missed.get(i, j) + missed.get(j, i)) / (2 * sums.samples()));
      }
    }
    covariance.addToDiagonal(LEAST);
    return covariance;
  }

  /** A recording; the beginning, where nothing has settled, is left out. */
  RegionSignals record(Regions regions, int frames, double interval, Seed seed) {
    int n = law.regions();
    int p = law.order();
    double[][] path = new double[SETTLING + frames][n];
    double[] drawn = new double[n];
    Seed.Stream random = seed.stream("law noise");
    for (int t = 0; t < path.length; t++) {
      for (int i = 0; i < n; i++) {
        drawn[i] = random.gaussian();
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          path[t][i] += noise.get(i, j) * drawn[j];
        }
      }
      for (int k = 1; k <= Math.min(t, p); k++) {
        double[][] links = law.coefficients()[k - 1];
        for (int i = 0; i < n; i++) {
          double x = path[t - k][i];
          for (int j = 0; j < n; j++) {
            path[t][j] += x * links[i][j];
          }
        }
      }
    }
    double[][] values = new double[n][frames];
    for (int t = 0; t < frames; t++) {
      for (int i = 0; i < n; i++) {
        values[i][t] = path[SETTLING + t][i];
      }
    }
    return new RegionSignals(regions, values, interval, "simulation of " + law.name());
  }
}

package org.braindyn.forecast.family;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.signal.Recording;

/** Small systems, and least squares written out row by row. */
public final class Tiny {
  private Tiny() {}

  /** A stable VAR(1) network, [region][time]. */
  public static double[][] network(int n, int frames, double coupling, long seed) {
    Seed.Stream random = Seed.of(seed).stream("tiny");
    double[][] x = new double[n][frames];
    for (int t = 0; t < frames; t++) {
      for (int i = 0; i < n; i++) {
        double past = t == 0 ? 0 : 0.6 * x[i][t - 1] + coupling * x[(i + 1) % n][t - 1];
        x[i][t] = past + random.gaussian();
      }
    }
    return x;
  }

  /** People with such recordings. */
  public static List<Recording> people(int count, int n, int frames, double coupling) {
    List<Recording> list = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      list.add(
          Recording.of(
              new RegionSignals(
                  Regions.numbered("R", n), network(n, frames, coupling, 100 + k), 1, "p" + k)));
    }
    return list;
  }

  /** Weights of 0 to 1, some of them 0. */
  static double[][] weights(int n, long seed) {
    Seed.Stream random = Seed.of(seed).stream("weights");
    double[][] w = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double value = random.uniform();
        w[i][j] = i == j || value < 0.4 ? 0 : value;
      }
    }
    w[0][1] = 1; // the largest is 1, as families expect
    return w;
  }

  /** Least squares with a penalty per unknown, by QR of the rows themselves. */
  static double[] leastSquares(double[][] rows, double[] y, double[] penalty) {
    int k = penalty.length;
    RealMatrix a = new Array2DRowRealMatrix(rows.length + k, k);
    double[] b = new double[rows.length + k];
    for (int i = 0; i < rows.length; i++) {
      a.setRow(i, rows[i]);
      b[i] = y[i];
    }
    for (int i = 0; i < k; i++) {
      a.setEntry(rows.length + i, i, Math.sqrt(penalty[i]));
    }
    return new QRDecomposition(a)
        .getSolver()
        .solve(new org.apache.commons.math3.linear.ArrayRealVector(b, false))
        .toArray();
  }
}

package org.braindyn.forecast.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.sums.LagSums;
import org.junit.jupiter.api.Test;

class SimultaneousArTest {
  private static final int N = 5;

  private final double[][] links = Tiny.weights(N, 5);

  /** (I - b0 G') x(t) = 0.3 x(t - 1) + b1 G' x(t - 1) + noise. */
  private double[][] signals(double within, double after) {
    double[][] left = new double[N][N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        left[j][i] = (i == j ? 1 : 0) - within * links[i][j];
      }
    }
    DecompositionSolver solver = new LUDecomposition(new Array2DRowRealMatrix(left)).getSolver();
    Seed.Stream random = Seed.of(2).stream("noise");
    double[][] x = new double[N][20_000];
    for (int t = 1; t < x[0].length; t++) {
      double[] right = new double[N];
      for (int j = 0; j < N; j++) {
        right[j] = 0.3 * x[j][t - 1] + random.gaussian();
        for (int i = 0; i < N; i++) {
          right[j] += after * links[i][j] * x[i][t - 1];
        }
      }
      double[] now = solver.solve(new ArrayRealVector(right, false)).toArray();
      for (int j = 0; j < N; j++) {
        x[j][t] = now[j];
      }
    }
    return x;
  }

  @Test
  void findsWhatActsWithinAFrame() {
    LagSums sums = LagSums.of(List.<double[][]>of(signals(0.12, 0.05)), 1);
    SimultaneousAr model = SimultaneousAr.fit(sums, 1, new LinkWeights("test", links));
    assertEquals(0.12, model.within(), 0.015);
    double[][] change = model.response(0, new double[] {1, 0});
    int target = 1; // a direct target without others between would get b0 times its weight
    double now = change[target][0];
    double wanted = 0;
    for (int i = 0; i < N; i++) {
      wanted += model.within() * links[i][target] * change[i][0];
    }
    assertEquals(wanted, now, 1e-12);
    assertTrue(now > 0.1, "the answer comes at once: " + now);
    assertEquals(N + 2, model.forecasts().parameters());
  }

  /** Without anything within a frame it is the network autoregression, forecasts and answers. */
  @Test
  void withoutThatItIsTheNetworkAutoregression() {
    LagSums sums = LagSums.of(List.<double[][]>of(signals(0, 0.08)), 1);
    LinkWeights weights = new LinkWeights("test", links);
    SimultaneousAr model = SimultaneousAr.fit(sums, 1, weights);
    LagModel plain = NetworkAr.fit(sums, 1, weights);
    assertEquals(0, model.within(), 0.01);
    double[] course = {0, 1, 1, 0, 0};
    for (int j = 0; j < N; j++) {
      assertArrayEquals(
          plain.response(2, course)[j], model.response(2, course)[j], 0.02, "region " + j);
    }
  }

  /** The reduced form, solved for the present, is what least squares of the past finds. */
  @Test
  void forecastsAreTheReducedForm() {
    LagSums sums = LagSums.of(List.<double[][]>of(signals(0.12, 0.05)), 1);
    SimultaneousAr model = SimultaneousAr.fit(sums, 1, new LinkWeights("test", links));
    double[][] b = LinearFits.full(sums, 1, 1e-6, 1).coefficients()[0];
    for (int i = 0; i < N; i++) {
      assertArrayEquals(b[i], model.forecasts().coefficients()[0][i], 0.03);
    }
  }
}

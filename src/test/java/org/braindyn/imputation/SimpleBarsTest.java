package org.braindyn.imputation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.kernel.linalg.Matrix;
import org.junit.jupiter.api.Test;

/** Covariance, interpolation, moments and scores by hand or computed a second way. */
class SimpleBarsTest {
  @Test
  void interpolationByHand() {
    double[][] z = {{9, 1, 9, 9, 4, 9}, {1, 2, 3, 4, 5, 6}};
    boolean[][] seen = {{false, true, false, false, true, false}, new boolean[6]};
    Estimate e = TimeInterpolation.fill(z, seen);
    assertArrayEquals(new double[] {1, 1, 2, 3, 4, 4}, e.mean()[0], 1e-12);
    assertArrayEquals(new double[6], e.mean()[1]);
  }

  @Test
  void visibleRegionsAreTheConditionalOfTheirCovariance() {
    Matrix c = KalmanSmootherTest.moments(4, 1, 1).lags().get(0);
    double[][] z = KalmanSmootherTest.run(4, 30, 2);
    boolean[][] seen = KalmanSmootherTest.mask(4, 30, 0.3, 3);
    Estimate e = new SpatialRidge(c, 0.2).fill(z, seen, Progress.NONE);
    for (int t = 0; t < 30; t++) {
      Conditional truth = conditional(c, z, seen, t, 0.2);
      for (int n = 0; n < 4; n++) {
        assertEquals(seen[n][t] ? z[n][t] : truth.mean[n], e.mean()[n][t], 1e-12);
        double variance = seen[n][t] ? 0 : truth.covariance.getEntry(n, n);
        assertEquals(variance, e.variance()[n][t], 1e-12);
      }
    }
  }

  @Test
  void personalCovarianceIsOneRoundOfExpectationByHand() {
    Matrix c = KalmanSmootherTest.moments(3, 1, 1).lags().get(0);
    double[][] z = KalmanSmootherTest.run(3, 25, 2);
    boolean[][] seen = KalmanSmootherTest.mask(3, 25, 0.3, 3);
    RealMatrix sum = JointGaussian.matrix(c).scalarMultiply(50);
    for (int t = 0; t < 25; t++) {
      Conditional truth = conditional(c, z, seen, t, 0.1);
      RealMatrix m = new Array2DRowRealMatrix(truth.mean);
      sum = sum.add(m.multiply(m.transpose())).add(truth.covariance);
    }
    Matrix found = new SpatialRidge(c, 0.1).personal(z, seen, 50, 1).covariance();
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(sum.scalarMultiply(1 / 75.0).getRow(i), found.toRows()[i], 1e-12);
    }
  }

  private record Conditional(double[] mean, RealMatrix covariance) {}

  /** By a selection matrix: all regions given the seen ones of a frame. */
  private static Conditional conditional(
      Matrix c, double[][] z, boolean[][] seen, int t, double noise) {
    int n = z.length;
    RealMatrix cov = JointGaussian.matrix(c);
    RealMatrix select = new Array2DRowRealMatrix(n, n);
    RealMatrix other = new Array2DRowRealMatrix(n, n);
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      select.setEntry(i, i, seen[i][t] ? 1 : 0);
      other.setEntry(i, i, seen[i][t] ? noise : 1);
      x[i] = seen[i][t] ? z[i][t] : 0;
    }
    RealMatrix inverse =
        new LUDecomposition(select.multiply(cov).multiply(select).add(other))
            .getSolver()
            .getInverse();
    RealMatrix gain = cov.multiply(select).multiply(inverse);
    return new Conditional(gain.operate(x), cov.subtract(gain.multiply(select).multiply(cov)));
  }

  @Test
  void momentsOfPairsAreMeansOverWhatIsSeenTogether() {
    double[][] z = {{1, 2, 3, 0}, {4, 0, 5, 6}};
    boolean[][] seen = {{true, true, true, false}, {true, false, true, true}};
    LagMoments.PairSums sums = new LagMoments.PairSums(2, 1);
    sums.add(z, seen);
    LagMoments m = sums.moments(2);
    assertEquals((4 + 15) / 2.0, m.lags().get(0).get(0, 1), 1e-12);
    assertEquals((5 * 2 + 6 * 3) / 2.0, m.lags().get(1).get(1, 0), 1e-12);
    assertEquals(4 * 2, m.lags().get(1).get(0, 1), 1e-12);
    assertEquals(3, m.frames());
  }

  @Test
  void anotherIntervalLiesOnTheLineBetweenLags() {
    LagMoments m = KalmanSmootherTest.moments(2, 3, 1);
    LagMoments own = new LagMoments(m.lags(), 0.8, 1);
    LagMoments moved = own.at(2, 1); // 2.5 frames
    double expected = (m.lags().get(2).get(0, 1) + m.lags().get(3).get(0, 1)) / 2;
    assertEquals(expected, moved.lags().get(1).get(0, 1), 1e-12);
    assertEquals(2, moved.interval());
    assertEquals(m.lags().get(1).get(1, 0), own.at(Double.NaN, 1).lags().get(1).get(1, 0));
    assertThrows(BadInput.class, () -> own.at(2, 2));
  }

  /** Without a ridge the residual covariance and the coefficients solve Yule and Walker. */
  @Test
  void autoregressionOfOneRegionByHand() {
    LagMoments m = new LagMoments(List.of(one(1), one(0.6), one(0.5)), Double.NaN, 1);
    StateSpace two = StateSpace.of(m, 2, 0);
    double a = 0.6 * (1 - 0.5) / (1 - 0.36);
    double b = (0.5 - 0.36) / (1 - 0.36);
    assertEquals(a, two.coefficients().get(0, 0), 1e-12);
    assertEquals(b, two.coefficients().get(0, 1), 1e-12);
    assertEquals(1 - a * 0.6 - b * 0.5, two.innovation().get(0, 0), 1e-12);
  }

  private static Matrix one(double value) {
    return Matrix.of(new double[][] {{value}});
  }

  @Test
  void scoresByHand() {
    HiddenScore score = new HiddenScore();
    score.add(1, 1.5, 1);
    score.add(3, 1, 1);
    score.add(2, 2, Double.NaN);
    assertEquals(1 - 4.25 / 2, score.r2(), 1e-12);
    assertEquals(0.5, score.coverage50(), 1e-12);
    assertEquals(0.5, score.coverage90(), 1e-12);
    assertEquals(1.6448536269514722, HiddenScore.halfWidth(0.9), 1e-9);
  }
}

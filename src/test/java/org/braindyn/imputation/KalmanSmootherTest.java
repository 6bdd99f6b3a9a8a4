package org.braindyn.imputation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.kernel.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The smoother against answers by hand and against the whole joint Gaussian. */
class KalmanSmootherTest {
  /** A random stable process of some regions, its moments estimated from a long run. */
  static LagMoments moments(int regions, int lags, long seed) {
    double[][] x = run(regions, 3000, seed);
    LagMoments.PairSums sums = new LagMoments.PairSums(regions, lags);
    boolean[][] seen = new boolean[regions][3000];
    for (boolean[] row : seen) {
      java.util.Arrays.fill(row, true);
    }
    sums.add(Scaling.of(x, seen).scaled(x, seen), seen);
    return sums.moments(Double.NaN);
  }

  static double[][] run(int regions, int frames, long seed) {
    Seed.Stream random = Seed.of(seed).stream("process");
    double[][] a = new double[regions][regions];
    for (int i = 0; i < regions; i++) {
      for (int j = 0; j < regions; j++) {
        a[i][j] = i == j ? 0.6 : 0.25 * random.gaussian() / Math.sqrt(regions);
      }
    }
    double[][] x = new double[regions][frames];
    for (int t = 1; t < frames; t++) {
      double common = random.gaussian();
      for (int i = 0; i < regions; i++) {
        double sum = 0.7 * common + random.gaussian();
        for (int j = 0; j < regions; j++) {
          sum += a[i][j] * x[j][t - 1];
        }
        x[i][t] = sum;
      }
    }
    return x;
  }

  static boolean[][] mask(int regions, int frames, double hidden, long seed) {
    Seed.Stream random = Seed.of(seed).stream("mask");
    boolean[][] seen = new boolean[regions][frames];
    for (int n = 0; n < regions; n++) {
      for (int t = 0; t < frames; t++) {
        boolean gap = t >= frames / 3 && t < frames / 3 + 3 || t == frames - 1;
        seen[n][t] = n != 1 && !gap && random.uniform() >= hidden;
      }
    }
    return seen;
  }

  @ParameterizedTest(name = "order {0}, noise {1}, hidden {2}")
  @CsvSource({"1,0.1,0.3", "1,1e-6,0.3", "2,0.1,0.3", "3,0.1,0.2", "2,0.1,0", "1,0.1,0.9"})
  void isTheConditionalOfTheJointGaussian(int order, double noise, double hidden) {
    int regions = 4;
    int frames = 23;
    StateSpace model = StateSpace.of(moments(regions, order, 1), order, 0.03);
    double[][] z = run(regions, frames, 2);
    boolean[][] seen = mask(regions, frames, hidden, 3);
    KalmanSmoother smoother = new KalmanSmoother(model, noise);
    Estimate estimate = smoother.fill(z, seen, true, Progress.NONE);
    JointGaussian.Posterior truth = new JointGaussian(model, frames).given(z, seen, noise);
    double[][][] sums = new double[order + 1][regions][regions];
    for (int k = 0; k < truth.mean().length; k++) {
      int[] at = truth.at().get(k);
      assertEquals(truth.mean()[k], estimate.mean()[at[0]][at[1]], 1e-9);
      double variance = truth.covariance().getEntry(k, k);
      assertEquals(variance, estimate.variance()[at[0]][at[1]], 1e-9);
      for (int j = 0; j < truth.mean().length; j++) {
        int[] other = truth.at().get(j);
        int lag = at[1] - other[1];
        if (lag >= 0 && lag <= order) {
          sums[lag][at[0]][other[0]] += truth.covariance().getEntry(k, j);
        }
      }
    }
    for (int lag = 0; lag <= order; lag++) {
      for (int i = 0; i < regions; i++) {
        for (int j = 0; j < regions; j++) {
          assertEquals(sums[lag][i][j], smoother.moments().sum(lag).get(i, j), 1e-8);
        }
      }
    }
  }

  /**
   * x(t) = a x(t-1) + w: a missing value between two known ones is a (left + right) / (1 + a^2).
   */
  @Test
  void oneMissingValueOfAnAutoregressionByHand() {
    double a = 0.8;
    Matrix one = Matrix.of(new double[][] {{1}});
    StateSpace model =
        new StateSpace(
            Matrix.of(new double[][] {{a}}), Matrix.of(new double[][] {{1 - a * a}}), one);
    double[][] z = {{1.5, Double.NaN, -0.5, 0.25, Double.NaN, Double.NaN}};
    boolean[][] seen = {{true, false, true, true, false, false}};
    Estimate e = new KalmanSmoother(model, 1e-13).fill(z, seen, Progress.NONE);
    assertEquals(a * (1.5 - 0.5) / (1 + a * a), e.mean()[0][1], 1e-9);
    assertEquals((1 - a * a) / (1 + a * a), e.variance()[0][1], 1e-9);
    assertEquals(a * 0.25, e.mean()[0][4], 1e-9);
    assertEquals(1 - a * a, e.variance()[0][4], 1e-9);
    assertEquals(a * a * 0.25, e.mean()[0][5], 1e-9);
    assertEquals(1 - Math.pow(a, 4), e.variance()[0][5], 1e-9);
    assertEquals(-0.5, e.mean()[0][2]);
    assertEquals(0, e.variance()[0][2]);
  }

  /** Steps are shared and stretches recomputed; neither may be seen in the result. */
  @Test
  void sharedStepsChangeNothing() {
    StateSpace model = StateSpace.of(moments(3, 1, 5), 1, 0.03);
    int frames = 150;
    double[][] z = run(3, frames, 6);
    boolean[][] seen = new boolean[3][frames];
    for (int t = 0; t < frames; t++) {
      for (int n = 0; n < 3; n++) {
        seen[n][t] = t % 17 != 3 && !(n == 1 && t > 100 && t < 130);
      }
    }
    Estimate e = new KalmanSmoother(model, 0.1).fill(z, seen, Progress.NONE);
    JointGaussian.Posterior truth = new JointGaussian(model, frames).given(z, seen, 0.1);
    for (int k = 0; k < truth.mean().length; k++) {
      int[] at = truth.at().get(k);
      assertEquals(truth.mean()[k], e.mean()[at[0]][at[1]], 1e-9);
      assertEquals(truth.covariance().getEntry(k, k), e.variance()[at[0]][at[1]], 1e-9);
    }
  }

  /** The correlation of a recording that misses most is the process's own, not weaker. */
  @Test
  void connectivityCountsWhatIsUncertain() {
    LagMoments moments = moments(3, 1, 7);
    StateSpace model = StateSpace.of(moments, 1, 0);
    Estimate none =
        new KalmanSmoother(model, 0.1)
            .fill(new double[3][40], new boolean[3][40], true, Progress.NONE);
    assertEquals(moments.lags().get(0).get(2, 1), none.connectivity()[2][1], 1e-6);
    assertEquals(1, none.connectivity()[1][1]);
    double[][] x = run(3, 500, 2);
    boolean[][] seen = new boolean[3][500];
    for (boolean[] row : seen) {
      java.util.Arrays.fill(row, true);
    }
    Estimate all = new KalmanSmoother(model, 0.1).fill(x, seen, true, Progress.NONE);
    double expected = org.braindyn.graph.Correlation.of(x)[2][0];
    assertEquals(expected, all.connectivity()[2][0], 1e-12);
  }

  @Test
  void withNothingSeenItSaysZeroAndTheVarianceOfTheProcess() {
    LagMoments moments = moments(3, 1, 7);
    StateSpace model = StateSpace.of(moments, 1, 0);
    Estimate e =
        new KalmanSmoother(model, 0.1).fill(new double[3][40], new boolean[3][40], Progress.NONE);
    for (int n = 0; n < 3; n++) {
      assertEquals(0, e.mean()[n][20], 1e-12);
      assertEquals(1, e.variance()[n][20], 1e-6);
    }
  }

  @Test
  void estimatedOwnMomentsOfAWholeRecordingAreItsProductsAndTheGroupsByWeight() {
    LagMoments group = moments(3, 1, 8);
    double[][] z = run(3, 200, 9);
    boolean[][] seen = new boolean[3][200];
    for (boolean[] row : seen) {
      java.util.Arrays.fill(row, true);
    }
    LagMoments own = OwnMoments.of(z, seen, group, KalmanSettings.defaults(), Progress.NONE);
    double sum = 0;
    for (int t = 1; t < 200; t++) {
      sum += z[2][t] * z[0][t - 1] / 199;
    }
    double weight = 200 / 867.0;
    double expected = weight * sum + (1 - weight) * group.lags().get(1).get(2, 0);
    assertEquals(expected, own.lags().get(1).get(2, 0), 1e-12);
  }

  /**
   * Where frames are whole or empty nothing is guessed: their products, weighed by their number.
   */
  @Test
  void ownMomentsOfWholeFramesAreTheirProducts() {
    LagMoments group = moments(3, 1, 8);
    double[][] z = run(3, 200, 9);
    boolean[][] seen = new boolean[3][200];
    double sum = 0;
    for (int t = 0; t < 200; t++) {
      boolean known = t < 80 || t >= 130;
      for (int n = 0; n < 3; n++) {
        seen[n][t] = known;
        z[n][t] = known ? z[n][t] : 0;
      }
      sum += t > 0 && seen[0][t - 1] && known ? z[2][t] * z[0][t - 1] / 148 : 0;
    }
    LagMoments own = OwnMoments.of(z, seen, group, KalmanSettings.defaults(), Progress.NONE);
    double expected = (150 * sum + 667 * group.lags().get(1).get(2, 0)) / 817;
    assertEquals(expected, own.lags().get(1).get(2, 0), 1e-12);
  }

  @Test
  void badSettingsAreNamed() {
    StateSpace model = StateSpace.of(moments(2, 1, 1), 1, 0.03);
    assertThrows(BadInput.class, () -> new KalmanSmoother(model, 0));
    BadInput order = assertThrows(BadInput.class, () -> StateSpace.of(moments(2, 1, 1), 2, 0));
    assertTrue(order.getMessage().contains("1 to 1"), order.getMessage());
    assertThrows(BadInput.class, () -> new LagMoments(List.of(), 1, 1));
  }
}

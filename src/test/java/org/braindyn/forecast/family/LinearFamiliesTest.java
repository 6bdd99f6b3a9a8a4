package org.braindyn.forecast.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.forecast.family.sums.Dense;
import org.braindyn.forecast.family.sums.LagSums;
import org.junit.jupiter.api.Test;

/** Every linear family against least squares on the rows themselves. */
class LinearFamiliesTest {
  private static final int N = 4;
  private static final int P = 2;
  private static final int FRAMES = 120;

  private final double[][] x = Tiny.network(N, FRAMES, 0.25, 3);
  private final double[][] links = Tiny.weights(N, 5);
  private final LagSums sums = LagSums.of(List.<double[][]>of(x), P);

  /** Rows of pasts of all regions, [sample][(lag - 1) * N + region]. */
  private double[][] pasts() {
    double[][] rows = new double[FRAMES - P][N * P];
    for (int t = P; t < FRAMES; t++) {
      for (int c = 0; c < N * P; c++) {
        rows[t - P][c] = x[c % N][t - 1 - c / N];
      }
    }
    return rows;
  }

  private double[] present(int j) {
    return Arrays.copyOfRange(x[j], P, FRAMES);
  }

  private static double[] column(LagModel model, int j) {
    double[] column = new double[N * P];
    for (int c = 0; c < column.length; c++) {
      column[c] = model.coefficients()[c / N][c % N][j];
    }
    return column;
  }

  /** The penalty of {@link LinearFits}: the lag, smaller on one's own past. */
  private static double[] penalty(double ridge, double ownShare, int j) {
    double[] penalty = new double[N * P];
    for (int c = 0; c < penalty.length; c++) {
      penalty[c] = ridge * (c / N + 1) * (c % N == j ? ownShare : 1);
    }
    return penalty;
  }

  @Test
  void fullIsRidgePerRegion() {
    LagModel model = LinearFits.full(sums, P, 7, 0.1);
    for (int j = 0; j < N; j++) {
      double[] wanted = Tiny.leastSquares(pasts(), present(j), penalty(7, 0.1, j));
      assertArrayEquals(wanted, column(model, j), 1e-10);
    }
    assertEquals(P * N * N, model.parameters());
  }

  @Test
  void maskedIsRidgeOnNeighboursAndOwnPast() {
    LagModel model = LinearFits.masked(sums, P, 3, links);
    int numbers = 0;
    for (int j = 0; j < N; j++) {
      int target = j;
      double[][] rows = pasts();
      for (double[] row : rows) {
        for (int c = 0; c < row.length; c++) {
          row[c] = c % N == target || links[c % N][target] != 0 ? row[c] : 0;
        }
      }
      double[] penalty = new double[N * P];
      Arrays.fill(penalty, 3);
      assertArrayEquals(Tiny.leastSquares(rows, present(j), penalty), column(model, j), 1e-10);
      for (int i = 0; i < N; i++) {
        numbers += P * (i == j || links[i][j] != 0 ? 1 : 0);
      }
    }
    assertEquals(numbers, model.parameters());
  }

  @Test
  void ownPastIsOneRegressionPerRegion() {
    LagModel model = OwnPast.fit(sums, P);
    for (int j = 0; j < N; j++) {
      double[][] rows = new double[FRAMES - P][P];
      for (int t = P; t < FRAMES; t++) {
        for (int k = 0; k < P; k++) {
          rows[t - P][k] = x[j][t - 1 - k];
        }
      }
      double[] own = Tiny.leastSquares(rows, present(j), new double[] {3, 3});
      double[] wanted = new double[N * P];
      wanted[j] = own[0];
      wanted[N + j] = own[1];
      assertArrayEquals(wanted, column(model, j), 1e-10);
    }
  }

  /** One regression over all regions: their own lags, and the neighbours' lags shared by all. */
  @Test
  void networkArIsJointLeastSquares() {
    LagModel model = NetworkAr.fit(sums, P, new LinkWeights("test", links));
    int samples = FRAMES - P;
    double[][] rows = new double[N * samples][N * P + P];
    double[] y = new double[rows.length];
    for (int j = 0; j < N; j++) {
      for (int t = P; t < FRAMES; t++) {
        int r = j * samples + t - P;
        y[r] = x[j][t];
        for (int k = 1; k <= P; k++) {
          rows[r][j * P + k - 1] = x[j][t - k];
          for (int i = 0; i < N; i++) {
            rows[r][N * P + k - 1] += links[i][j] * x[i][t - k];
          }
        }
      }
    }
    double[] penalty = new double[N * P + P];
    Arrays.fill(penalty, 0, N * P, 3);
    double[] joint = Tiny.leastSquares(rows, y, penalty);
    for (int j = 0; j < N; j++) {
      for (int i = 0; i < N; i++) {
        for (int k = 0; k < P; k++) {
          double wanted = joint[N * P + k] * links[i][j] + (i == j ? joint[j * P + k] : 0);
          assertEquals(wanted, model.coefficients()[k][i][j], 1e-7);
        }
      }
    }
    assertEquals(N * P + P, model.parameters());
  }

  @Test
  void shrunkGoesFromLeastSquaresToThePrior() {
    LagModel prior = NetworkAr.fit(sums, P, new LinkWeights("test", links));
    LagModel free = LinearFits.shrunk(sums, P, 1e-9, prior);
    LagModel bound = LinearFits.shrunk(sums, P, 1e12, prior);
    LagModel between = LinearFits.shrunk(sums, P, 40, prior);
    for (int j = 0; j < N; j++) {
      double[] plain = Tiny.leastSquares(pasts(), present(j), new double[N * P]);
      assertArrayEquals(plain, column(free, j), 1e-8);
      assertArrayEquals(column(prior, j), column(bound, j), 1e-8);
      // ridge on what the prior leaves
      double[] rest = present(j);
      double[][] rows = pasts();
      double[] b0 = column(prior, j);
      for (int t = 0; t < rest.length; t++) {
        for (int c = 0; c < b0.length; c++) {
          rest[t] -= rows[t][c] * b0[c];
        }
      }
      double[] change = Tiny.leastSquares(rows, rest, penalty(40, 0.1, j));
      for (int c = 0; c < b0.length; c++) {
        assertEquals(b0[c] + change[c], column(between, j)[c], 1e-10);
      }
    }
  }

  @Test
  void poolingIsFittingToBoth() {
    double[][] own = Tiny.network(N, 60, 0.25, 8);
    LagSums pooled = sums.plus(LagSums.of(List.<double[][]>of(own), P), 2);
    LagSums both = LagSums.of(List.of(x, own, own), P);
    assertArrayEquals(
        column(LinearFits.full(both, P, 5, 0.1), 1),
        column(LinearFits.full(pooled, P, 5, 0.1), 1),
        1e-11);
  }

  @Test
  void theImpulseResponseIsWhatAForecastChangesBy() {
    LagModel model = LinearFits.full(sums, P, 5, 0.1);
    SignalBatch context = new SignalBatch(1, N, 6);
    SignalBatch pushed = context.copy();
    pushed.set(0, 2, 5, 1);
    SignalBatch a = model.forecast(context, 7, Progress.NONE);
    SignalBatch b = model.forecast(pushed, 7, Progress.NONE);
    double[][][] psi = model.impulse(7);
    for (int h = 1; h <= 7; h++) {
      for (int j = 0; j < N; j++) {
        assertEquals(psi[h][2][j], b.get(0, j, h - 1) - a.get(0, j, h - 1), 1e-12);
      }
    }
  }

  @Test
  void aCourseIsSetFrameByFrame() {
    LagModel model = LinearFits.full(sums, P, 5, 0.1);
    double[] course = {0, 1, 0.5, -0.2, 0};
    double[][] change = model.response(1, course);
    assertArrayEquals(course, change[1]);
    double[][][] c = model.coefficients();
    assertEquals(0, change[0][1]);
    assertEquals(c[0][1][0], change[0][2], 1e-12);
    double third = c[1][1][0] + 0.5 * c[0][1][0];
    for (int i : new int[] {0, 2, 3}) {
      third += c[0][i][0] * c[0][1][i];
    }
    assertEquals(third, change[0][3], 1e-12);
  }

  @Test
  void forecastsEqualTheOlderAutoregressions() {
    LagModel model = LinearFits.full(sums, P, 5, 0.1);
    SignalBatch context = new SignalBatch(3, N, 5);
    for (int i = 0; i < context.values().length; i++) {
      context.values()[i] = Math.sin(i);
    }
    assertArrayEquals(
        new VectorAutoregression(model.coefficients()).forecast(context, 9, Progress.NONE).values(),
        model.forecast(context, 9, Progress.NONE).values(),
        1e-12);
  }

  @Test
  void badGraphsAreSaid() {
    double[][] negative = new double[N][N];
    negative[0][1] = -1;
    assertThrows(BadInput.class, () -> LinkWeights.of("graph", negative));
    double[][] unknown = new double[N][N];
    unknown[0][1] = Double.NaN;
    assertThrows(BadInput.class, () -> LinkWeights.of("graph", unknown));
    BadInput none = assertThrows(BadInput.class, () -> LinkWeights.of("graph", new double[N][N]));
    assertTrue(none.getMessage().contains("No link"));
    double[][] other = {{0, 1}, {1, 0}};
    assertThrows(
        BadInput.class, () -> NetworkAr.fit(sums, P, LinkWeights.of("other graph", other)));
    assertThrows(BadInput.class, () -> LinearFits.full(sums, 3, 1, 1));
  }

  @Test
  void partialCorrelationsInvertWhatTheySay() {
    double[][] w = LinkWeights.partialCorrelation(sums).weights();
    double[][] c = sums.present();
    double[][] shrunk = new double[N][N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        shrunk[i][j] = c[i][j] / Math.sqrt(c[i][i] * c[j][j]) + (i == j ? 0.02 : 0);
      }
    }
    double[][] q = Dense.inverse(shrunk, "test");
    double largest = 0;
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        largest = i == j ? largest : Math.max(largest, -q[i][j] / Math.sqrt(q[i][i] * q[j][j]));
      }
    }
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        double r = -q[i][j] / Math.sqrt(q[i][i] * q[j][j]);
        assertEquals(i == j ? 0 : Math.max(0, r) / largest, w[i][j], 1e-9);
      }
    }
  }
}

package org.braindyn.forecast.family.sums;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.forecast.family.LinearFits;
import org.braindyn.forecast.family.Tiny;
import org.braindyn.signal.Recording;
import org.junit.jupiter.api.Test;

class LagSumsTest {
  private static final int N = 3;
  private static final int P = 3;

  private final double[][] a = Tiny.network(N, 17, 0.2, 1);
  private final double[][] b = Tiny.network(N, 9, 0.2, 2);

  /** sum over t of x_i(t - k) x_j(t - l), written out. */
  private static double product(double[][] x, int i, int k, int j, int l) {
    double sum = 0;
    for (int t = P; t < x[0].length; t++) {
      sum += x[i][t - k] * x[j][t - l];
    }
    return sum;
  }

  @Test
  void everySumIsThePlainSum() {
    LagSums sums = LagSums.of(List.of(a, b), P);
    assertEquals(17 + 9 - 2 * P, sums.samples());
    double[][] gram = sums.gram(2);
    double[][] cross = sums.cross(P);
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        for (int k = 1; k <= 2; k++) {
          for (int l = 1; l <= 2; l++) {
            double wanted = product(a, i, k, j, l) + product(b, i, k, j, l);
            assertEquals(wanted, gram[(k - 1) * N + i][(l - 1) * N + j], 1e-10);
          }
        }
        for (int k = 1; k <= P; k++) {
          double wanted = product(a, i, k, j, 0) + product(b, i, k, j, 0);
          assertEquals(wanted, cross[(k - 1) * N + i][j], 1e-10);
        }
        assertEquals(product(a, i, 0, j, 0) + product(b, i, 0, j, 0), sums.present()[i][j], 1e-10);
      }
    }
  }

  @Test
  void sumsAddUpWithWeightsAndAreTakenAway() {
    LagSums one = LagSums.of(List.<double[][]>of(a), P);
    LagSums other = LagSums.of(List.<double[][]>of(b), P);
    LagSums thrice = LagSums.of(List.of(a, b, b, b), P);
    assertArrayEquals(thrice.toArray(), one.plus(other, 3).toArray(), 1e-9);
    assertArrayEquals(one.toArray(), one.plus(other, 3).plus(other, -3).toArray(), 1e-9);
  }

  @Test
  void theErrorIsThatOfForecastsMadeOneByOne() {
    LagSums sums = LagSums.of(List.of(a, b), P);
    double[][][] c = LinearFits.full(sums, 2, 5, 0.1).coefficients();
    double squares = 0;
    int count = 0;
    for (double[][] x : List.of(a, b)) {
      for (int t = P; t < x[0].length; t++) {
        for (int j = 0; j < N; j++, count++) {
          double e = x[j][t];
          for (int k = 1; k <= 2; k++) {
            for (int i = 0; i < N; i++) {
              e -= c[k - 1][i][j] * x[i][t - k];
            }
          }
          squares += e * e;
        }
      }
    }
    assertEquals(squares / count, sums.error(c), 1e-10);
  }

  @Test
  void keptAndReadAgainTheyAreTheSame() {
    LagSums sums = LagSums.of(List.of(a, b), P);
    assertArrayEquals(sums.toArray(), LagSums.of(sums.toArray(), N, P).toArray());
    assertThrows(BadInput.class, () -> LagSums.of(new double[] {1, 2}, N, P));
  }

  @Test
  void whatCannotBeSummedIsSaid() {
    assertThrows(BadInput.class, () -> LagSums.of(List.<double[][]>of(new double[N][P]), P));
    assertThrows(
        BadInput.class,
        () -> LagSums.of(List.<double[][]>of(a), P).plus(LagSums.of(List.<double[][]>of(a), 2), 1));
    double[][] broken = {{1, 2, Double.NaN, 4}, {1, 2, 3, 4}};
    Recording recording =
        Recording.of(new RegionSignals(Regions.numbered("R", 2), broken, 1, "broken.csv"));
    BadInput e = assertThrows(BadInput.class, () -> Stretches.standardised(recording));
    assertTrue(e.getMessage().contains("broken.csv") && e.getMessage().contains("region 1"));
  }

  @Test
  void aConstantRegionBecomesZeros() {
    double[][] values = {{9500, 9500, 9500, 9500}, {1, 2, 3, 4}};
    double[][] z =
        Stretches.standardised(
            Recording.of(new RegionSignals(Regions.numbered("R", 2), values, 1, "x")));
    assertArrayEquals(new double[4], z[0], 1e-12);
    assertEquals(0, z[1][0] + z[1][3], 1e-12);
  }

  @Test
  void whatDoesNotFitIsRefusedWithAKindThatDoes() {
    BadInput e = assertThrows(BadInput.class, () -> new LagSums(200_000, 3));
    assertTrue(e.getMessage().contains("An autoregression of order 3 of 200000 regions"));
    assertTrue(e.getMessage().contains("released, continuous"), e.getMessage());
  }
}

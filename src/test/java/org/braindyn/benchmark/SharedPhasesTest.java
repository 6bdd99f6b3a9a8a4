package org.braindyn.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.Seed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the surrogate keeps and what it does not. */
class SharedPhasesTest {
  @ParameterizedTest
  @ValueSource(ints = {60, 61})
  void keepsLaggedCovariancesRoundTheCircleAndNothingElse(int frames) {
    Seed.Stream random = Seed.of(3).stream("signals");
    double[][] x = new double[3][frames];
    for (int t = 0; t < frames; t++) {
      x[0][t] = Math.pow(random.gaussian(), 3);
      x[1][t] = 5 + random.gaussian() + 0.7 * x[0][(t + frames - 1) % frames];
      x[2][t] = random.gaussian() - x[0][t];
    }
    double[][] y = SharedPhases.of(x, Seed.of(4));
    double apart = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int lag = 0; lag < 5; lag++) {
          assertEquals(product(x[i], x[j], lag), product(y[i], y[j], lag), 1e-8);
        }
      }
      for (int t = 0; t < frames; t++) {
        apart = Math.max(apart, Math.abs(x[i][t] - y[i][t]));
      }
    }
    assertTrue(apart > 1, "the signals are the same: " + apart);
  }

  private static double product(double[] a, double[] b, int lag) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[(t + lag) % b.length];
    }
    return sum;
  }
}

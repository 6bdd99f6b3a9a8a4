package org.braindyn.forecast.family.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.junit.jupiter.api.Test;

class ConformalIntervalsTest {
  private static LeftOutErrors gaussian(int windows, double growth, long seed) {
    Seed.Stream random = Seed.of(seed).stream("errors");
    SignalBatch errors = new SignalBatch(windows, 3, 4);
    int[] units = new int[windows];
    for (int w = 0; w < windows; w++) {
      units[w] = w * 5 / windows;
      for (int r = 0; r < 3; r++) {
        for (int p = 0; p < 4; p++) {
          double drift = 1 + growth * (w % (windows / 5)) / (windows / 5.0);
          errors.set(w, r, p, (p + 1) * drift * random.gaussian());
        }
      }
    }
    return new LeftOutErrors(errors, units);
  }

  @Test
  void halfWidthsAreTheRanksOfTheSizes() {
    SignalBatch errors = new SignalBatch(29, 1, 1);
    for (int w = 0; w < 29; w++) {
      errors.set(w, 0, 0, w % 2 == 0 ? w + 1 : -(w + 1)); // sizes 1 to 29
    }
    ConformalIntervals i = ConformalIntervals.of(new LeftOutErrors(errors, new int[29]));
    assertEquals(15, i.half(0, 0, 0)); // ceil(30 x 0.5)
    assertEquals(27, i.half(1, 0, 0)); // ceil(30 x 0.9)
    assertEquals(27, i.half(1, 0, 9), "later steps have the last one's");
    SignalBatch forecast = new SignalBatch(1, 1, 2);
    forecast.set(0, 0, 1, 5);
    assertEquals(-22, i.around(forecast, 1)[0].get(0, 0, 1));
    assertEquals(32, i.around(forecast, 1)[1].get(0, 0, 1));
  }

  @Test
  void theyHoldOnNewDataByStep() {
    ConformalIntervals i = ConformalIntervals.of(gaussian(2000, 0, 1));
    Coverage c = Coverage.of(i, gaussian(2000, 0, 2), 1);
    assertEquals(0.9, c.all(), 0.01);
    for (double step : c.byStep()) {
      assertEquals(0.9, step, 0.015);
    }
    assertEquals(0, c.drift(), 0.02);
    assertEquals(5, c.byUnit().length);
    assertEquals(0.5, Coverage.of(i, gaussian(2000, 0, 2), 0).all(), 0.02);
    assertEquals(0.9, Coverage.ofPiecesLeftOut(gaussian(2000, 0, 3), 1).all(), 0.01);
  }

  @Test
  void errorsThatGrowShowAsDrift() {
    LeftOutErrors growing = gaussian(2000, 1, 4);
    Coverage c = Coverage.ofPiecesLeftOut(growing, 1);
    assertTrue(c.drift() < -0.03, c.describe());
    assertTrue(c.describe().contains("drift"), c.describe());
  }

  /** CRPS of a standard normal at its mean is 2 phi(0) - 1 / sqrt(pi) = 0.2337. */
  @Test
  void crpsIsTheIntegralOverThresholds() {
    double[] x = {-1.5, -0.2, 0.4, 2};
    for (double y : new double[] {-3, -0.2, 0.1, 2.5}) {
      double integral = 0;
      double step = 1e-4;
      for (double z = -6; z < 6; z += step) {
        double at = z;
        double cdf = Arrays.stream(x).filter(v -> v <= at).count() / 4.0;
        integral += Math.pow(cdf - (y <= z ? 1 : 0), 2) * step;
      }
      assertEquals(integral, ConformalIntervals.crps(x, y), 1e-3);
    }
    SignalBatch errors = gaussian(20_000, 0, 5).errors();
    ConformalIntervals i =
        ConformalIntervals.of(new LeftOutErrors(errors, new int[errors.windows()]));
    double atMean = i.crps(new SignalBatch(1, 3, 1), new SignalBatch(1, 3, 1));
    assertEquals(0.2337, atMean, 0.01);
  }

  @Test
  void tooFewWindowsAreSaid() {
    assertThrows(
        BadInput.class,
        () -> ConformalIntervals.of(new LeftOutErrors(new SignalBatch(10, 2, 2), new int[10])));
  }

  @Test
  void keptAndReadAgain() {
    ConformalIntervals i = ConformalIntervals.of(gaussian(100, 0, 1));
    ConformalIntervals again = ConformalIntervals.restore(3, 4, i.halves(), i.quantiles());
    assertEquals(i.half(1, 2, 3), again.half(1, 2, 3));
    assertThrows(BadInput.class, () -> ConformalIntervals.restore(2, 4, i.halves(), i.quantiles()));
  }
}

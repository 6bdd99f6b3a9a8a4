package org.braindyn.longrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Differentiable;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.signal.ContextNormalisation;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongRunsTest {
  private static double[][] lorenz(double x, int frames) {
    return KnownSystems.run(KnownSystems.lorenz(), new double[] {x, 2, 20}, frames);
  }

  /** The rivals are linear and Gaussian: Lorenz is neither. */
  @Test
  void theSystemAgainstItselfIsNearZeroAndRivalsAreNot() {
    LongRuns runs = LongRuns.of(lorenz(1, 4000), KnownSystems.STEP, Seed.of(1), Progress.NONE);
    LongRun self = runs.add("Lorenz from elsewhere", lorenz(-3, 4000), Double.NaN, Progress.NONE);
    LongRun copy = runs.rows().get(2);
    LongRun linear = runs.rows().get(3);
    assertTrue(self.divergence() < 0.25, "self " + self);
    assertTrue(self.spectrum() < 0.1, "self " + self);
    assertTrue(copy.divergence() > 4 * self.divergence(), "turned phases " + copy);
    assertTrue(copy.spectrum() < 0.1, "turned phases keep the spectrum " + copy);
    assertTrue(linear.divergence() > 4 * self.divergence(), "autoregression " + linear);
    assertTrue(linear.exponent() < 0, "a linear law that stays bounded has none " + linear);
    assertEquals(2.05, self.dimension(), 0.15);
    assertTrue(
        runs.verdict().contains("in states nearer to the recording, in spectra nearer"),
        runs.verdict());
  }

  @Test
  void theExponentOfAnAutoregressionIsItsSpectralRadius() {
    double[][] x = new double[2][3000];
    Seed.Stream random = Seed.of(4).stream("ar");
    for (int t = 1; t < 3000; t++) {
      x[0][t] = 0.9 * x[0][t - 1] + random.gaussian();
      x[1][t] = 0.5 * x[1][t - 1] + random.gaussian();
    }
    assertEquals(Math.log(0.9), LinearRival.fit(x, Progress.NONE).exponent(), 0.03);
  }

  /** Reverse mode through normalisation and fed-back context against differences of the map. */
  @ParameterizedTest
  @CsvSource({"6,4", "3,5"})
  void gradientsOfTheMapOfContexts(int context, int horizon) {
    double kept = 0.7;
    double[][] run = lorenz(1, 400);
    RegionSignals signals = new RegionSignals(Regions.numbered("r", 3), run, 1, "run");
    WindowSet windows = WindowSet.of(List.of(signals), context, horizon, 1);
    Differentiable model =
        VectorAutoregression.fitWindows(windows, 2, new double[] {1}, Progress.NONE).get(0);
    double[][] path = new double[3][context + horizon];
    double[][] gradient = new double[3][context];
    for (int n = 0; n < 3; n++) {
      System.arraycopy(run[n], 0, path[n], 0, context);
      for (int t = 0; t < context; t++) {
        gradient[n][t] = Math.sin(1 + 2 * n + 5 * t);
      }
    }
    double[][] back = new FreeRunExponent(model, path, context, horizon, kept).back(0, gradient);
    for (int n = 0; n < 3; n++) {
      for (int t = 0; t < context; t++) {
        double slope = 0;
        for (double step : new double[] {1e-5, -1e-5}) {
          double[][] moved = {path[0].clone(), path[1].clone(), path[2].clone()};
          moved[n][t] += step;
          next(model, moved, context, horizon, kept);
          for (int m = 0; m < 3; m++) {
            for (int s = 0; s < context; s++) {
              slope += gradient[m][s] * moved[m][horizon + s] * Math.signum(step) / 2e-5;
            }
          }
        }
        assertEquals(slope, back[n][t], 1e-7 * Math.max(1, Math.abs(slope)));
      }
    }
  }

  private static void next(
      Differentiable model, double[][] path, int context, int horizon, double kept) {
    SignalBatch raw = new SignalBatch(1, 3, context);
    for (int n = 0; n < 3; n++) {
      System.arraycopy(path[n], 0, raw.values(), raw.index(0, n, 0), context);
    }
    ContextNormalisation numbers = ContextNormalisation.of(raw);
    SignalBatch made = model.forecast(numbers.normalise(raw), horizon, Progress.NONE);
    for (int n = 0; n < 3; n++) {
      for (int p = 0; p < horizon; p++) {
        path[n][context + p] = kept * numbers.mean()[n] + numbers.sd()[n] * made.get(0, n, p);
      }
    }
  }

  @Test
  void refusesWhatCannotBeCompared() {
    double[][] real = lorenz(1, 300);
    double[][] constant = lorenz(1, 300);
    java.util.Arrays.fill(constant[1], 3);
    assertSays("200 frames or more", () -> of(lorenz(1, 100)));
    assertSays("Region 2 of the recording is constant", () -> of(constant));
    LongRuns runs = of(real);
    assertSays("2 regions", () -> runs.add("other", new double[2][300], Double.NaN, Progress.NONE));
  }

  private static LongRuns of(double[][] real) {
    return LongRuns.of(real, 1, Seed.of(1), Progress.NONE);
  }

  private static void assertSays(String part, org.junit.jupiter.api.function.Executable what) {
    String said = assertThrows(BadInput.class, what).getMessage();
    assertTrue(said.contains(part), said);
  }
}

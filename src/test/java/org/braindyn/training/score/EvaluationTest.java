package org.braindyn.training.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Persistence;
import org.braindyn.forecast.Zero;
import org.braindyn.forecast.family.interval.ConformalIntervals;
import org.braindyn.forecast.family.interval.LeftOutErrors;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static WindowSet twoPeople() {
    Seed.Stream random = Seed.of(3).stream("signals");
    double[][] a = new double[3][40];
    double[][] b = new double[3][31];
    for (int n = 0; n < 3; n++) {
      for (int t = 0; t < 40; t++) {
        a[n][t] = random.gaussian();
      }
      for (int t = 0; t < 31; t++) {
        b[n][t] = 5 * random.gaussian() + t;
      }
    }
    Regions regions = Regions.numbered("r", 3);
    return new WindowSet(
        List.of(
            Recording.of(new RegionSignals(regions, a, 2, "a run 1"), "a"),
            Recording.of(new RegionSignals(regions, b, 2, "b"), "b"),
            Recording.of(new RegionSignals(regions, a, 2, "a run 2"), "a")),
        6,
        4,
        2);
  }

  @Test
  void partsAddUpToTheWhole() {
    WindowSet set = twoPeople();
    Scores scores = Evaluation.of(new Persistence(), set, Progress.NONE);
    Windows all = set.all();
    double mse = 0;
    int count = all.size() * 3 * 4;
    for (int w = 0; w < all.size(); w++) {
      for (int n = 0; n < 3; n++) {
        for (int p = 0; p < 4; p++) {
          double e = all.context().get(w, n, 5) - all.target().get(w, n, p);
          mse += e * e / count;
        }
      }
    }
    assertEquals(mse, scores.all().mse(), 1e-12);
    assertEquals(mse, mean(scores.byStep()), 1e-12);
    assertEquals(mse, mean(scores.byRegion()), 1e-12);
    assertEquals(List.of("a", "b"), scores.persons());
    assertEquals(count, scores.byPerson().stream().mapToLong(ErrorSums::count).sum());
  }

  @Test
  void zeroExplainsNothingAndHasNoCorrelation() {
    ErrorSums zero = Evaluation.of(new Zero(), twoPeople(), Progress.NONE).all();
    assertTrue(Double.isNaN(zero.pcc()));
    assertTrue(zero.r2() <= 0);
  }

  @Test
  void ranksAndWarpingAreThoseOfTheWholeSet() {
    WindowSet set = twoPeople();
    Scores scores = Evaluation.withRanks(new Persistence(), set, Progress.NONE);
    Windows all = set.all();
    org.braindyn.data.SignalBatch forecast =
        new Persistence().forecast(all.context(), 4, Progress.NONE);
    assertEquals(Metrics.scc(forecast.values(), all.target().values()), scores.scc(), 1e-12);
    assertEquals(Metrics.dtw(forecast, all.target()), scores.dtw(), 1e-12);
    assertTrue(Double.isNaN(Evaluation.of(new Persistence(), set, Progress.NONE).scc()));
  }

  /** Counted value by value, over more windows than one block. */
  @Test
  void intervalsAreScoredOverAllWindows() {
    WindowSet set = twoPeople();
    Windows all = set.all();
    SignalBatch forecast = new Persistence().forecast(all.context(), 4, Progress.NONE);
    ConformalIntervals widths =
        ConformalIntervals.of(LeftOutErrors.of(forecast, all.target(), new int[all.size()]));
    IntervalScores scores =
        Evaluation.withRanks(new Persistence(), widths, set, Progress.NONE).intervals();
    int[] held = new int[2];
    for (int level = 0; level < 2; level++) {
      SignalBatch[] ends = widths.around(forecast, level);
      for (int i = 0; i < forecast.values().length; i++) {
        double truth = all.target().values()[i];
        // the ends themselves were errors of the calibration: rounding must not decide
        double room = 1e-12;
        boolean inside = truth >= ends[0].values()[i] - room && truth <= ends[1].values()[i] + room;
        held[level] += inside ? 1 : 0;
      }
    }
    double count = forecast.values().length;
    assertEquals(held[0] / count, scores.fifty(), 1e-12);
    assertEquals(held[1] / count, scores.ninety(), 1e-12);
    assertEquals(widths.crps(forecast, all.target()), scores.crps(), 1e-9);
    WindowSet further = set.withHorizon(5);
    assertTrue(
        Double.isNaN(
            Evaluation.withRanks(new Persistence(), widths, further, Progress.NONE)
                .intervals()
                .ninety()),
        "no intervals so far ahead");
  }

  @Test
  void perfectForecastHasTheBestScores() {
    ErrorSums sums = new ErrorSums();
    for (double v : new double[] {1, 2, 5, -3}) {
      sums.add(2 * v + 1, v);
    }
    assertEquals(1, sums.pcc(), 1e-12, "a line is a perfect correlation");
    assertEquals((4 + 9 + 36 + 4) / 4.0, sums.mse(), 1e-12);
    assertEquals((2 + 3 + 6 + 2) / 4.0, sums.mae(), 1e-12);
    assertEquals(1 - 53 / (39 - 25 / 4.0), sums.r2(), 1e-12);
  }

  @Test
  void bootstrapCoversTheMeanAndIsFixedBySeed() {
    double[] error = {1.0, 1.1, 1.3, 0.9};
    double[] reference = {1.1, 1.3, 1.4, 0.8};
    PairedComparison first = PairedComparison.of(error, reference, Seed.of(1));
    assertEquals(-0.075, first.difference(), 1e-12);
    assertEquals(3, first.better());
    assertTrue(first.low() < -0.075 && first.high() > -0.075);
    assertTrue(first.low() >= -0.2 && first.high() <= 0.1, "within the people's differences");
    assertEquals(first, PairedComparison.of(error, reference, Seed.of(1)));
    assertThrows(BadInput.class, () -> PairedComparison.of(error, new double[3], Seed.of(1)));
  }

  @Test
  void stopsWhenAsked() {
    Progress stop =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(Cancelled.class, () -> Evaluation.of(new Zero(), twoPeople(), stop));
  }

  private static double mean(List<ErrorSums> parts) {
    return parts.stream().mapToDouble(ErrorSums::mse).average().orElseThrow();
  }
}

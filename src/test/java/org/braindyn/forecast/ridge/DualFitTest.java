package org.braindyn.forecast.ridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;

class DualFitTest {
  private static final int N = 26;
  private static final int HORIZON = 3;
  private static final DirectRidgeSettings SETTINGS =
      DirectRidgeSettings.defaults(null).withRidges(0.3, 0.9, 2.6, 6, 15).withNeighbours(3, 0.4);

  private static WindowSet windows(int first, int people, int frames) {
    List<RegionSignals> all = new ArrayList<>();
    Regions names = Regions.named(IntStream.range(0, N).mapToObj(n -> "R" + n).toList());
    for (int p = first; p < first + people; p++) {
      Seed.Stream random = Seed.of(5).derive("person", p).stream("person");
      double[][] x = new double[N][frames];
      for (int t = 1; t < frames; t++) {
        for (int n = 0; n < N; n++) {
          x[n][t] = 0.7 * x[n][t - 1] + 0.3 * x[(n + 1) % N][t - 1] + random.gaussian();
        }
      }
      all.add(new RegionSignals(names, x, 2, "person " + p));
    }
    return WindowSet.of(all, 30, HORIZON, 1);
  }

  @Test
  void agreesWithLoopsAndCommonsMathFoldByFold() {
    WindowSet set = windows(0, 6, 58);
    assertTrue(DualFit.suits(set, true, SETTINGS), set.size() + " windows");
    CommonsDirectRidge expected = new CommonsDirectRidge(set, SETTINGS).fit();
    DirectRidgeFit fit = new DirectRidgeFit(SETTINGS, Progress.NONE);
    DirectRidge found = fit.fit(set, null);
    assertArrayEquals(expected.chosenRidges(), fit.chosenRidges());
    assertTrue(
        Arrays.stream(fit.chosenRidges()).distinct().count() > 1,
        Arrays.toString(fit.chosenRidges()));
    assertEquals(expected.leftOutError(), fit.leftOutError(), 1e-12);
    same(expected.coefficients(), found.coefficients());
    for (int person = 0; person < 6; person++) {
      int first = person * set.size() / 6;
      SignalBatch context = set.range(first, first + 2).context();
      DirectRidge without =
          new DirectRidge(N, 30, HORIZON, expected.without().get(person % SETTINGS.folds()));
      String name = set.recordings().get(person).person();
      assertArrayEquals(
          without.forecast(context, HORIZON, Progress.NONE).values(),
          found.chunk(context, List.of(name, name), Progress.NONE).values(),
          1e-10);
    }
  }

  /** The first figure a user sees is a true one: that of the first group, fitted without it. */
  @Test
  void tellsTheErrorOfOneGroupFirstAndOfAllAtLast() {
    WindowSet set = windows(0, 4, 58);
    List<Double> told = new ArrayList<>();
    DirectRidgeFit fit = new DirectRidgeFit(SETTINGS, Progress.NONE).telling(told::add);
    fit.fit(set, null);
    WindowSet others = windows(1, 3, 58);
    DirectRidgeSettings middle = SETTINGS.withFolds(0).withRidges(SETTINGS.ridges()[2]);
    double[][] solved = new CommonsDirectRidge(others, middle).solveOnce(SETTINGS.ridges()[2]);
    WindowSet out = windows(0, 1, 58);
    SignalBatch forecast =
        new DirectRidge(N, 30, HORIZON, solved)
            .forecast(out.all().context(), HORIZON, Progress.NONE);
    double error = 0;
    for (int i = 0; i < forecast.values().length; i++) {
      error += Math.pow(forecast.values()[i] - out.all().target().values()[i], 2);
    }
    assertEquals(2, told.size());
    assertEquals(error / forecast.values().length, told.get(0), 1e-10);
    assertEquals(fit.leftOutError(), told.get(1), 0);
  }

  @Test
  void oneRidgeIsThatOfTheSums() {
    WindowSet set = windows(0, 2, 80);
    assertTrue(DualFit.suits(set, false, SETTINGS));
    for (double own : new double[] {0.1, 1}) {
      DirectRidgeSettings one =
          SETTINGS
              .withFolds(0)
              .withRidges(0.9)
              .withOwnShare(own)
              .withNeighbours(own < 1 ? 3 : 0, 1);
      double[][] expected = new CommonsDirectRidge(set, one).solveOnce(0.9);
      same(expected, new DirectRidgeFit(one, Progress.NONE).fit(set, null).coefficients());
    }
  }

  @Test
  void validationChoosesAsItDoesForOtherShapes() {
    WindowSet set = windows(0, 2, 80);
    WindowSet others = windows(7, 2, 60);
    DirectRidgeSettings without = SETTINGS.withFolds(0);
    DirectRidgeFit fit = new DirectRidgeFit(without, Progress.NONE);
    DirectRidge found = fit.fit(set, others);
    assertTrue(Double.isNaN(fit.leftOutError()));
    for (int p = 0; p < HORIZON; p++) {
      double least = Double.POSITIVE_INFINITY;
      double best = 0;
      double[][] of = null;
      for (double ridge : SETTINGS.ridges()) {
        double[][] solved = new CommonsDirectRidge(set, without).solveOnce(ridge);
        DirectRidge model = new DirectRidge(N, 30, HORIZON, solved);
        SignalBatch forecast = model.forecast(others.all().context(), HORIZON, Progress.NONE);
        double error = 0;
        for (int i = p; i < forecast.values().length; i += HORIZON) {
          error += Math.pow(forecast.values()[i] - others.all().target().values()[i], 2);
        }
        if (error < least) {
          least = error;
          best = ridge;
          of = solved;
        }
      }
      assertEquals(best, fit.chosenRidges()[p]);
      for (int i = 0; i < of.length; i++) {
        assertEquals(of[i][p + HORIZON], found.coefficients()[i][p + HORIZON], 1e-10);
      }
    }
  }

  @Test
  void manyWindowsAndMirroredFitsGoTheOtherWay() {
    assertFalse(DualFit.suits(windows(0, 6, 100), true, SETTINGS));
    int[] mirror = IntStream.range(0, N).map(n -> n ^ 1).toArray();
    assertFalse(DualFit.suits(windows(0, 2, 60), true, SETTINGS.withMirror(mirror, false)));
  }

  @Test
  void everyNumberOfThreadsGivesTheSameBytes() throws Exception {
    WindowSet set = windows(0, 4, 50);
    double[][][] found = new double[2][][];
    for (int run = 0; run < 2; run++) {
      ForkJoinPool pool = new ForkJoinPool(run == 0 ? 1 : 3);
      try {
        found[run] =
            pool.submit(
                    () -> new DirectRidgeFit(SETTINGS, Progress.NONE).fit(set, null).coefficients())
                .get();
      } finally {
        pool.shutdown();
      }
    }
    for (int i = 0; i < found[0].length; i++) {
      assertArrayEquals(found[0][i], found[1][i]);
    }
  }

  @Test
  void whatDoesNotFitIsRefusedInASentence() {
    WindowSet set = windows(0, 2, 60);
    long needed = DualFit.bytes(set, 0);
    BadInput e = assertThrows(BadInput.class, () -> DirectRidgeMemory.check(N, needed, needed));
    assertTrue(e.getMessage().contains(N + " regions needs about"), e.getMessage());
  }

  private static void same(double[][] expected, double[][] found) {
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], found[i], 1e-10, "feature " + i);
    }
  }
}

package org.braindyn.forecast.ridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.residual.ResidualBrainDyn;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.linalg.LargeMatrix;
import org.braindyn.kernel.memory.MemoryUse;
import org.braindyn.signal.Homologues;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectRidgeTest {
  private static final Regions REGIONS = Regions.named(List.of("A_L", "A_R", "Stem"));

  private static List<RegionSignals> people(int count, double loudness) {
    List<RegionSignals> people = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      Seed.Stream random = Seed.of(p).stream("person");
      double[][] x = new double[3][80];
      for (int t = 1; t < 80; t++) {
        for (int n = 0; n < 3; n++) {
          x[n][t] = 0.8 * x[n][t - 1] + 0.3 * x[(n + 1) % 3][t - 1] + random.gaussian();
          x[n][t] *= p == 0 ? loudness : 1;
        }
      }
      people.add(new RegionSignals(REGIONS, x, 2, "person " + p));
    }
    return people;
  }

  private static WindowSet windows(double loudness) {
    return WindowSet.of(people(4, loudness), 10, 2, 1);
  }

  private static DirectRidgeSettings settings(double own, int[] mirror, int folds) {
    return new DirectRidgeSettings(new double[] {0.1}, 2, own, mirror, folds);
  }

  @Test
  void solvesThePenalisedLeastSquaresOfEveryTarget() {
    WindowSet set = windows(1);
    DirectRidge fit = new DirectRidgeFit(settings(0.2, null, 0), Progress.NONE).fit(set, null);
    LagBins bins = new LagBins(10);
    Windows all = set.all();
    int size = 3 * bins.count();
    for (int n = 0; n < 3; n++) {
      double[][] left = new double[size][size];
      double[] right = new double[size];
      for (int w = 0; w < all.size(); w++) {
        double[] f = DirectRidgeSums.features(bins, all.context(), w);
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            left[i][j] += f[i] * f[j];
          }
          right[i] += f[i] * all.target().get(w, n, 1);
        }
      }
      for (int i = 0; i < size; i++) {
        double share = i % 3 == n ? 0.2 : 1;
        left[i][i] += 0.1 * all.size() * Math.pow(bins.lag(i / 3), 2) * share;
      }
      double[] expected =
          new LUDecomposition(new Array2DRowRealMatrix(left))
              .getSolver()
              .solve(new org.apache.commons.math3.linear.ArrayRealVector(right))
              .toArray();
      for (int i = 0; i < size; i++) {
        assertEquals(expected[i], fit.coefficients()[i][n * 2 + 1], 1e-9);
      }
    }
  }

  @Test
  void neighboursArePenalisedLess() {
    WindowSet set = windows(1);
    DirectRidgeSettings freer = settings(0.2, null, 0).withNeighbours(1, 0.4);
    DirectRidge fit = new DirectRidgeFit(freer, Progress.NONE).fit(set, null);
    LagBins bins = new LagBins(10);
    Windows all = set.all();
    int size = 3 * bins.count();
    double[][] gram = new double[size][size];
    double[][] right = new double[3][size];
    for (int w = 0; w < all.size(); w++) {
      double[] f = DirectRidgeSums.features(bins, all.context(), w);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          gram[i][j] += f[i] * f[j];
        }
        for (int n = 0; n < 3; n++) {
          right[n][i] += f[i] * all.target().get(w, n, 1);
        }
      }
    }
    for (int n = 0; n < 3; n++) {
      int a = (n + 1) % 3;
      int b = (n + 2) % 3;
      double ra = Math.abs(gram[n][a]) / Math.sqrt(gram[a][a]);
      double rb = Math.abs(gram[n][b]) / Math.sqrt(gram[b][b]);
      int nearest = ra > rb ? a : b;
      double[][] left = new double[size][];
      for (int i = 0; i < size; i++) {
        double share = i % 3 == n ? 0.2 : i % 3 == nearest ? 0.4 : 1;
        left[i] = gram[i].clone();
        left[i][i] += 0.1 * all.size() * Math.pow(bins.lag(i / 3), 2) * share;
      }
      double[] expected =
          new LUDecomposition(new Array2DRowRealMatrix(left))
              .getSolver()
              .solve(new org.apache.commons.math3.linear.ArrayRealVector(right[n]))
              .toArray();
      for (int i = 0; i < size; i++) {
        assertEquals(expected[i], fit.coefficients()[i][n * 2 + 1], 1e-9);
      }
    }
  }

  @Test
  void halfMirroredIsTheMeanOfBothFits() {
    int[] mirror = Homologues.of(REGIONS);
    WindowSet set = windows(1);
    DirectRidgeSettings plain = settings(0.2, null, 0);
    double[][] half = coefficients(plain.withMirror(mirror, true), set);
    double[][] full = coefficients(plain.withMirror(mirror, false), set);
    double[][] none = coefficients(plain, set);
    for (int i = 0; i < half.length; i++) {
      for (int j = 0; j < half[i].length; j++) {
        assertEquals((full[i][j] + none[i][j]) / 2, half[i][j], 1e-12);
      }
    }
  }

  private static double[][] coefficients(DirectRidgeSettings settings, WindowSet set) {
    return new DirectRidgeFit(settings, Progress.NONE).fit(set, null).coefficients();
  }

  @Test
  void binsOfTheFullContext() {
    LagBins bins = new LagBins(30);
    assertEquals(9, bins.count());
    assertEquals(1, bins.lag(0));
    assertEquals(25, bins.lag(8), "lags 20 to 30");
    double[] context = new double[30];
    Arrays.fill(context, 20, 24, 1); // lags 7 to 10
    double[] into = new double[9];
    bins.apply(context, 0, 30, into, 0, 1);
    assertEquals(3 / Math.sqrt(3), into[5], 1e-12, "lags 7 to 9");
    assertEquals(1 / Math.sqrt(4), into[6], 1e-12, "lags 10 to 13");
  }

  @Test
  void aMirroredFitTreatsBothSidesAlike() {
    int[] mirror = Homologues.of(REGIONS);
    assertArrayEquals(new int[] {1, 0, 2}, mirror);
    WindowSet set = windows(1);
    DirectRidge fit = new DirectRidgeFit(settings(0.2, mirror, 0), Progress.NONE).fit(set, null);
    SignalBatch context = set.range(0, 1).context();
    SignalBatch turned = ResidualBrainDyn.mirrored(context, mirror);
    assertArrayEquals(
        ResidualBrainDyn.mirrored(fit.forecast(context, 2, Progress.NONE), mirror).values(),
        fit.forecast(turned, 2, Progress.NONE).values(),
        1e-12);
  }

  @Test
  void aPersonsOwnDataStaysOutOfItsForecast() {
    DirectRidge one = new DirectRidgeFit(settings(1, null, 4), Progress.NONE).fit(windows(1), null);
    DirectRidge two =
        new DirectRidgeFit(settings(1, null, 4), Progress.NONE).fit(windows(1.05), null);
    SignalBatch context = windows(1).range(0, 1).context();
    double[] unseen = one.chunk(context, List.of("person 0"), Progress.NONE).values();
    assertArrayEquals(
        unseen, two.chunk(context, List.of("person 0"), Progress.NONE).values(), 1e-12);
    assertFalse(
        Arrays.equals(
            one.chunk(context, List.of("person 1"), Progress.NONE).values(),
            two.chunk(context, List.of("person 1"), Progress.NONE).values()));
  }

  @Test
  void longForecastsFeedChunksBack() {
    WindowSet set = windows(1);
    DirectRidge fit = new DirectRidgeFit(settings(0.2, null, 0), Progress.NONE).fit(set, null);
    SignalBatch context = set.range(5, 6).context();
    SignalBatch far = fit.forecast(context, 5, Progress.NONE);
    SignalBatch first = fit.forecast(context, 2, Progress.NONE);
    SignalBatch later = new SignalBatch(1, 3, 10);
    for (int n = 0; n < 3; n++) {
      for (int t = 0; t < 10; t++) {
        later.set(0, n, t, t < 8 ? context.get(0, n, t + 2) : first.get(0, n, t - 8));
      }
    }
    SignalBatch second = fit.forecast(later, 2, Progress.NONE);
    assertEquals(first.get(0, 1, 1), far.get(0, 1, 1), 1e-12);
    assertEquals(second.get(0, 1, 0), far.get(0, 1, 2), 1e-12);
  }

  @Test
  void sumsOfTwoGroupsKeepTheSquaresOfTheirTargets() {
    LagBins bins = new LagBins(10);
    WindowSet set = windows(1);
    int size = 3 * bins.count();
    try (DirectRidgeSums one = new DirectRidgeSums(3, bins, 2);
        DirectRidgeSums two = new DirectRidgeSums(3, bins, 2);
        DirectRidgeSums nobody = new DirectRidgeSums(3, bins, 2);
        LargeMatrix nothing = new LargeMatrix(6, size)) {
      one.add(set, 0, 50);
      two.add(set, 50, 80);
      one.add(two);
      double[] error = new double[2];
      one.addError(nobody, nothing, new int[] {0, 1}, error); // forecasting zero
      double[] squares = new double[2];
      double[] of = set.range(0, 80).target().values();
      for (int i = 0; i < of.length; i++) {
        squares[i % 2] += of[i] * of[i];
      }
      assertArrayEquals(squares, error, 1e-9);
      two.leaveOutOf(one);
      assertEquals(50, two.windows());
    }
  }

  @ParameterizedTest(name = "single precision from {0} features")
  @ValueSource(ints = {0, Integer.MAX_VALUE})
  void agreesWithLoopsAndCommonsMathFoldByFold(int leastForSingle) {
    WindowSet set = manyRegions(14, 10, 3);
    DirectRidgeSettings settings =
        DirectRidgeSettings.defaults(null)
            .withNeighbours(3, 0.4)
            .withRidges(0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.3, 1.6, 2, 2.6, 3.4, 4.4, 6);
    CommonsDirectRidge expected = new CommonsDirectRidge(set, settings).fit();
    DirectRidgeFit fit = new DirectRidgeFit(settings, Progress.NONE, leastForSingle);
    DirectRidge found = fit.fit(set, null);
    assertArrayEquals(expected.chosenRidges(), fit.chosenRidges());
    assertTrue(
        Arrays.stream(fit.chosenRidges()).distinct().count() > 1,
        Arrays.toString(fit.chosenRidges()));
    assertEquals(expected.leftOutError(), fit.leftOutError(), leastForSingle == 0 ? 1e-6 : 1e-12);
    double[][] coefficients = found.coefficients();
    for (int i = 0; i < coefficients.length; i++) {
      assertArrayEquals(expected.coefficients()[i], coefficients[i], 1e-10, "feature " + i);
    }
    for (int person = 0; person < 6; person++) {
      int first = person * set.size() / 6;
      SignalBatch context = set.range(first, first + 2).context();
      DirectRidge without =
          new DirectRidge(14, 10, 3, expected.without().get(person % settings.folds()));
      String name = set.recordings().get(person).person();
      assertArrayEquals(
          without.forecast(context, 3, Progress.NONE).values(),
          found.chunk(context, List.of(name, name), Progress.NONE).values(),
          1e-10);
    }
  }

  @Test
  void ridgesThatSinglePrecisionCannotTellApartAreComparedInDouble() {
    WindowSet set = manyRegions(14, 10, 3);
    double[] alike = new double[9];
    for (int i = 0; i < alike.length; i++) {
      alike[i] = 0.5 + (i - 4) * 1e-7; // errors differ in the eighth digit at most
    }
    DirectRidgeSettings settings = DirectRidgeSettings.defaults(null).withRidges(alike);
    DirectRidgeFit single = new DirectRidgeFit(settings, Progress.NONE, 0);
    DirectRidgeFit exact = new DirectRidgeFit(settings, Progress.NONE, Integer.MAX_VALUE);
    double[][] found = single.fit(set, null).coefficients();
    assertArrayEquals(exact.fit(set, null).coefficients(), found);
    assertArrayEquals(exact.chosenRidges(), single.chosenRidges());
    assertEquals(exact.leftOutError(), single.leftOutError(), 1e-15);
  }

  private static WindowSet manyRegions(int regions, int context, int horizon) {
    List<RegionSignals> people = new ArrayList<>();
    Regions names = Regions.named(IntStream.range(0, regions).mapToObj(n -> "R" + n).toList());
    for (int p = 0; p < 6; p++) {
      Seed.Stream random = Seed.of(p).stream("person");
      double[][] x = new double[regions][70];
      for (int t = 1; t < 70; t++) {
        for (int n = 0; n < regions; n++) {
          x[n][t] = 0.7 * x[n][t - 1] + 0.3 * x[(n + 1) % regions][t - 1] + random.gaussian();
        }
      }
      people.add(new RegionSignals(names, x, 2, "person " + p));
    }
    return WindowSet.of(people, context, horizon, 1);
  }

  @Test
  void keptAndReadAgainAreTheSame() {
    WindowSet set = manyRegions(5, 10, 2);
    LagBins bins = new LagBins(10);
    FoldSums kept = new FoldSums(set, bins, 3);
    FoldSums again = new FoldSums(set, bins, 3);
    try (DirectRidgeSums a = kept.all(3, Progress.NONE);
        DirectRidgeSums b = again.all(1, Progress.NONE)) {
      assertArrayEquals(a.cross().toMatrix().values(), b.cross().toMatrix().values());
      for (int f = 0; f < 3; f++) {
        DirectRidgeSums x = kept.without(f, a, Progress.NONE);
        DirectRidgeSums y = again.without(f, b, Progress.NONE);
        assertArrayEquals(x.gram().toMatrix().values(), y.gram().toMatrix().values());
        assertArrayEquals(x.squares(), y.squares());
        assertEquals(x.windows(), again.without(f, b, Progress.NONE).windows(), "only once");
      }
    } finally {
      kept.close();
      again.close();
    }
  }

  /** What is asked for outside the heap at the moments when the fit looks for a cancellation. */
  private static long mostBytes(WindowSet set, DirectRidgeSettings settings) {
    long before = MemoryUse.held();
    AtomicLong most = new AtomicLong();
    Progress watch =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            cancelled();
          }

          @Override
          public boolean cancelled() {
            most.accumulateAndGet(MemoryUse.held() - before, Math::max);
            return false;
          }
        };
    new DirectRidgeFit(settings, watch).fit(set, null);
    return most.get();
  }

  @Test
  void theEstimateOfMemoryHoldsForShortAndLongContexts() {
    assumeTrue(Kernel.message() == null, "plain Java keeps matrices in the heap");
    assumeTrue(MemoryUse.WATCHED, "matrices are counted where assertions are on");
    for (int context : new int[] {10, 40}) {
      WindowSet set = manyRegions(30, context, 6);
      int[] mirror = IntStream.range(0, 30).map(n -> n ^ 1).toArray();
      for (int way = 0; way < 4; way++) {
        DirectRidgeSettings settings =
            DirectRidgeSettings.defaults(null).withNeighbours(2, 0.4).withFolds(way == 0 ? 0 : 3);
        settings = way < 2 ? settings : settings.withMirror(mirror, way == 3);
        DirectRidgeMemory memory = DirectRidgeMemory.of(30, context, 6, settings);
        boolean dual = DualFit.suits(set, settings.folds() > 0, settings);
        long estimate = dual ? DualFit.bytes(set, settings.folds()) : memory.withFolds();
        double share = (double) mostBytes(set, settings) / estimate;
        assertTrue(
            share > (dual ? 0.4 : 0.6) && share < 1.05, context + ", way " + way + ": " + share);
      }
    }
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeAnythingIsComputed() {
    DirectRidgeSettings settings = DirectRidgeSettings.defaults(null);
    DirectRidgeMemory small = DirectRidgeMemory.of(1000, 30, 10, settings);
    DirectRidgeMemory large = DirectRidgeMemory.of(1000, 100, 10, settings);
    assertTrue(large.least() > 1.3 * small.least(), "a longer context has more lags");
    assertTrue(small.least() < 8e9, "1000 regions: " + small.least());
    small.check(1000, 9_000_000_000L);
    String said =
        assertThrows(BadInput.class, () -> small.check(1000, 4_000_000_000L)).getMessage();
    assertTrue(said.contains("1000 regions needs about 6."), said);
  }

  @Test
  void everyNumberOfThreadsGivesTheSameBytes() throws Exception {
    WindowSet set = manyRegions(14, 10, 3);
    double[][][] found = new double[2][][];
    for (int run = 0; run < 2; run++) {
      ForkJoinPool pool = new ForkJoinPool(run == 0 ? 1 : 3);
      try {
        DirectRidgeFit fit =
            new DirectRidgeFit(DirectRidgeSettings.defaults(null), Progress.NONE, 0);
        found[run] = pool.submit(() -> fit.fit(set, null).coefficients()).get();
      } finally {
        pool.shutdown();
      }
    }
    for (int i = 0; i < found[0].length; i++) {
      assertArrayEquals(found[0][i], found[1][i]);
    }
  }

  @Test
  void constantAndCopiedRegionsAreFittedAndNoNumbersRefusedInASentence() {
    WindowSet set = manyRegions(5, 10, 2);
    List<RegionSignals> people = new ArrayList<>();
    for (int p = 0; p < 3; p++) {
      double[][] x = new double[5][60];
      for (int n = 0; n < 5; n++) {
        set.recordings().get(p).read(n, 0, 60, x[n], 0);
      }
      x[1] = x[0].clone();
      Arrays.fill(x[2], 7);
      people.add(new RegionSignals(Regions.named(List.of("A", "B", "C", "D", "E")), x, 2, "p" + p));
    }
    double[][] fitted =
        new DirectRidgeFit(DirectRidgeSettings.defaults(null).withFolds(3), Progress.NONE, 0)
            .fit(WindowSet.of(people, 10, 2, 1), null)
            .coefficients();
    for (double[] row : fitted) {
      assertTrue(Arrays.stream(row).allMatch(Double::isFinite));
    }
    LagBins bins = new LagBins(10);
    try (DirectRidgeSums sums = new DirectRidgeSums(5, bins, 2)) {
      sums.add(set, 0, 20);
      sums.gram().write(8, 3, new double[] {Double.NaN}, 0, 1);
      try (DirectRidgeSolver solver =
              new DirectRidgeSolver(sums, bins, 5, 2, DirectRidgeSettings.defaults(null), false);
          LargeMatrix into = new LargeMatrix(10, 5 * bins.count())) {
        BadInput e =
            assertThrows(
                BadInput.class, () -> solver.solve(1, new int[] {0, 1}, into, Progress.NONE));
        assertTrue(e.getMessage().contains("cannot be fitted: the past of region"), e.getMessage());
      }
    }
  }

  @Test
  void otherRegionsAreRefused() {
    DirectRidge fit = new DirectRidgeFit(settings(1, null, 0), Progress.NONE).fit(windows(1), null);
    assertThrows(BadInput.class, () -> fit.forecast(new SignalBatch(1, 4, 10), 2, Progress.NONE));
    assertThrows(BadInput.class, () -> settings(0, null, 0));
  }

  @Test
  void thereAreNoMoreFoldsThanPeople() {
    WindowSet one = WindowSet.of(people(1, 1), 8, 2, 1);
    DirectRidge folded = new DirectRidgeFit(settings(1, null, 4), Progress.NONE).fit(one, null);
    assertArrayEquals(coefficients(settings(1, null, 0), one), folded.coefficients());
    WindowSet two = WindowSet.of(people(2, 1), 8, 2, 1);
    DirectRidge both = new DirectRidgeFit(settings(1, null, 4), Progress.NONE).fit(two, null);
    SignalBatch context = two.range(0, 1).context();
    WindowSet other = WindowSet.of(people(2, 1).subList(1, 2), 8, 2, 1);
    assertArrayEquals(
        new DirectRidgeFit(settings(1, null, 0), Progress.NONE)
            .fit(other, null)
            .forecast(context, 2, Progress.NONE)
            .values(),
        both.chunk(context, List.of(two.recordings().get(0).person()), Progress.NONE).values(),
        1e-9,
        "each is forecast by what the other taught");
  }
}

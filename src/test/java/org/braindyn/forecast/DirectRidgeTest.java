package org.braindyn.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.signal.Homologues;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.junit.jupiter.api.Test;

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
  void otherRegionsAreRefused() {
    DirectRidge fit = new DirectRidgeFit(settings(1, null, 0), Progress.NONE).fit(windows(1), null);
    assertThrows(BadInput.class, () -> fit.forecast(new SignalBatch(1, 4, 10), 2, Progress.NONE));
    assertThrows(BadInput.class, () -> settings(0, null, 0));
  }
}

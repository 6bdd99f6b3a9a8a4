package org.braindyn.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;

/** Thousands of regions without two matrices: the same correlations, the same edges. */
class LargeCorrelationTest {
  private static double[][] signals(int regions, int frames) {
    Seed.Stream random = Seed.of(3).stream("signals");
    double[][] x = new double[regions][frames];
    for (int t = 0; t < frames; t++) {
      double common = random.gaussian();
      for (int n = 0; n < regions; n++) {
        x[n][t] = n == 4 ? 7 : 1000 * n + common + random.gaussian();
      }
    }
    return x;
  }

  private static void assertRows(double[][] expected, LargeCorrelation found) {
    double[] row = new double[expected.length];
    for (int i = 0; i < row.length; i++) {
      found.row(i, row);
      assertArrayEquals(expected[i], row, 1e-12, "row " + i);
    }
  }

  @Test
  void signalsAndContextsCorrelateAsInTheSmallWay() {
    double[][] x = signals(30, 1100); // more frames than one block takes
    try (LargeCorrelation found = LargeCorrelation.of(x)) {
      assertRows(Correlation.of(x), found);
    }
    List<String> names = IntStream.range(0, 30).mapToObj(n -> "R" + n).toList();
    RegionSignals one = new RegionSignals(Regions.named(names), x, 2, "one");
    WindowSet windows = WindowSet.of(List.of(one), 30, 10, 7);
    try (LargeCorrelation found = LargeCorrelation.ofContexts(windows)) {
      assertRows(Correlation.ofContexts(windows), found);
    }
  }

  @Test
  void everyNumberOfEdgesIsThatOfASortedList() {
    Seed.Stream random = Seed.of(4).stream("scores");
    int n = 23;
    double[][] score = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        score[i][j] = Math.round(random.gaussian() * 40) / 20.0; // with ties and zeros
      }
    }
    score[3][7] = Double.NaN;
    score[9][2] = 1e6; // puts nearly all others into one class of size
    double[] sizes =
        IntStream.range(0, n * n)
            .filter(k -> k / n != k % n)
            .mapToDouble(k -> score[k / n][k % n])
            .map(v -> Double.isNaN(v) ? 0 : -Math.abs(v))
            .sorted()
            .toArray();
    for (int edges = 0; edges <= n * (n - 1); edges++) {
      double least = edges == 0 ? Double.POSITIVE_INFINITY : -sizes[edges - 1];
      long expected = Arrays.stream(sizes).filter(v -> v != 0 && -v >= least).count();
      assertEquals(expected, Threshold.strongest(score, edges).edges(), edges + " edges");
    }
  }
}

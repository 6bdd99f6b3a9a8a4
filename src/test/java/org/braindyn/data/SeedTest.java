package org.braindyn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTest {
  private static double[] draws(Seed.Stream stream, int n) {
    double[] draws = new double[n];
    for (int i = 0; i < n; i++) {
      draws[i] = stream.uniform();
    }
    return draws;
  }

  @Test
  void theSameSeedAndUseGiveTheSameNumbers() {
    assertArrayEquals(
        draws(Seed.of(3).stream("noise"), 9), draws(Seed.of(3).stream("noise"), 9), 0);
  }

  /**
   * Walked through by equal steps, the series of seed k + 1 was that of seed k but for one draw.
   */
  @Test
  void neighbouringSeedsAndUsesShareNoNumber() {
    Set<Double> seen = new HashSet<>();
    int drawn = 0;
    for (long seed = -20; seed <= 20; seed++) {
      for (String use : new String[] {"person", "process noise", "a", "b"}) {
        for (double u : draws(Seed.of(seed).stream(use), 200)) {
          seen.add(u);
          drawn++;
        }
      }
    }
    assertEquals(drawn, seen.size());
  }

  /** Two series of normal numbers of neighbouring seeds, at every shift: no correlation. */
  @Test
  void neighbouringSeedsAreUncorrelatedAtEveryShift() {
    int n = 4000;
    for (long seed = 0; seed < 8; seed++) {
      Seed.Stream one = Seed.of(seed).stream("x");
      Seed.Stream two = Seed.of(seed + 1).stream("x");
      double[] a = new double[n];
      double[] b = new double[n];
      for (int i = 0; i < n; i++) {
        a[i] = one.gaussian();
        b[i] = two.gaussian();
      }
      for (int shift = -4; shift <= 4; shift++) {
        double sum = 0;
        for (int i = 4; i < n - 4; i++) {
          sum += a[i] * b[i + shift];
        }
        assertEquals(0, sum / n, 5 / Math.sqrt(n), "seed " + seed + ", shift " + shift);
      }
    }
  }
}

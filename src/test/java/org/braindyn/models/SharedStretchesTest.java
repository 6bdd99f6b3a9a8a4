package org.braindyn.models;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.signal.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedStretchesTest {
  private static double[][] noise(long seed, int frames) {
    Seed.Stream random = Seed.of(seed).stream("noise");
    double[][] x = new double[5][frames];
    for (int t = 0; t < frames; t++) {
      for (int r = 0; r < 5; r++) {
        x[r][t] = (t == 0 ? 0 : 0.8 * x[r][t - 1]) + random.gaussian();
      }
    }
    return x;
  }

  private static Recording recording(double[][] x) {
    return Recording.of(new RegionSignals(Regions.numbered("R", x.length), x, 2, "test"));
  }

  private static double[][] part(double[][] x, int from, int to, double unit, double level) {
    return Arrays.stream(x)
        .map(row -> Arrays.copyOfRange(row, from, to))
        .map(row -> Arrays.stream(row).map(v -> (float) (unit * v + level)).toArray())
        .toArray(double[][]::new);
  }

  /** Cut shorter, begun later, overlapping windows, another unit and level. */
  @ParameterizedTest
  @CsvSource({"0,200,1,0", "40,300,1,0", "150,190,1,0", "0,300,37.5,10000"})
  void framesOfAnotherPersonAreFoundAgain(int from, int to, double unit, double level) {
    double[][] x = noise(1, 300);
    SharedStretches known = new SharedStretches();
    known.add("a.csv", "a", recording(x));
    Recording other = recording(part(x, from, to, unit, level));
    String said = assertThrows(BadInput.class, () -> known.add("b.csv", "b", other)).getMessage();
    assertTrue(said.startsWith("b.csv (person b) shares frames with a.csv (person a)"), said);
    assertDoesNotThrow(() -> known.add("c.csv", "a", other), "of one person it trains or tests");
  }

  @Test
  void peopleWhoOnlyLookAlikeAreNot() {
    SharedStretches known = new SharedStretches();
    for (int p = 0; p < 30; p++) {
      int person = p;
      assertDoesNotThrow(() -> known.add("x", "p" + person, recording(noise(person, 400))));
    }
  }

  /** Counts and silence meet by chance. */
  @Test
  void countsAreNotTakenForCopies() {
    SharedStretches known = new SharedStretches();
    for (int p = 0; p < 20; p++) {
      Seed.Stream random = Seed.of(p).stream("counts");
      double[][] x = new double[5][2000];
      for (double[] row : x) {
        Arrays.setAll(row, t -> random.uniform() < 0.15 ? 1 : 0);
      }
      int person = p;
      assertDoesNotThrow(() -> known.add("x", "p" + person, recording(x)));
    }
  }
}

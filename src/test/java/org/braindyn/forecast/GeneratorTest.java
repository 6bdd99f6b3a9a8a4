package org.braindyn.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.score.Realism;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  /** Six regions in two groups that share a slow signal each. */
  private static double[][] twoGroups(int seed, int frames) {
    Seed.Stream random = Seed.of(seed).stream("groups");
    double[][] x = new double[6][frames];
    double[] slow = new double[2];
    for (int t = 0; t < frames; t++) {
      for (int g = 0; g < 2; g++) {
        slow[g] = 0.9 * slow[g] + random.gaussian();
      }
      for (int n = 0; n < 6; n++) {
        x[n][t] = slow[n % 2] + random.gaussian();
      }
    }
    return x;
  }

  private static Generator generator() {
    RegionSignals run = new RegionSignals(Regions.numbered("r", 6), twoGroups(1, 1500), 2, "run");
    WindowSet windows = WindowSet.of(List.of(run), 20, 5, 5);
    VectorAutoregression var =
        VectorAutoregression.fitWindows(windows, 2, new double[] {10}, Progress.NONE).get(0);
    return Generator.fit(var, windows, Progress.NONE);
  }

  @Test
  void keepsConnectivityAndStaysBounded() {
    double[][] real = twoGroups(2, 1000);
    double[][] made = generator().run(real, 2000, 1, Seed.of(3), Progress.NONE);
    Realism realism = Realism.of(real, made);
    assertTrue(realism.fcCorrelation() > 0.9, "FC r " + realism.fcCorrelation());
    assertTrue(realism.largest() < 12, "largest " + realism.largest());
    assertEquals(realism.realLagOne(), realism.generatedLagOne(), 0.15);
    assertTrue(realism.spectralDistance() < 0.3, "spectra " + realism.spectralDistance());
  }

  @Test
  void theSeedFixesTheNoise() {
    Generator generator = generator();
    double[][] start = twoGroups(2, 30);
    double[][] one = generator.run(start, 50, 1, Seed.of(3), Progress.NONE);
    double[][] two = generator.run(start, 50, 1, Seed.of(3), Progress.NONE);
    assertTrue(Arrays.deepEquals(one, two));
    double[][] other = generator.run(start, 50, 1, Seed.of(4), Progress.NONE);
    assertFalse(Arrays.deepEquals(one, other));
  }

  @Test
  void withoutNoiseItDiesOut() {
    double[][] made = generator().run(twoGroups(2, 30), 500, 0, Seed.of(3), Progress.NONE);
    assertArrayEquals(new double[6], Arrays.stream(made).mapToDouble(r -> r[499]).toArray(), 0.1);
  }

  @Test
  void identicalSignalsAreAsRealAsCanBe() {
    double[][] real = twoGroups(2, 300);
    Realism realism = Realism.of(real, real);
    assertEquals(1, realism.fcCorrelation(), 1e-12);
    assertEquals(0, realism.spectralDistance(), 1e-12);
  }
}

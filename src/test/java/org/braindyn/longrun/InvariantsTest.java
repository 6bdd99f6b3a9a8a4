package org.braindyn.longrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.longrun.LyapunovExponents.Length;
import org.junit.jupiter.api.Test;

class InvariantsTest {
  private static final double[] START = {1, 2, 20};

  private static double[][] noise(int dimensions, int frames, double shift, int seed) {
    Seed.Stream random = Seed.of(seed).stream("noise");
    double[][] run = new double[dimensions][frames];
    for (int t = 0; t < frames; t++) {
      for (int d = 0; d < dimensions; d++) {
        run[d][t] = random.gaussian() + shift;
      }
    }
    return run;
  }

  private static double divergence(double[][] real, double[][] made) {
    return StateSpaceDivergence.of(real, made, 1, Seed.of(1), Progress.NONE);
  }

  private static double dimension(double[][] run, int window) {
    return CorrelationDimension.of(run, window, Progress.NONE).value();
  }

  @Test
  void lorenzExponents() {
    Length length = new Length(200, 8000, KnownSystems.STEP);
    double[] found = LyapunovExponents.of(KnownSystems.lorenz(), START, 3, length, Progress.NONE);
    assertEquals(0.906, found[0], 0.05);
    assertEquals(0, found[1], 0.02);
    assertEquals(-13.667, found[0] + found[1] + found[2], 0.01, "the divergence of the field");
  }

  @Test
  void henonExponents() {
    double[] start = {0.1, 0.1};
    Length length = new Length(100, 50000, 1);
    double[] found = LyapunovExponents.of(KnownSystems.henon(), start, 2, length, Progress.NONE);
    assertEquals(0.419, found[0], 0.01);
    assertEquals(Math.log(0.3), found[0] + found[1], 1e-9);
  }

  @Test
  void correlationDimensions() {
    double[][] lorenz = KnownSystems.run(KnownSystems.lorenz(), START, 10000);
    assertEquals(2.05, dimension(lorenz, 20), 0.1);
    double[][] henon = KnownSystems.run(KnownSystems.henon(), new double[] {0.1, 0.1}, 4000);
    assertEquals(1.21, dimension(henon, 1), 0.06);
    assertEquals(2, dimension(noise(2, 3000, 0, 1), 1), 0.1);
    double[][] circle = new double[2][3000];
    Seed.Stream random = Seed.of(5).stream("angles");
    for (int t = 0; t < 3000; t++) {
      double angle = random.uniform(0, 2 * Math.PI);
      circle[0][t] = Math.cos(angle);
      circle[1][t] = Math.sin(angle);
    }
    assertEquals(1, dimension(circle, 1), 0.05);
  }

  @Test
  void aDimensionThatSoFewSamplesCannotShowIsNotKnown() {
    assertFalse(CorrelationDimension.of(noise(40, 400, 0, 1), 1, Progress.NONE).known());
  }

  @Test
  void binnedDivergenceOfShiftedNormals() {
    assertEquals(0, divergence(noise(1, 20000, 0, 1), noise(1, 20000, 0, 2)), 0.01);
    assertEquals(0.5, divergence(noise(1, 20000, 0, 1), noise(1, 20000, 1, 2)), 0.05);
  }

  /** Mixtures widen a normal of variance 1 to 2: the divergence of a shift s is s^2 d / 4. */
  @Test
  void mixturesDivergenceOfShiftedNormals() {
    assertEquals(0, divergence(noise(5, 3000, 0, 1), noise(5, 3000, 0, 2)), 0.03);
    assertEquals(1.25, divergence(noise(5, 3000, 0, 1), noise(5, 3000, 1, 2)), 0.15);
  }

  /** In many dimensions the middle is nearer to every state than another state is. */
  @Test
  void aRunThatStandsStillInTheMiddleIsFar() {
    double[][] real = noise(40, 1200, 0, 1);
    assertEquals(0, divergence(real, noise(40, 1200, 0, 2)), 0.05);
    assertTrue(divergence(real, new double[40][1200]) > 0.5);
  }

  @Test
  void aRunThatGoesToInfinityIsInfinitelyFar() {
    double[][] run = noise(2, 300, 0, 1);
    run[1][200] = Double.NaN;
    assertEquals(Double.POSITIVE_INFINITY, divergence(noise(2, 300, 0, 1), run));
  }

  @Test
  void spectraOfOneProcessAndOfTwo() {
    double[][] slow = noise(2, 4000, 0, 3);
    for (double[] row : slow) {
      for (int t = 1; t < row.length; t++) {
        row[t] += 0.95 * row[t - 1];
      }
    }
    double[][] white = noise(2, 4000, 0, 1);
    assertTrue(SpectrumDistance.of(white, noise(2, 4000, 0, 2)) < 0.06);
    assertTrue(SpectrumDistance.of(white, slow) > 0.3);
    double[][] one = new double[1][4096];
    double[][] two = new double[1][4096];
    for (int t = 0; t < 4096; t++) {
      one[0][t] = Math.sin(0.2 * t);
      two[0][t] = Math.sin(2.5 * t);
    }
    assertEquals(1, SpectrumDistance.of(one, two), 0.01, "no frequency in common");
  }
}

package org.braindyn.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;

/** Ties, symmetry, missing frames: the same for every score of pairs. */
class GraphPolicyTest {
  private static final GraphEstimates WHOLE = new GraphEstimates(0, 0.05);

  private static RegionSignals signals(int regions, int frames) {
    Seed.Stream random = Seed.of(3).stream("signals");
    double[][] x = new double[regions][frames];
    for (int t = 0; t < frames; t++) {
      double common = random.gaussian();
      for (int r = 0; r < regions; r++) {
        double before = t == 0 ? 0 : x[(r + 1) % regions][t - 1];
        x[r][t] = 0.5 * before + common + random.gaussian();
      }
    }
    return new RegionSignals(Regions.numbered("R", regions), x, 2, "made");
  }

  private static void assertSymmetric(double[][] m) {
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(m[i][j], m[j][i], 0, i + " " + j);
      }
    }
  }

  @Test
  void symmetricMeasuresAreSymmetricToTheLastBit() {
    RegionSignals s = signals(23, 90);
    assertSymmetric(WHOLE.partial(s));
    assertSymmetric(WHOLE.correlation(s));
    assertSymmetric(new GraphEstimates(30, 0).correlation(s));
    s.values()[2][40] = Double.NaN;
    assertSymmetric(WHOLE.partial(s));
    assertSymmetric(new GraphEstimates(30, 0).correlation(s));
  }

  @Test
  void anyDensityOfASymmetricScoreIsSymmetric() {
    double[][] score = WHOLE.partial(signals(6, 200));
    for (int edges = 0; edges <= 30; edges++) {
      double[][] kept = Threshold.strongest(score, edges).toMatrix();
      assertSymmetric(kept);
      assertEquals(edges + edges % 2, Threshold.strongest(score, edges).edges());
    }
    assertEquals(10, Threshold.density(score, 0.3).edges(), "9 of 30, the ninth with its twin");
  }

  @Test
  void scoresThatAreNoNumbersAreNoEdges() {
    double[][] score = {{1, Double.NaN, 0.5}, {0.2, 1, 0.1}, {Double.NaN, 0.3, 1}};
    assertEquals(2, Threshold.strongest(score, 2).edges());
    assertEquals(4, Threshold.strongest(score, 6).edges());
  }

  @Test
  void oneMissingFrameCostsOneFrame() {
    RegionSignals full = signals(5, 400);
    RegionSignals holed =
        full.withValues(
            java.util.Arrays.stream(full.values()).map(double[]::clone).toArray(double[][]::new));
    holed.values()[1][137] = Double.NaN;
    double[][] cut = new double[5][399];
    for (int r = 0; r < 5; r++) {
      for (int t = 0; t < 399; t++) {
        cut[r][t] = full.values()[r][t < 137 ? t : t + 1];
      }
    }
    double[][] pairwise = WHOLE.correlation(holed);
    assertArrayEquals(Correlation.of(cut)[1], pairwise[1], 1e-12);
    assertEquals(Correlation.of(full.values())[0][3], pairwise[0][3], 1e-12);
    double[][] windows = new GraphEstimates(30, 0).correlation(holed);
    double[][] before = new GraphEstimates(30, 0).correlation(full);
    for (int r = 0; r < 5; r++) {
      assertEquals(before[1][r], windows[1][r], 0.1);
      assertEquals(before[2][r], windows[2][r], r == 1 ? 0.1 : 1e-9);
    }
    assertEquals(WHOLE.granger(full)[0][1], WHOLE.granger(holed)[0][1], 0.01);
    assertEquals(WHOLE.granger(full)[2][3], WHOLE.granger(holed)[2][3], 1e-12);
    assertEquals(WHOLE.partial(full)[1][2], WHOLE.partial(holed)[1][2], 0.01);
  }

  @Test
  void thePolicySaysWhatIsMissingOrRefuses() {
    RegionSignals s = signals(4, 50);
    assertEquals("", MissingFrames.REFUSE.check(s));
    s.values()[2][7] = Double.NaN;
    String note = MissingFrames.PAIRWISE.check(s);
    assertTrue(note.contains("1 of 4 regions") && note.contains("R 3: 1 of 50"), note);
    BadInput error = assertThrows(BadInput.class, () -> MissingFrames.REFUSE.check(s));
    assertTrue(error.getMessage().contains("missing=pairwise"), error.getMessage());
    java.util.Arrays.fill(s.values()[0], Double.NaN);
    assertTrue(MissingFrames.PAIRWISE.check(s).contains("1 regions have no value"));
    assertEquals(0, WHOLE.partial(s)[0][1], 0, "a lost region has no edges");
    assertTrue(WHOLE.partial(s)[1][2] != 0);
    assertEquals(0, WHOLE.correlation(s)[0][3], 0);
    assertEquals(0, WHOLE.granger(s)[0][3], 0);
  }

  @Test
  void aShortRecordingGetsTheParameterThatHelps() {
    RegionSignals two = signals(2, 12);
    BadInput error =
        assertThrows(BadInput.class, () -> new GraphEstimates(30, 0.1).correlation(two));
    assertTrue(error.getMessage().contains("context=0"), error.getMessage());
    assertTrue(!error.getMessage().contains("horizon"), error.getMessage());
    assertEquals(1, WHOLE.correlation(two)[0][0], 0);
    assertThrows(BadInput.class, () -> new GraphEstimates(1, 0));
    assertThrows(BadInput.class, () -> new GraphEstimates(0, 1.5));
  }

  @Test
  void copiesOfARegionAreNoticed() {
    RegionSignals s = signals(4, 50);
    assertEquals("", s.twinsWarning());
    s.values()[3] = s.values()[1].clone();
    assertTrue(s.twinsWarning().contains("R 2 = R 4"), s.twinsWarning());
  }
}

package org.braindyn.perturbation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.perturbation.significance.FalseDiscovery;
import org.braindyn.perturbation.significance.Surrogates;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void benjaminiHochbergAgreesWithR() {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.8), "BH")
    double[] q = FalseDiscovery.adjust(new double[] {0.01, 0.04, 0.03, 0.005, 0.8});
    assertArrayEquals(new double[] {0.025, 0.05, 0.05, 0.025, 0.8}, q, 1e-12);
    double[] gap = FalseDiscovery.adjust(new double[] {Double.NaN, 0.5, 0.01});
    assertTrue(Double.isNaN(gap[0]));
    assertArrayEquals(new double[] {0.5, 0.02}, new double[] {gap[1], gap[2]}, 1e-12);
  }

  /** Two regions that share a slow rhythm. */
  private static RegionSignals coupled(int frames) {
    Seed.Stream random = Seed.of(8).stream("test");
    double[][] x = new double[2][frames];
    double slow = 0;
    for (int t = 0; t < frames; t++) {
      slow = 0.9 * slow + random.gaussian();
      x[0][t] = 100 + slow;
      x[1][t] = 50 + slow + 0.3 * random.gaussian();
    }
    return new RegionSignals(Regions.numbered("R", 2), x, 2, "test");
  }

  @Test
  void surrogatesKeepTheRhythmAndLoseTheCoupling() {
    RegionSignals real = coupled(3000);
    for (Surrogates kind : Surrogates.values()) {
      RegionSignals fake = kind.of(real, Seed.of(1));
      for (int r = 0; r < 2; r++) {
        assertEquals(lagOne(real.values()[r]), lagOne(fake.values()[r]), 0.02, kind + " rhythm");
      }
      double c = new PearsonsCorrelation().correlation(fake.values()[0], fake.values()[1]);
      assertTrue(Math.abs(c) < 0.25, kind + " correlation " + c);
    }
  }

  @Test
  void circularShiftKeepsEveryValue() {
    RegionSignals real = coupled(100);
    double[] before = real.values()[0].clone();
    double[] after = Surrogates.CIRCULAR_SHIFT.of(real, Seed.of(1)).values()[0].clone();
    assertTrue(before[0] != after[0]);
    Arrays.sort(before);
    Arrays.sort(after);
    assertArrayEquals(before, after);
  }

  @Test
  void surrogatesRefuseWhatCannotBe() {
    assertThrows(BadInput.class, () -> Surrogates.CIRCULAR_SHIFT.of(coupled(10), Seed.of(1)));
    RegionSignals broken = coupled(50);
    broken.values()[1][3] = Double.NaN;
    assertThrows(BadInput.class, () -> Surrogates.PHASE_RANDOMISED.of(broken, Seed.of(1)));
  }

  @Test
  void agreementLooksOffTheDiagonalOnly() {
    double[][] a = {{9, 1, 2}, {3, 9, 4}, {5, -6, 9}};
    double[][] b = {{0, 2, 4}, {6, 0, 8}, {10, -12, 100}};
    assertEquals(1, MatrixAgreement.pearson(a, b), 1e-12);
    assertEquals(1, MatrixAgreement.spearman(a, b), 1e-12);
    assertEquals(1, MatrixAgreement.signAgreement(a, b), 0);
    assertTrue(MatrixAgreement.pearson(a, MatrixAgreement.transpose(b)) < 0.9);
    assertThrows(BadInput.class, () -> MatrixAgreement.pearson(a, new double[2][2]));
  }

  private static double lagOne(double[] x) {
    return new PearsonsCorrelation()
        .correlation(Arrays.copyOfRange(x, 0, x.length - 1), Arrays.copyOfRange(x, 1, x.length));
  }
}

package org.braindyn.planning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;

class SiteTestTest {
  private static final int SITES = 17;
  private static final int SURROGATES = 19;

  /** Sites that share their targets: one common factor and a little of their own. */
  private static double[] drawn(Seed.Stream random, double own) {
    double common = Math.abs(random.gaussian());
    double[] values = new double[SITES];
    Arrays.setAll(values, s -> common * (1 + own * random.uniform()));
    return values;
  }

  @Test
  void ofDependentSitesOneFamilyInTwentyIsCalled() {
    int called = 0;
    int sets = 2000;
    for (int k = 0; k < sets; k++) {
      Seed.Stream random = Seed.of(7).derive("set", k).stream("sites");
      double[] observed = drawn(random, 0.2);
      double[][] shifted = new double[SURROGATES][];
      Arrays.setAll(shifted, i -> drawn(random, 0.2));
      called += least(new SiteTest.Promises(observed, shifted).family().q()) <= 0.05 ? 1 : 0;
    }
    assertEquals(0.05, called / (double) sets, 0.012, "exact by exchangeability");
  }

  private static double least(double[] q) {
    return Arrays.stream(q).min().orElse(1);
  }

  @Test
  void ranksByHand() {
    double[][] shifted = {{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 1}};
    SiteTest test = new SiteTest.Promises(new double[] {4, 0}, shifted).family();
    assertArrayEquals(new double[] {3 / 6.0, 1}, test.p(), 1e-12);
    assertEquals(1, test.q()[1], "a site that does nothing is never called");
    assertTrue(test.q()[0] >= test.p()[0], "a family is no easier than one site");
  }

  @Test
  void fewerSurrogatesThanFiveAreRefused() {
    assertThrows(
        BadInput.class,
        () -> new SiteTest.Promises(new double[] {1}, new double[][] {{1}, {2}, {3}}).family());
  }
}

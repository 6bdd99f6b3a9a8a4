package org.braindyn.perturbation.significance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.OpenModel;
import org.braindyn.forecast.Zero;
import org.junit.jupiter.api.Test;

/** p-values compare refits with refits; the model that is shown only gives the sign. */
class NullEffectsTest {
  private static final double[][] SHIFTED = {{1, -2}, {-1, 2}, {1, 2}, {-1, -2}, {1, 2}};

  @Test
  void pIsThatOfTheRefitWhateverTheSizeShown() {
    NullEffects refits = new NullEffects(new double[] {20, -0.5}, SHIFTED);
    double[] p = refits.pValues(new double[] {0.01, -500});
    assertEquals(1.0 / 11, p[0], 1e-12);
    assertEquals(1, p[1], 1e-12);
  }

  @Test
  void theOtherSignIsNoSupport() {
    NullEffects refits = new NullEffects(new double[] {20, 20}, SHIFTED);
    assertArrayEquals(new double[] {1, 1}, refits.pValues(new double[] {-20, 0}), 0);
    double[] p = refits.pValues(new double[] {Double.NaN, 1});
    assertTrue(Double.isNaN(p[0]) && p[1] < 0.2, Arrays.toString(p));
  }

  /** Compared with the model shown, such refits would call next to nothing, or far too much. */
  @Test
  void withoutCouplingPIsUniformHoweverRefitsAreMade() {
    for (double scale : new double[] {0.5, 2}) {
      Seed.Stream random = Seed.of(1).stream("effects");
      int called = 0;
      int cells = 4000;
      double[][] shifted = new double[19][cells];
      double[] own = new double[cells];
      double[] shown = new double[cells];
      for (int c = 0; c < cells; c++) {
        for (double[] row : shifted) {
          row[c] = scale * random.gaussian();
        }
        own[c] = scale * random.gaussian();
        shown[c] = Math.copySign(random.gaussian(), own[c]); // the worst case: signs always agree
      }
      for (double p : new NullEffects(own, shifted).pValues(shown)) {
        called += p <= 0.05 ? 1 : 0;
      }
      assertEquals(0.05, (double) called / cells, 0.012, "scale " + scale);
    }
  }

  @Test
  void theRecordingsAreFittedAsTheyAreAndShifted() {
    double[][] values = new double[2][30];
    for (int t = 0; t < 30; t++) {
      values[0][t] = t;
      values[1][t] = -t;
    }
    List<RegionSignals> recordings =
        List.of(new RegionSignals(Regions.numbered("R", 2), values, 1, "test"));
    NullEffects found =
        new RefitNull(Surrogates.CIRCULAR_SHIFT, 5, Seed.of(1))
            .run(
                recordings,
                (own, seed, progress) -> OpenModel.of(new Zero()),
                (model, fakes) -> fakes.get(0).values()[0].clone(),
                Progress.NONE);
    assertArrayEquals(values[0], found.own(), 0);
    assertEquals(5, found.shifted().length);
    for (double[] one : found.shifted()) {
      assertTrue(one[0] != 0, "shifted");
    }
    assertArrayEquals(new double[] {3, 4}, found.cells(3, 5).own(), 0);
  }
}

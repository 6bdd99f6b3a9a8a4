package org.braindyn.imputation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Factors by hand, and that no value is scaled by what it said itself. */
class DeviationScalesTest {
  @Test
  void leastSquaresByHandDrawnToOnes() {
    DeviationScales.Learner learner = new DeviationScales.Learner();
    learner.add(1, 2, 0.97); // products 2 + 3, squares 4 + 9
    learner.nextFrame();
    learner.add(1, 3, 2);
    learner.add(-5, 1, 0); // seen: not learnt from
    learner.add(3, 3, 0.7); // the stretch from 0.7 to 0.8
    DeviationScales free = learner.scales(0, DeviationScales.NONE);
    assertArrayEquals(new double[] {1, 1, 1, 1, 1, 1, 1, 5.0 / 13}, free.factors(), 1e-15);
    DeviationScales drawn = learner.scales(2, DeviationScales.NONE);
    assertEquals(0.5 * 5 / 13 + 0.5, drawn.factor(0.95), 1e-15);
    learner.add(0, 2, 3); // of the same frame: squares 17, frames still 2
    double more = learner.scales(2, DeviationScales.NONE).factor(1);
    assertEquals(0.5 * 5 / 17 + 0.5, more, 1e-15);
    assertEquals(1, drawn.factor(0.9499), 1e-15);
    assertEquals(1, free.factor(0));
    assertThrows(IllegalArgumentException.class, () -> new DeviationScales(new double[3]));
  }

  @Test
  void whatIsSeenAndVariancesStay() {
    double[] factors = new double[8];
    Arrays.fill(factors, 0.5);
    Estimate given = new Estimate(new double[][] {{4, 4}}, new double[][] {{0, 0.81}});
    Estimate scaled = new DeviationScales(factors).of(given);
    assertArrayEquals(new double[] {4, 2}, scaled.mean()[0]);
    assertArrayEquals(given.variance()[0], scaled.variance()[0]);
    assertArrayEquals(new double[] {4, 4}, given.mean()[0]);
  }

  /** The first half of time is scaled by the second alone, and the other way round. */
  @Test
  void aHiddenValueDoesNotScaleItself() {
    double[][] truth = {{2, 2, 0.5, 0.5}};
    double[][] mean = {{1, 1, 1, 1}};
    double[][] variance = {{0.25, 0.25, 0.25, 0.25}};
    boolean[][] all = {{true, true, true, true}};
    Bars.Trial trial = new Bars.Trial(truth, new boolean[1][4], all, new Estimate(mean, variance));
    double[] scaled = trial.scaled(0).estimate().mean()[0];
    assertArrayEquals(new double[] {0.5, 0.5, 2, 2}, scaled, 1e-15);
    assertEquals(1.25, trial.scales(0).factor(0.5), 1e-15);
  }
}

package org.braindyn.planning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.api.Graph;
import org.braindyn.api.PowerPlan;
import org.braindyn.api.Signals;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.sums.Stretches;
import org.braindyn.signal.Recording;
import org.braindyn.simulation.Wiring;
import org.junit.jupiter.api.Test;

class AddedPowerTest {
  private final SiteResponses model =
      SiteResponses.of(WaveformSolverTest.law(Seed.of(1)), new int[] {0, 1, 2, 3, 4}, 30, 1);

  private static double[][] identity(double size) {
    double[][] c = new double[5][5];
    for (int i = 0; i < 5; i++) {
      c[i][i] = size;
    }
    return c;
  }

  private double[][] driven(double... power) {
    double[][] c = identity(2);
    for (int s = 0; s < power.length; s++) {
      double[][] answer = model.answers()[s];
      for (int i = 0; i < 5; i++) {
        for (int j = 0; j < 5; j++) {
          for (int t = 0; t < answer[i].length; t++) {
            c[i][j] += power[s] * answer[i][t] * answer[j][t];
          }
        }
      }
    }
    return c;
  }

  @Test
  void findsThePowersThatWereAdded() {
    AddedPower plan =
        AddedPower.of(model, identity(2), driven(0, 0.7, 0, 0, 1.3), Double.POSITIVE_INFINITY);
    assertArrayEquals(new double[] {0, 0.7, 0, 0, 1.3}, plan.power(), 1e-6);
    assertEquals(1, plan.removed(), 1e-9);
  }

  @Test
  void powerCannotBeTakenAwayAndTheCapHolds() {
    AddedPower less =
        AddedPower.of(model, driven(0, 0.7, 0, 0, 1.3), identity(2), Double.POSITIVE_INFINITY);
    assertEquals(0, Arrays.stream(less.power()).sum());
    AddedPower capped = AddedPower.of(model, identity(2), driven(0, 0.7, 0, 0, 1.3), 0.5);
    double sum = Arrays.stream(capped.power()).sum();
    assertTrue(sum <= 0.5 && sum > 0.49, "sum " + sum);
    assertTrue(capped.removed() > 0.2 && capped.removed() < 1, "removed " + capped.removed());
  }

  @Test
  void correlationsAreRefused() {
    BadInput refused =
        assertThrows(BadInput.class, () -> AddedPower.of(model, identity(1), identity(1), 1));
    assertTrue(refused.getMessage().contains("covariances"), refused.getMessage());
    assertThrows(BadInput.class, () -> AddedPower.of(model, identity(2), new double[3][3], 1));
    assertThrows(BadInput.class, () -> AddedPower.of(model, identity(2), identity(2), 0));
  }

  /** A network whose third region is driven by more noise: the plan says so. */
  @Test
  void findsTheDrivenRegionOfARecording() {
    double[][] wiring = Wiring.random(8, 2, 0.2, 0.8, Seed.of(4));
    RegionSignals now = recording(wiring, 0);
    RegionSignals driven = recording(wiring, 1.2);
    PowerPlan plan =
        PowerPlan.of(
            Signals.of(now), Signals.of(driven), Graph.of(wiring, now.regions()), "", 0, 1);
    assertEquals("R 3", plan.table().text(0, "Site"), plan.notes());
    assertTrue(plan.removed() > 0.8, "removed " + plan.removed());
    BadInput refused =
        assertThrows(
            BadInput.class,
            () ->
                PowerPlan.of(Signals.of(scaled(now)), Signals.of(scaled(driven)), null, "", 0, 1));
    assertTrue(refused.getMessage().contains("one unit"), refused.getMessage());
  }

  private static RegionSignals scaled(RegionSignals signals) {
    return signals.withValues(Stretches.standardised(Recording.of(signals)));
  }

  private static RegionSignals recording(double[][] wiring, double noise) {
    Seed.Stream random = Seed.of(5).stream("noise " + noise);
    double[][] x = new double[8][3000];
    for (int t = 1; t < 3000; t++) {
      for (int j = 0; j < 8; j++) {
        x[j][t] = 0.4 * x[j][t - 1] + random.gaussian();
        for (int i = 0; i < 8; i++) {
          x[j][t] += 0.4 * wiring[i][j] * x[i][t - 1];
        }
      }
      x[2][t] += noise * random.gaussian();
    }
    return new RegionSignals(Regions.numbered("R", 8), x, 1, "network");
  }
}

package org.braindyn.planning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
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
}

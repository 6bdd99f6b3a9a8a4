package org.braindyn.perturbation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.SignalBatch;
import org.junit.jupiter.api.Test;

class EffectiveConnectivityTest {
  private static final double[][] WEIGHT = {{0.5, 0.6, 0}, {0, 0.5, -0.4}, {0, 0, 0.5}};

  private static EffectiveConnectivity compute(double size) {
    SignalBatch contexts = new SignalBatch(3, 3, 4);
    contexts.values()[5] = 0.3;
    return EffectiveConnectivity.byRollouts(
        new LinearForecaster(WEIGHT), Regions.numbered("R", 3), contexts, size, 2, Progress.NONE);
  }

  @Test
  void linearModelGivesItsMatrixRowSourceColumnTarget() {
    EffectiveConnectivity ec = compute(0.5);
    double[][] first = ec.at(0);
    double[][] second = ec.at(1);
    for (int u = 0; u < 3; u++) {
      assertArrayEquals(WEIGHT[u], first[u], 1e-12);
      for (int v = 0; v < 3; v++) {
        double product = 0;
        for (int k = 0; k < 3; k++) {
          product += WEIGHT[u][k] * WEIGHT[k][v];
        }
        assertEquals(product, second[u][v], 1e-12);
        assertEquals(0, ec.spread()[u][v][0], 1e-7);
      }
    }
    assertEquals(0.6, ec.peak()[0][1], 1e-12);
    assertEquals(-0.24, ec.peak()[0][2], 1e-12);
    assertEquals(-0.12, ec.mean()[0][2], 1e-12);
    List<double[]> hubs = EffectiveConnectivity.strengths(first);
    assertArrayEquals(new double[] {0.6, 0.4, 0}, hubs.get(0), 1e-12);
    assertArrayEquals(new double[] {0, 0.6, 0.4}, hubs.get(1), 1e-12);
  }

  @Test
  void refusesAnImpulseOfZero() {
    assertThrows(BadInput.class, () -> compute(0));
    assertThrows(BadInput.class, () -> compute(Double.NaN));
  }
}

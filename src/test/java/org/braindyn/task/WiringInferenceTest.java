package org.braindyn.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.perturbation.MatrixAgreement;
import org.braindyn.simulation.RateNetwork;
import org.braindyn.simulation.Wiring;
import org.junit.jupiter.api.Test;

class WiringInferenceTest {
  private static final int FRAMES = 4000;

  /** One sample per time constant: directions show in the signals. */
  private static RegionSignals simulate(double[][] wiring) {
    double[][] fine =
        new RateNetwork(wiring, 1, false, 1, 0.1)
            .run(20, FRAMES, List.of(), Seed.of(6), Progress.NONE);
    double[][] x = new double[fine.length][FRAMES];
    for (int r = 0; r < x.length; r++) {
      for (int t = 0; t < FRAMES; t++) {
        x[r][t] = 7 + fine[r][200 + 10 * t];
      }
    }
    return new RegionSignals(Regions.numbered("R", x.length), x, 1, "simulation");
  }

  @Test
  void directedMethodsFindTheDirectionsAndSymmetricOnesCannot() {
    double[][] wiring = Wiring.random(12, 2, 0.3, 0.8, Seed.of(3));
    Map<String, double[][]> estimates = WiringInference.comparators(simulate(wiring));
    Map<String, WiringInference> by = new TreeMap<>();
    WiringInference.all(estimates, wiring).forEach(w -> by.put(w.method(), w));
    WiringInference var = by.get("VAR(1)");
    assertTrue(var.auroc() > 0.95 && var.auprc() > 0.9, var.describe());
    assertTrue(var.correlation() > 0.8, "signs too: " + var.describe());
    assertTrue(var.score().normalisedEditDistance() < 0.25, var.describe());
    assertTrue(by.get("Granger, lag 1").auprc() > 0.5, by.get("Granger, lag 1").describe());
    assertTrue(by.get("correlation").auprc() < 0.75, by.get("correlation").describe());
    double[][] turned = MatrixAgreement.transpose(estimates.get("VAR(1)"));
    assertTrue(WiringInference.of("turned", turned, wiring).auroc() < 0.7, "row is the source");
    assertEquals(24, var.score().edges());
  }

  @Test
  void symmetricMeasuresCannotTellAWiringFromItsTranspose() {
    double[][] wiring = Wiring.random(12, 2, 0.3, 0.8, Seed.of(3));
    double[][] turned = MatrixAgreement.transpose(wiring);
    Map<String, double[][]> estimates = WiringInference.comparators(simulate(wiring));
    for (String method : List.of("correlation", "partial correlation")) {
      WiringInference there = WiringInference.of(method, estimates.get(method), wiring);
      WiringInference back = WiringInference.of(method, estimates.get(method), turned);
      assertEquals(there.auprc(), back.auprc(), 0, method);
      assertEquals(there.auroc(), back.auroc(), 0, method);
      assertEquals(there.score().precision(), back.score().precision(), 0, method);
      assertTrue(there.score().precision() <= 0.5 + 1e-9 || there.score().found() % 2 == 0);
    }
  }

  @Test
  void refusesAnotherNumberOfRegions() {
    assertThrows(BadInput.class, () -> WiringInference.of("x", new double[3][3], new double[4][4]));
  }
}

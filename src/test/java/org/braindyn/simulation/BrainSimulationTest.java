package org.braindyn.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrainSimulationTest {
  private static final Regions REGIONS = Regions.numbered("R", 4);
  private static final double[][] WIRING = {{0, 1, 0, 0}, {0, 0, 1, 0}, {1, 0, 0, 0}, {0, 0, 0, 0}};

  private static BrainSimulation.Settings settings(BrainSimulation.Kind kind, double gain) {
    return new BrainSimulation.Settings(kind, gain, 100, 2, 0.1, 3);
  }

  @ParameterizedTest
  @EnumSource(BrainSimulation.Kind.class)
  void stimulationReachesLinkedRegionsOnly(BrainSimulation.Kind kind) {
    BrainSimulation result = BrainSimulation.run(settings(kind, 0.6), REGIONS, WIRING, 0, 1, 4, 15);
    double[][] effect = result.response().values();
    double[] peak = new double[4];
    for (int r = 0; r < 4; r++) {
      for (double v : effect[r]) {
        peak[r] = Math.max(peak[r], Math.abs(v));
      }
    }
    assertTrue(peak[0] > peak[1] && peak[1] > peak[2] && peak[2] > 0.01, "chain 1 > 2 > 3");
    assertEquals(0, peak[3], "no link leads there");
    assertEquals(100, result.signals().frames());
    assertTrue(result.wiring()[0][1] > 0 && result.wiring()[1][0] == 0, "row = source");
    BrainSimulation quiet = BrainSimulation.run(settings(kind, 0.6), REGIONS, WIRING, -1, 1, 4, 15);
    assertNull(quiet.response());
    assertEquals(result.signals().values()[2][50], quiet.signals().values()[2][50]);
  }

  @ParameterizedTest
  @EnumSource(BrainSimulation.Kind.class)
  void refusesWhatCannotBe(BrainSimulation.Kind kind) {
    assertThrows(BadInput.class, () -> settings(kind, -1));
    assertThrows(BadInput.class, () -> BrainSimulation.Kind.of("spin"));
    assertThrows(
        BadInput.class,
        () ->
            BrainSimulation.run(
                settings(kind, 0.5), Regions.numbered("R", 3), WIRING, 0, 1, 4, 15));
  }
}

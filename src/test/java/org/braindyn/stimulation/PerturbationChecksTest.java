package org.braindyn.stimulation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.model.parameter.Variant;
import org.braindyn.perturbation.ConnectionStatistics;
import org.junit.jupiter.api.Test;

/** What would change nothing is refused before anything is trained or run. */
class PerturbationChecksTest {
  private static StimulationPlan plan(double amplitude) {
    return StimulationPlan.of(3, 100, Variant.CONTINUOUS, 1, amplitude, 1);
  }

  @Test
  void aReportWithoutStimulusIsRefused() {
    for (double amplitude : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY}) {
      BadInput refused = assertThrows(BadInput.class, () -> plan(amplitude));
      assertTrue(refused.getMessage().contains("amplitude=" + amplitude));
    }
    assertEquals(-0.5, plan(-0.5).stimulus());
  }

  @Test
  void theSizeOfAnImpulseMattersOnlyToAnImpulse() {
    assertThrows(BadInput.class, () -> ConnectSignals.checkImpulse(false, 0));
    assertDoesNotThrow(() -> ConnectSignals.checkImpulse(true, 0));
  }

  @Test
  void aRegionWithoutLinksHasNoStrongestTarget() {
    double[][] effect = {{1, 0, 0}, {0, 1, 0.3}, {0.2, -0.4, 1}};
    double[][] none = new double[3][3];
    for (double[] row : none) {
      Arrays.fill(row, Double.NaN);
    }
    var statistics =
        new ConnectionStatistics(Regions.numbered("R", 3), effect, none, none, none, none);
    var targets = ConnectionTables.hubs(statistics).rows().stream().map(row -> row.get(4)).toList();
    assertEquals("none", targets.get(0));
    assertEquals(statistics.regions().get(2).name(), targets.get(1));
    assertEquals(statistics.regions().get(1).name(), targets.get(2));
    assertTrue(ConnectSignals.silent(effect).startsWith("Note: 1 of 3 regions"));
    effect[0][2] = -1e-9;
    assertEquals("", ConnectSignals.silent(effect));
  }
}

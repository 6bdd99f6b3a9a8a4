package org.braindyn.pipeline;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.BadInput;
import org.braindyn.model.Variant;
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
}

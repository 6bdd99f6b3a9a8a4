package org.braindyn.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;

class HopfNetworkTest {
  private static double[][] run(HopfNetwork network, double seconds, Stimulus... stimuli) {
    return network.run(0, seconds, List.of(stimuli), Seed.of(2), Progress.NONE);
  }

  /** Above the bifurcation the limit cycle has radius sqrt(a) and the given frequency. */
  @Test
  void limitCycleHasTheKnownRadiusAndFrequency() {
    HopfNetwork network =
        new HopfNetwork(new double[1][1], 0, 0.5, new double[] {0.05}, 1e-6, 0.01);
    double[] x = run(network, 400, Stimulus.drive(0, 0, 1, 0.5))[0];
    double top = 0;
    int crossings = 0;
    for (int s = 20_000; s < x.length; s++) {
      top = Math.max(top, x[s]);
      crossings += x[s - 1] < 0 && x[s] >= 0 ? 1 : 0;
    }
    assertEquals(Math.sqrt(0.5), top, 0.005);
    assertEquals(10, crossings, 1, "cycles in 200 s");
  }

  @Test
  void stimulusReachesCoupledRegionsOnly() {
    double[][] c = {{0, 1, 0}, {1, 0, 0}, {0, 0, 0}};
    HopfNetwork network = new HopfNetwork(c, 0.3, -0.2, new double[] {0.03, 0.05, 0.04}, 0.1, 0.1);
    double[][] with = run(network, 100, Stimulus.drive(0, 50, 5, 0.5));
    double[][] without = run(network, 100);
    assertArrayEquals(without[2], with[2], "not connected");
    assertEquals(without[1][499], with[1][499]);
    assertTrue(with[1][560] - without[1][560] > 0.05);
    double[][] silenced = run(network, 100, Stimulus.silence(0, 50, 10));
    assertEquals(0, silenced[0][550]);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThrows(
        BadInput.class, () -> new HopfNetwork(new double[2][2], 1, 0, new double[3], 0, 0.1));
    assertThrows(
        BadInput.class, () -> new HopfNetwork(new double[2][2], 1, 0, new double[2], 0, 2));
  }
}

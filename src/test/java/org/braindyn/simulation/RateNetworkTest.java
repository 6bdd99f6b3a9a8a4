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

class RateNetworkTest {
  // 0 excites 1, 1 inhibits 2
  private static final double[][] CHAIN = {{0, 0.5, 0}, {0, 0, -0.8}, {0, 0, 0}};

  private static double[][] run(RateNetwork network, long seed, Stimulus... stimuli) {
    return network.run(0, 200, List.of(stimuli), Seed.of(seed), Progress.NONE);
  }

  @Test
  void steadyResponseIsTheResolvent() {
    double[][] x = run(new RateNetwork(CHAIN, 1, false, 0, 0.01), 1, Stimulus.drive(0, 0, 200, 2));
    int last = x[0].length - 1;
    assertEquals(2, x[0][last], 1e-9);
    assertEquals(1, x[1][last], 1e-9);
    assertEquals(-0.8, x[2][last], 1e-9);
  }

  @Test
  void isolatedRegionHasTheGivenSdAndTimeConstant() {
    double[][] none = new double[40][40];
    double[][] x =
        new RateNetwork(none, 2, false, 0.7, 0.02)
            .run(40, 400, List.of(), Seed.of(3), Progress.NONE);
    double square = 0;
    double lagged = 0;
    int count = 0;
    for (double[] row : x) {
      for (int s = 2000; s + 100 < row.length; s++, count++) {
        square += row[s] * row[s];
        lagged += row[s] * row[s + 100]; // 2 s later
      }
    }
    assertEquals(0.7, Math.sqrt(square / count), 0.02);
    assertEquals(Math.exp(-1), lagged / square, 0.04);
  }

  @Test
  void stimulusDoesNotChangeTheRandomNumbers() {
    RateNetwork network = new RateNetwork(CHAIN, 1, false, 1, 0.05);
    Stimulus stimulus = Stimulus.drive(0, 50, 5, 1);
    double[][] a = difference(run(network, 1, stimulus), run(network, 1));
    double[][] b = difference(run(network, 2, stimulus), run(network, 2));
    for (int r = 0; r < 3; r++) {
      assertArrayEquals(a[r], b[r], 1e-12, "a linear network answers every state alike");
      assertEquals(0, a[r][999], 0, "nothing before the onset");
    }
    assertTrue(a[1][1100] > 0.1 && a[2][1100] < -0.1, "signs follow the wiring");
  }

  @Test
  void silencedRegionIsZeroAndSendsNothing() {
    RateNetwork network = new RateNetwork(CHAIN, 1, true, 1, 0.05);
    double[][] x = run(network, 1, Stimulus.silence(0, 20, 30));
    for (int s = 400; s < 1000; s++) {
      assertEquals(0, x[0][s]);
    }
    assertTrue(x[0][1100] != 0);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThrows(BadInput.class, () -> new RateNetwork(CHAIN, 1, true, 1, 2));
    assertThrows(BadInput.class, () -> new RateNetwork(new double[2][3], 1, true, 1, 0.1));
    assertThrows(BadInput.class, () -> Stimulus.drive(0, -1, 1, 1));
    assertThrows(BadInput.class, () -> Stimulus.drive(0, 1, 1, Double.NaN));
    assertThrows(BadInput.class, () -> Wiring.random(4, 2, 0, 0.9, Seed.of(1)));
  }

  @Test
  void wiringIsOneWayAndStable() {
    double[][] w = Wiring.random(20, 2, 0.25, 0.9, Seed.of(5));
    int links = 0;
    int negative = 0;
    for (int u = 0; u < 20; u++) {
      for (int v = 0; v < 20; v++) {
        links += w[u][v] != 0 ? 1 : 0;
        negative += w[u][v] < 0 ? 1 : 0;
        assertTrue(w[u][v] == 0 || w[v][u] == 0);
      }
    }
    assertEquals(40, links);
    assertTrue(negative >= 3 && negative <= 20, "inhibitory links: " + negative);
  }

  private static double[][] difference(double[][] a, double[][] b) {
    double[][] d = new double[a.length][a[0].length];
    for (int r = 0; r < a.length; r++) {
      for (int s = 0; s < a[r].length; s++) {
        d[r][s] = a[r][s] - b[r][s];
      }
    }
    return d;
  }
}

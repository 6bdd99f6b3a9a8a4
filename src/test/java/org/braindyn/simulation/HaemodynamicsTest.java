package org.braindyn.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HaemodynamicsTest {
  @Test
  void kernelIsTheCanonicalResponse() {
    double[] h = Haemodynamics.kernel(0.5);
    assertEquals(1, Arrays.stream(h).sum(), 1e-12);
    // scipy.stats.gamma.pdf(t, 6) - gamma.pdf(t, 16) / 6, normalised by its sum
    assertEquals(0.02165038572400732, h[4], 1e-12);
    assertEquals(0.10524885312742524, h[10], 1e-12);
    assertEquals(-0.009080746775305515, h[30], 1e-12);
  }

  @Test
  void constantActivityGivesTheSameBold() {
    double[][] neural = new double[1][1000];
    Arrays.fill(neural[0], 3);
    double[][] bold = Haemodynamics.bold(neural, 0.1, 400, 20, 10);
    for (double b : bold[0]) {
      assertEquals(3, b, 1e-9);
    }
  }

  @Test
  void impulsePeaksFiveSecondsLater() {
    double[][] neural = new double[1][1000];
    neural[0][400] = 1;
    double[][] bold = Haemodynamics.bold(neural, 0.1, 400, 10, 30);
    int peak = 0;
    for (int f = 0; f < 30; f++) {
      peak = bold[0][f] > bold[0][peak] ? f : peak;
    }
    assertEquals(5, peak);
  }
}

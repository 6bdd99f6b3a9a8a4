package org.braindyn.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.BadInput;
import org.braindyn.kernel.linalg.Matrix;
import org.junit.jupiter.api.Test;

class FunctionalGradientsTest {
  /** Regions on a ring that correlate by their distance. */
  private static Matrix ring(int n, double noise) {
    java.util.Random random = new java.util.Random(3);
    Matrix c = new Matrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double distance = Math.min(i - j, n - i + j);
        double r =
            Math.exp(-distance * distance / 18) + (i == j ? 0 : noise * random.nextGaussian());
        c.set(i, j, r);
        c.set(j, i, r);
      }
    }
    return c;
  }

  /** The diffusion map of a ring is a circle: two gradients, cosine and sine of equal size. */
  @Test
  void aRingBecomesACircle() {
    int n = 40;
    double[][] g = FunctionalGradients.of(ring(n, 0), 2);
    for (int i = 0; i < n; i++) {
      assertEquals(0.5, g[i][0] * g[i][0] + g[i][1] * g[i][1], 1e-6);
      double step = Math.hypot(g[(i + 1) % n][0] - g[i][0], g[(i + 1) % n][1] - g[i][1]);
      assertEquals(2 * Math.sqrt(0.5) * Math.sin(Math.PI / n), step, 1e-6);
    }
  }

  /** Another order of the regions gives the same places. */
  @Test
  void theOrderOfRegionsDoesNotMatter() {
    Matrix c = ring(30, 0.02);
    Matrix turned = new Matrix(30, 30);
    for (int i = 0; i < 30; i++) {
      for (int j = 0; j < 30; j++) {
        turned.set(i, j, c.get(i * 7 % 30, j * 7 % 30));
      }
    }
    double[][] one = FunctionalGradients.of(c, 3);
    double[][] two = FunctionalGradients.of(turned, 3);
    for (int i = 0; i < 30; i++) {
      for (int k = 0; k < 3; k++) {
        assertEquals(one[i * 7 % 30][k], two[i][k], 1e-8);
      }
    }
  }

  @Test
  void mistakesAreNamed() {
    assertThrows(BadInput.class, () -> FunctionalGradients.of(ring(5, 0), 5));
    Matrix constant = ring(5, 0);
    constant.set(2, 3, Double.NaN);
    BadInput e = assertThrows(BadInput.class, () -> FunctionalGradients.of(constant, 2));
    assertTrue(e.getMessage().contains("constant"), e.getMessage());
  }
}

package org.braindyn.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;

class SpectralAbscissaTest {
  private static double[][] random(int n, long seed) {
    Seed.Stream random = Seed.of(seed).stream("matrix");
    double[][] a = new double[n][n];
    Arrays.stream(a).forEach(row -> Arrays.setAll(row, j -> random.gaussian()));
    return a;
  }

  @Test
  void asEigenvalues() {
    for (int seed = 1; seed <= 5; seed++) {
      double[][] a = random(8 + seed, seed);
      double[] real = new EigenDecomposition(MatrixUtils.createRealMatrix(a)).getRealEigenvalues();
      assertEquals(Arrays.stream(real).max().orElse(0), SpectralAbscissa.of(a), 1e-9);
    }
    double[][] turning = {{-0.25, 2}, {-2, -0.25}};
    assertEquals(-0.25, SpectralAbscissa.of(turning), 1e-12);
  }

  /** The eigenvalues of a defective matrix, which general routines miss by the n-th root. */
  @Test
  void whatHasNoCycleDoesNotGrow() {
    double[][] chain = new double[30][30];
    for (int i = 0; i + 1 < 30; i++) {
      chain[i][i + 1] = 3;
    }
    assertEquals(0, SpectralAbscissa.of(chain), 1e-9);
    assertEquals(0, SpectralAbscissa.of(new double[3][3]), 0);
  }

  /** This many regions ended in an error once. */
  @Test
  void aWiringOfTwoHundredRegions() {
    double[][] weight = Wiring.random(200, 3, 0.2, 0.9, Seed.of(1));
    assertEquals(0.9, SpectralAbscissa.of(weight), 1e-9);
    double[][] shared = new double[200][200]; // 1 twice, and many zeros
    for (int i = 0; i < 200; i++) {
      shared[i][i / 100] = 1.0;
    }
    assertEquals(0.5, SpectralAbscissa.of(Wiring.scaled(shared, 0.5)), 1e-9);
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThrows(BadInput.class, () -> SpectralAbscissa.of(new double[][] {{Double.NaN}}));
  }
}

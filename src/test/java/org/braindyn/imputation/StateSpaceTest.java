package org.braindyn.imputation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.kernel.linalg.Matrix;
import org.junit.jupiter.api.Test;

/** Moments that are no process's: each lag may come from other frames. */
class StateSpaceTest {
  private static final int FRAMES = 6000;

  /** Two regions whose lagged covariances are these shares of their variance. */
  private static LagMoments moments(double... lags) {
    List<Matrix> all = new ArrayList<>();
    for (double lag : lags) {
      Matrix m = new Matrix(2, 2);
      m.set(0, 0, lag);
      m.set(1, 1, lag);
      m.set(0, 1, 0.3 * lag);
      m.set(1, 0, 0.3 * lag);
      all.add(m);
    }
    return new LagMoments(all, Double.NaN, 1000);
  }

  /** Roots of 1.9 a step: variances would overflow within 600 frames. */
  @Test
  void aGrowingProcessFadesInALongGap() {
    for (double[] lags :
        new double[][] {{1, 1.3}, {1, 0.2, 1.4}, {1, 0.9, 0.9, 2.5}, {1, -0.9, 0.9, -1.5}}) {
      StateSpace model = StateSpace.of(moments(lags), lags.length - 1, 0.03);
      double[][] z = new double[2][FRAMES];
      boolean[][] seen = new boolean[2][FRAMES];
      for (int n = 0; n < 2; n++) {
        for (int t = 0; t < FRAMES; t++) {
          seen[n][t] = t < 50 || t >= FRAMES - 50;
          z[n][t] = seen[n][t] ? Math.sin(0.3 * t + n) : 0;
        }
      }
      Estimate filled = new KalmanSmoother(model, 0.1).fill(z, seen, Progress.NONE);
      for (int t = 0; t < FRAMES; t++) {
        assertTrue(Math.abs(filled.mean()[0][t]) < 10, "frame " + t);
        assertTrue(filled.variance()[0][t] >= 0, "frame " + t);
      }
      assertEquals(0, filled.mean()[0][FRAMES / 2], 0.5);
    }
  }

  /** A process that fades by itself is left as it is: AR(1) of 0.97, no ridge. */
  @Test
  void aFadingProcessStays() {
    StateSpace model = StateSpace.of(moments(1, 0.97), 1, 0);
    assertEquals(0.97, model.coefficients().get(0, 0), 1e-12);
    assertEquals(0, model.coefficients().get(0, 1), 1e-12);
  }
}

package org.braindyn.kernel.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.special.Erf;
import org.braindyn.data.Precision;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenOpsTest {
  @Test
  void numbersInFloat() {
    double exp = 0;
    double normal = 0;
    for (double x = -12; x <= 12; x += 1e-4) {
      float f = (float) x;
      if (f <= 0) {
        exp = Math.max(exp, Math.abs(FloatNumbers.exp(f) / Math.exp(f) - 1));
      }
      double phi = 0.5 * Erf.erfc(-f / Math.sqrt(2));
      normal = Math.max(normal, Math.abs(FloatNumbers.normal(f) - phi));
      assertEquals(Math.tanh(f), FloatNumbers.tanh(f), 5e-7);
    }
    assertTrue(exp < 6e-6, "relative error of exp " + exp);
    assertTrue(normal < 3e-7, "error of the normal distribution " + normal);
    assertEquals(1f, FloatNumbers.exp(0));
    assertEquals(0, FloatNumbers.exp(Float.NEGATIVE_INFINITY), 1e-17);
    assertTrue(Float.isNaN(FloatNumbers.exp(Float.NaN)), "NaN must not vanish");
    assertTrue(Float.isNaN(FloatNumbers.normal(Float.NaN)), "NaN must not vanish");
  }

  @Test
  void normalDistributionInDouble() {
    for (double x = -9; x <= 9; x += 3.7e-3) {
      assertEquals(0.5 * (1 + Erf.erf(x / Math.sqrt(2))), DoubleNumbers.normal(x), 1e-15);
    }
    assertTrue(Double.isNaN(DoubleNumbers.normal(Double.NaN)), "NaN must not vanish");
  }

  /** Softmax and its gradient beside the plain formulas, also where a run is not full. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void softmax(Precision precision) {
    int queries = 37;
    int keys = 301;
    double tolerance = precision == Precision.FLOAT ? 3e-6 : 1e-14;
    double[] s = new Random(1).doubles(queries * keys, -5, 5).toArray();
    double[] g = new Random(2).doubles(queries * keys, -1, 1).toArray();
    try (Kernel kernel = Kernel.best(precision)) {
      ScoreOps ops = new TokenOps(precision).scores();
      Panel p = kernel.panel(queries * keys);
      Panel d = kernel.panel(queries * keys);
      Vec largest = kernel.vec(queries);
      Vec inverse = kernel.vec(queries);
      ScoreOps.State state = new ScoreOps.State(largest, inverse, kernel.vec(queries));
      int half = 150;
      p.put(0, kernel.vec(s), 0, queries * half);
      ops.exponentials(p, queries, half, true, state, 0);
      Vec all = kernel.vec(s);
      p.put(0, all, queries * half, queries * (keys - half));
      ops.exponentials(p, queries, keys - half, false, state, 0);
      ops.invert(inverse, 0, queries);
      p.put(0, kernel.vec(s), 0, queries * keys);
      ops.again(p, queries, keys, largest, inverse, 0);
      d.put(0, kernel.vec(g), 0, queries * keys);
      double[] dots = new double[queries];
      double[][] soft = new double[queries][keys];
      for (int i = 0; i < queries; i++) {
        double sum = 0;
        for (int j = 0; j < keys; j++) {
          soft[i][j] = Math.exp(s[j * queries + i]);
          sum += soft[i][j];
        }
        for (int j = 0; j < keys; j++) {
          soft[i][j] /= sum;
          dots[i] += soft[i][j] * g[j * queries + i];
        }
      }
      ops.gradient(p, d, queries, keys, kernel.vec(dots));
      Vec out = kernel.vec(queries * keys);
      Vec grad = kernel.vec(queries * keys);
      p.get(0, out, 0, queries * keys);
      d.get(0, grad, 0, queries * keys);
      for (int i = 0; i < queries; i++) {
        for (int j = 0; j < keys; j++) {
          assertEquals(soft[i][j], out.get(j * queries + i), tolerance);
          double expected = soft[i][j] * (g[j * queries + i] - dots[i]);
          assertEquals(expected, grad.get(j * queries + i), tolerance);
        }
      }
    }
  }
}

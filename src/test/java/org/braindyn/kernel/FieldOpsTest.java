package org.braindyn.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.braindyn.data.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** tanh from panel to panel against Java's own, also where the quick way of computing it ends. */
class FieldOpsTest {
  private static final int ROWS = 500;
  private static final double[] EXTREMES = {
    1e5, -1e6, 1e20, 3e38, -1e38, Double.NaN, 0.5, Double.POSITIVE_INFINITY
  };

  @ParameterizedTest
  @EnumSource(Precision.class)
  void activateAndBack(Precision precision) {
    for (int width : new int[] {1, 5, 128, 1500}) {
      double[] z = new Random(1).doubles(ROWS * width, -14, 14).toArray();
      for (int i = 0; i < 200; i++) {
        z[i] *= 1e-4;
      }
      compare(precision, width, z);
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void extremesAreOneAndNotANumberStays(Precision precision) {
    double[] z = new double[ROWS * 5];
    System.arraycopy(EXTREMES, 0, z, 1500, EXTREMES.length);
    compare(precision, 5, z);
  }

  private static void compare(Precision precision, int width, double[] z) {
    int n = z.length;
    try (Kernel kernel = Kernel.best(precision)) {
      Panel from = kernel.panel(n);
      Panel to = kernel.panel(n + 3);
      Vec values = kernel.vec(z);
      from.put(0, values, 0, n);
      kernel.field().activate(from, n, to, 3);
      Vec y = kernel.vec(n);
      to.get(3, y, 0, n);
      for (int i = 0; i < n; i++) {
        assertTanh(precision, values.get(i), y.get(i));
      }
      Vec sum = kernel.vec(n);
      kernel.field().activateBack(from, n, to, 3, sum);
      Vec gradient = kernel.vec(n);
      from.get(0, gradient, 0, n);
      double[] expected = new double[width];
      for (int i = 0; i < n; i++) {
        assertGradient(values.get(i), y.get(i), 1, gradient.get(i));
        assertTrue(!(Math.abs(gradient.get(i) - sum.get(i)) > 0), "sum at " + i);
        expected[i % width] += gradient.get(i);
      }
      from.put(0, values, 0, n);
      Vec sums = kernel.vec(kernel.field().run(width));
      kernel.field().activateBackByRuns(from, n, to, 3, sums);
      assertSums(expected, sums, n);
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void oneInputAndOneOutput(Precision precision) {
    for (int width : new int[] {1, 5, 128, 1500}) {
      double[] x = new Random(3).doubles(ROWS + 1, -3, 3).toArray();
      lines(precision, width, x);
      System.arraycopy(EXTREMES, 0, x, 400, EXTREMES.length);
      lines(precision, width, x);
    }
  }

  private static void lines(Precision precision, int width, double[] x) {
    int n = ROWS * width;
    try (Kernel kernel = Kernel.best(precision)) {
      double[] slope = new Random(4).doubles(width, -2, 2).toArray();
      Vec repeated = kernel.vec(kernel.field().run(width));
      for (int at = 0; at < repeated.length(); at += width) {
        repeated.read(at, slope, 0, width);
      }
      FieldOps.Line line = new FieldOps.Line(width, repeated);
      Vec inputs = kernel.vec(x);
      Vec add = kernel.vec(new Random(5).doubles(n, -2, 2).toArray());
      Panel to = kernel.panel(n + 3);
      kernel.field().activateLine(inputs, 1, line, add, n, to, 3);
      Vec y = kernel.vec(n);
      to.get(3, y, 0, n);
      Panel grad = kernel.panel(n);
      Vec sums = kernel.vec(kernel.field().run(width));
      kernel.field().activateBackLine(inputs, line, grad, n, to, 3, sums);
      Vec gradient = kernel.vec(n);
      grad.get(0, gradient, 0, n);
      double[] expected = new double[width];
      for (int i = 0; i < n; i++) {
        double in = inputs.get(1 + i / width);
        double z = in * repeated.get(i % width) + add.get(i);
        if (precision == Precision.FLOAT) {
          z = (float) ((float) in * (float) repeated.get(i % width)) + (float) add.get(i);
        }
        assertTanh(precision, z, y.get(i));
        assertGradient(inputs.get(i / width), y.get(i), repeated.get(i % width), gradient.get(i));
        expected[i % width] += gradient.get(i);
      }
      assertSums(expected, sums, n);
    }
  }

  private static void assertTanh(Precision precision, double x, double y) {
    double expected = Math.tanh(x);
    double error = Math.abs(y - expected);
    boolean close = error <= (precision == Precision.FLOAT ? 5e-7 * Math.abs(expected) : 4e-16);
    assertTrue(close || Double.isNaN(x) && Double.isNaN(y), "tanh of " + x + ": " + y);
  }

  private static void assertGradient(double grad, double y, double factor, double actual) {
    double size = Math.abs(grad * factor);
    double error = Math.abs(actual - grad * factor * (1 - y * y));
    boolean tooLarge = size > 1e38; // for float
    assertTrue(tooLarge || !(error > 1e-6 * size), "gradient " + actual + " of " + grad + ", " + y);
  }

  private static void assertSums(double[] expected, Vec sums, int n) {
    int width = expected.length;
    for (int u = 0; u < width; u++) {
      double sum = 0;
      for (int at = u; at < sums.length(); at += width) {
        sum += sums.get(at);
      }
      assertTrue(!(Math.abs(sum - expected[u]) > 1e-5 * n / width), "sum of unit " + u);
    }
  }
}

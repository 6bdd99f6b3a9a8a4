package org.braindyn.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.braindyn.data.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** tanh from panel to panel against Java's own, also where the quick way of computing it ends. */
class FieldOpsTest {
  private static final int SIZE = 2500;

  @ParameterizedTest
  @EnumSource(Precision.class)
  void activateAndBack(Precision precision) {
    double[] z = new Random(1).doubles(SIZE, -12, 12).toArray();
    double[] add = new Random(2).doubles(SIZE, -2, 2).toArray();
    for (int i = 0; i < 200; i++) {
      z[i] *= 1e-4;
      add[i] = 0;
    }
    compare(precision, z, add);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void extremesAreOneAndNotANumberStays(Precision precision) {
    double[] z = new double[SIZE];
    double[] extreme = {1e5, -1e6, 1e20, 3e38, -1e38, Double.NaN, 0.5, Double.POSITIVE_INFINITY};
    System.arraycopy(extreme, 0, z, 1500, extreme.length);
    compare(precision, z, new double[SIZE]);
  }

  private static void compare(Precision precision, double[] z, double[] add) {
    boolean single = precision == Precision.FLOAT;
    try (Kernel kernel = Kernel.best(precision)) {
      Panel from = kernel.panel(SIZE);
      Panel to = kernel.panel(SIZE + 3);
      Vec sum = kernel.vec(SIZE);
      Vec values = kernel.vec(z);
      Vec more = kernel.vec(add);
      from.put(0, values, 0, SIZE);
      kernel.field().activate(from, more, SIZE, to, 3);
      Vec y = kernel.vec(SIZE);
      to.get(3, y, 0, SIZE);
      for (int i = 0; i < SIZE; i++) {
        double x = values.get(i) + more.get(i);
        x = single ? (float) x : x;
        double expected = Math.tanh(x);
        double error = Math.abs(y.get(i) - expected);
        boolean close = error <= (single ? 5e-7 * Math.abs(expected) : 4e-16);
        assertTrue(close || Double.isNaN(x) && Double.isNaN(y.get(i)), "tanh of " + x);
      }
      kernel.field().activateBack(from, SIZE, to, 3, sum);
      Vec gradient = kernel.vec(SIZE);
      from.get(0, gradient, 0, SIZE);
      for (int i = 0; i < SIZE; i++) {
        double expected = values.get(i) * (1 - y.get(i) * y.get(i));
        double error = Math.abs(gradient.get(i) - expected);
        assertTrue(!(error > 1e-6 * Math.abs(values.get(i))), "gradient at " + i);
        assertTrue(!(Math.abs(gradient.get(i) - sum.get(i)) > 0), "sum at " + i);
      }
    }
  }
}

package org.braindyn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.braindyn.data.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelTest {
  @Test
  void tanhInFloat() {
    double worst = 0;
    for (double x = -20; x <= 20; x += 1e-4) {
      float f = (float) x;
      worst = Math.max(worst, Math.abs(FloatMath.tanh(f) / Math.tanh(f) - 1));
    }
    assertTrue(worst < 5e-7, "relative error " + worst);
    assertEquals(0, FloatMath.tanh(0));
    assertTrue(Float.isNaN(FloatMath.tanh(Float.NaN)), "NaN must not vanish");
    assertEquals(1 / (1 + Math.exp(-3)), FloatMath.sigmoid(3), 2e-7);
  }

  @Test
  void tanhInDouble() {
    for (double x = -30; x <= 30; x += 1e-3) {
      assertEquals(Math.tanh(x), DoubleMath.tanh(x), 4e-16);
    }
  }

  @Test
  void nativeLibraryIsThere() {
    assertNull(Kernel.message());
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void plainProducts(Precision precision) {
    check(Kernel.plain(precision), precision == Precision.FLOAT ? 2e-5 : 1e-13);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void nativeProducts(Precision precision) {
    check(Kernel.best(precision), precision == Precision.FLOAT ? 2e-5 : 1e-13);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void productsInArraysOfNd4j(Precision precision) {
    check(Kernel.nd4j(precision), precision == Precision.FLOAT ? 2e-5 : 1e-13);
  }

  /** Blocks inside larger panels, as the model uses them: all must touch the same places. */
  @Test
  void everyPathAgreesOnBlocks() {
    double[] start = new Random(3).doubles(60, -1, 1).toArray();
    double[][] results = new double[3][60];
    Kernel[] kernels = {
      Kernel.plain(Precision.DOUBLE), Kernel.best(Precision.DOUBLE), Kernel.nd4j(Precision.DOUBLE)
    };
    for (int which = 0; which < kernels.length; which++) {
      try (Kernel kernel = kernels[which]) {
        Panel a = kernel.panel(60);
        Panel b = kernel.panel(60);
        Panel c = kernel.panel(60);
        a.put(0, kernel.vec(start), 0, 60);
        b.put(0, kernel.vec(start), 0, 60);
        c.put(0, kernel.vec(start), 0, 60);
        kernel.multiply(
            3, 2, 4, Block.transposed(a, 5, 7), Block.transposed(b, 11, 6), 1, Block.of(c, 9, 5));
        Vec values = kernel.vec(60);
        c.get(0, values, 0, 60);
        for (int i = 0; i < 60; i++) {
          results[which][i] = values.get(i);
        }
      }
    }
    assertArrayEquals(results[0], results[1], 1e-13);
    assertArrayEquals(results[1], results[2], "the same calls on another memory");
    assertTrue(results[0][9] != start[9], "nothing was computed");
    assertEquals(start[12], results[0][12], 0, "a place outside of the block was written");
  }

  /** ND4J's start sets OpenBLAS to many threads: slower on our blocks, and other bytes. */
  @Test
  void openBlasStaysOnOneThreadWhenNd4jStarts() {
    try (NativePanel panel = Nd4jMemory.panel(true, 1)) {
      assertEquals(1, org.bytedeco.openblas.global.openblas_nolapack.blas_get_num_threads());
    }
  }

  @Test
  void arraysOfNd4jBeginAtCacheLinesWithZeros() {
    for (int size : new int[] {1, 7, 1000}) {
      for (boolean single : new boolean[] {true, false}) {
        try (NativePanel panel = Nd4jMemory.panel(single, size)) {
          assertEquals(0, (single ? panel.floats : panel.doubles).address() % 64);
          Vec values = Kernel.plain(single ? Precision.FLOAT : Precision.DOUBLE).vec(size);
          panel.get(0, values, 0, size);
          for (int i = 0; i < size; i++) {
            assertEquals(0, values.get(i));
          }
        }
      }
    }
  }

  /** All three products against the sum that defines them. */
  private static void check(Kernel kernel, double tolerance) {
    int m = 13;
    int n = 9;
    int k = 37;
    double[] a = new Random(1).doubles(m * k, -1, 1).toArray();
    double[] b = new Random(2).doubles(n * k, -1, 1).toArray();
    try (kernel) {
      Panel pa = kernel.panel(m * k);
      Panel pb = kernel.panel(n * k);
      Panel pc = kernel.panel(m * n);
      pa.put(0, kernel.vec(a), 0, m * k);
      pb.put(0, kernel.vec(b), 0, n * k);
      for (int way = 0; way < 3; way++) {
        pc.clear(m * n);
        for (int beta = 0; beta < 2; beta++) {
          switch (way) {
            case 0 -> kernel.multiply(m, n, k, pa, 0, pb, beta, pc, 0);
            case 1 -> kernel.multiplyByTransposed(m, n, k, pa, 0, pb, beta, pc, 0);
            default -> kernel.multiplyTransposed(m, n, k, pa, 0, pb, 0, beta, pc);
          }
        }
        Vec c = kernel.vec(m * n);
        pc.get(0, c, 0, m * n);
        for (int i = 0; i < m; i++) {
          for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int p = 0; p < k; p++) {
              sum += a[way == 2 ? i * k + p : p * m + i] * b[way == 1 ? p * n + j : j * k + p];
            }
            assertEquals(2 * sum, c.get(j * m + i), tolerance, "way " + way);
          }
        }
      }
    }
  }
}

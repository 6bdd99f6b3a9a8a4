package org.braindyn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.braindyn.data.Precision;
import org.braindyn.kernel.memory.MemoryUse;
import org.braindyn.model.parameter.ParameterStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every owner of arrays with its products keeps: plain Java, OpenBLAS alone, ND4J. */
class ArrayContractTest {
  private enum Owner {
    JAVA,
    OPENBLAS,
    ND4J;

    Kernel kernel(Precision precision) {
      return switch (this) {
        case JAVA -> Kernel.plain(precision);
        case OPENBLAS ->
            new Kernel(
                precision, new NativeProducts(precision == Precision.FLOAT, NativePanel::of));
        case ND4J -> Kernel.nd4j(precision);
      };
    }
  }

  private static Stream<Arguments> owners() {
    return Stream.of(Owner.values())
        .flatMap(o -> Stream.of(Precision.values()).map(p -> Arguments.of(o, p)));
  }

  private static Vec random(Kernel kernel, int size, int seed) {
    return kernel.vec(new Random(seed).doubles(size, -1, 1).toArray());
  }

  @ParameterizedTest
  @MethodSource("owners")
  void newPanelsAreZeroAndTakeRuns(Owner owner, Precision precision) {
    try (Kernel kernel = owner.kernel(precision)) {
      for (int size : new int[] {1, 7, 1000}) {
        Panel panel = kernel.panel(size);
        Vec values = random(kernel, size, 1);
        panel.get(0, values, 0, size);
        for (int i = 0; i < size; i++) {
          assertEquals(0, values.get(i));
        }
        Vec source = random(kernel, size, 2);
        panel.put(size / 2, source, 0, size - size / 2);
        panel.get(size / 2, values, 0, size - size / 2);
        assertEquals(source.get(0), values.get(0));
        assertEquals(source.get((size - 1) / 2), values.get((size - 1) / 2));
        panel.clear(size);
        panel.get(0, values, 0, size);
        assertEquals(0, values.get(size / 2));
      }
    }
  }

  /** Whole, small, in pieces of rows, and of one column; all transposes; in blocks of panels. */
  @ParameterizedTest
  @MethodSource("owners")
  void productsAreTheSumsThatDefineThem(Owner owner, Precision precision) {
    int[][] shapes = {{13, 9, 37}, {97, 17, 65}, {128, 48, 128}, {130, 1, 40}, {200, 70, 90}};
    double tolerance = precision == Precision.FLOAT ? 5e-5 : 1e-12;
    for (int[] shape : shapes) {
      int m = shape[0];
      int n = shape[1];
      int k = shape[2];
      for (int way = 0; way < 4; way++) {
        boolean ta = way % 2 == 1;
        boolean tb = way > 1;
        int lda = (ta ? k : m) + 3;
        int ldb = (tb ? n : k) + 2;
        int ldc = m + 1;
        try (Kernel kernel = owner.kernel(precision)) {
          Vec a = random(kernel, 5 + lda * (ta ? m : k), 1);
          Vec b = random(kernel, 4 + ldb * (tb ? k : n), 2);
          Vec c = random(kernel, 2 + ldc * n, 3);
          Panel pa = kernel.panel(a.length());
          Panel pb = kernel.panel(b.length());
          Panel pc = kernel.panel(c.length());
          pa.put(0, a, 0, a.length());
          pb.put(0, b, 0, b.length());
          pc.put(0, c, 0, c.length());
          kernel.multiply(
              m,
              n,
              k,
              new Block(pa, 5, lda, ta),
              new Block(pb, 4, ldb, tb),
              1,
              Block.of(pc, 2, ldc));
          Vec result = kernel.vec(c.length());
          pc.get(0, result, 0, c.length());
          String what = String.join("x", "" + m, "" + n, "" + k) + " way " + way;
          for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
              double sum = c.get(2 + j * ldc + i);
              for (int l = 0; l < k; l++) {
                double left = a.get(5 + (ta ? i * lda + l : l * lda + i));
                sum += left * b.get(4 + (tb ? l * ldb + j : j * ldb + l));
              }
              assertEquals(sum, result.get(2 + j * ldc + i), tolerance, what);
            }
            int gap = 2 + j * ldc + m;
            if (gap < c.length()) {
              assertEquals(c.get(gap), result.get(gap), what + ": wrote beside the block");
            }
          }
        }
      }
    }
  }

  /** Whoever owns the memory, the products are the same calls. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void ownersOfNativeMemoryGiveTheSameBytes(Precision precision) {
    double[][] results = new double[2][];
    for (int w = 0; w < 2; w++) {
      try (Kernel kernel = (w == 0 ? Owner.OPENBLAS : Owner.ND4J).kernel(precision)) {
        Panel a = kernel.panel(96 * 130);
        Panel b = kernel.panel(130 * 70);
        Panel c = kernel.panel(96 * 70);
        a.put(0, random(kernel, 96 * 130, 1), 0, 96 * 130);
        b.put(0, random(kernel, 130 * 70, 2), 0, 130 * 70);
        kernel.multiply(96, 70, 130, a, 0, b, 0, c, 0);
        Vec result = kernel.vec(96 * 70);
        c.get(0, result, 0, 96 * 70);
        results[w] = new double[96 * 70];
        result.addTo(0, results[w], 0, 96 * 70);
      }
    }
    assertTrue(Arrays.equals(results[0], results[1]));
  }

  /** ND4J's start sets OpenBLAS to many threads: slower on our blocks, and other bytes. */
  @Test
  void openBlasStaysOnOneThreadWhenNd4jStarts() {
    try (NativePanel panel = Nd4jMemory.panel(true, 1)) {
      assertEquals(1, org.bytedeco.openblas.global.openblas_nolapack.blas_get_num_threads());
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(booleans = {true, false})
  void nativePanelsBeginAtCacheLines(boolean single) {
    for (int size : new int[] {1, 7, 1000}) {
      try (NativePanel one = Nd4jMemory.panel(single, size);
          NativePanel two = NativePanel.of(single, size)) {
        assertEquals(0, (single ? one.floats : one.doubles).address() % 64);
        assertEquals(0, (single ? two.floats : two.doubles).address() % 64);
      }
    }
  }

  /** Parameters move to whoever owns the arrays and back, and are the same numbers throughout. */
  @ParameterizedTest
  @EnumSource(Owner.class)
  void parametersLieInItWhileAModelUsesThem(Owner owner) {
    double[] values = new Random(4).doubles(1000, -1, 1).toArray();
    double[] read = new double[1000];
    ParameterStore store = new ParameterStore(1000);
    store.put(0, values, 0, 1000);
    assertFalse(store.settled());
    store.settle(owner.kernel(Precision.DOUBLE));
    store.settle(); // another model of the same parameters
    store.get(0, read, 0, 1000);
    assertArrayEquals(values, read);
    store.put(500, values, 0, 7);
    System.arraycopy(values, 0, values, 500, 7);
    store.release();
    assertTrue(store.settled(), "the other model is still there");
    store.get(490, read, 490, 30);
    assertArrayEquals(values, read);
    store.release();
    assertFalse(store.settled());
    store.get(0, read, 0, 1000);
    assertArrayEquals(values, read);
    assertThrows(IllegalStateException.class, store::release);
    store.settle(owner.kernel(Precision.DOUBLE));
    store.get(0, read, 0, 1000);
    assertArrayEquals(values, read);
    store.release();
  }

  /** Nobody reads freed memory: a move waits for those who read and write. */
  @ParameterizedTest
  @EnumSource(Owner.class)
  void parametersMoveWhileOthersReadThem(Owner owner) throws InterruptedException {
    double[] values = new Random(5).doubles(5000, -1, 1).toArray();
    ParameterStore store = new ParameterStore(5000);
    store.put(0, values, 0, 5000);
    long faults = MemoryUse.faults();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger wrong = new AtomicInteger();
    Thread[] readers = new Thread[2];
    for (int r = 0; r < readers.length; r++) {
      readers[r] =
          new Thread(
              () -> {
                double[] read = new double[5000];
                while (!over.get()) {
                  store.get(0, read, 0, 5000);
                  wrong.addAndGet(Arrays.equals(values, read) ? 0 : 1);
                  store.put(0, values, 0, 5000);
                }
              });
      readers[r].start();
    }
    for (int k = 0; k < 300; k++) {
      store.settle(owner.kernel(Precision.DOUBLE));
      store.release();
    }
    over.set(true);
    for (Thread reader : readers) {
      reader.join();
    }
    assertEquals(0, wrong.get());
    assertEquals(faults, MemoryUse.faults());
  }

  /** Where the jars are, ND4J owns the arrays of every kernel. */
  @Test
  void nd4jIsTheOwnerWhereItsJarsAre() {
    assertEquals(null, Kernel.arrays());
  }
}

package org.braindyn.kernel.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.braindyn.data.Cancelled;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.kernel.memory.MemoryUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After Esc, memory outside the heap is freed when nobody computes in it any more. */
@Timeout(20)
class MemoryOfStoppedWorkTest {
  @Test
  void aStoppedProductHasEndedBeforeItsMatricesAreFreed() {
    assumeTrue(NativeBackend.usable() && MemoryUse.WATCHED, "needs OpenBLAS and assertions on");
    long before = MemoryUse.faults();
    ForkJoinPool pool = new ForkJoinPool(4);
    try {
      for (int stopped = 0; stopped < 2; stopped++) {
        int stop = stopped;
        pool.submit(() -> assertThrows(Cancelled.class, () -> multiply(stop))).join();
      }
    } finally {
      pool.shutdown();
      pool.awaitQuiescence(10, TimeUnit.SECONDS);
    }
    assertEquals(before, MemoryUse.faults());
  }

  /** One task hears of Esc while the other multiplies; then the matrices are freed. */
  private static void multiply(int stopped) {
    CountDownLatch begun = new CountDownLatch(1);
    try (LargeMatrix a = new LargeMatrix(300, 300);
        LargeMatrix c = new LargeMatrix(300, 300)) {
      Parallel.each(
          2,
          k -> {
            if (k == stopped) {
              wait(begun);
              throw new Cancelled("Products");
            }
            for (int n = 0; n < 200; n++) {
              a.tiles().gram(300, 300, a.block(0, 0), c.block(0, 0));
              begun.countDown();
            }
          });
    }
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

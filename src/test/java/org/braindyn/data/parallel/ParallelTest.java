package org.braindyn.data.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.braindyn.data.Cancelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class ParallelTest {
  /** Runs in a pool of four, so that tasks are at once also where there is one processor. */
  private static void inPool(Runnable work) {
    ForkJoinPool pool = new ForkJoinPool(4);
    try {
      pool.submit(work).join();
    } finally {
      pool.shutdownNow();
    }
  }

  /**
   * A task throws while another computes; the streams of Java return before that has ended, if the
   * caller's own task is the one that throws.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void nobodyIsAtWorkWhenTheCallerHearsOfAFailure(int throwing) {
    AtomicInteger working = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    Cancelled stop = new Cancelled("Work");
    inPool(
        () -> {
          Cancelled heard =
              assertThrows(
                  Cancelled.class,
                  () ->
                      Parallel.each(
                          2,
                          k -> {
                            if (k == throwing) {
                              await(begun, 5000);
                              throw stop;
                            }
                            working.incrementAndGet();
                            begun.countDown();
                            await(new CountDownLatch(1), 200); // computes on after the other failed
                            working.decrementAndGet();
                          }));
          assertSame(stop, heard);
          assertEquals(0, working.get());
        });
  }

  private static void await(CountDownLatch latch, long most) {
    try {
      latch.await(most, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatHasNotBegunIsLeftOutAfterAFailure() {
    AtomicInteger done = new AtomicInteger();
    assertThrows(
        OutOfMemoryError.class,
        () ->
            Parallel.each(
                1_000_000,
                k -> {
                  done.incrementAndGet();
                  throw new OutOfMemoryError("task");
                }));
    assertEquals(true, done.get() < 1000, done + " tasks ran");
  }

  @Test
  void everyTaskRunsOnceAndKeepsItsPlace() {
    double[] expected = IntStream.range(0, 5000).mapToDouble(k -> 3.0 * k).toArray();
    assertArrayEquals(expected, Parallel.numbers(5000, k -> 3.0 * k));
    Parallel.each(0, k -> assertEquals(-1, k));
  }
}

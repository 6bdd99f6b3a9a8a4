package org.braindyn.data.parallel;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Numbered tasks, several at once. A parallel stream returns as soon as one of its tasks throws,
 * while others go on: after Esc they would compute in memory that the caller frees on its way out.
 * Here the caller always waits until no task is at work, and only then hears what went wrong.
 */
public final class Parallel {
  private Parallel() {}

  /**
   * Runs tasks 0 .. count - 1. Once one has thrown, those not yet begun are left out.
   *
   * @param count number of tasks
   * @param task writes to places of its own
   * @throws RuntimeException what the first task that failed threw, when all others have ended
   */
  public static void each(int count, IntConsumer task) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    AtomicInteger next = new AtomicInteger();
    // Whoever is free takes the next task: a stream would hand out a quarter of them at a time.
    IntStream takers = IntStream.range(0, Math.min(count, threads()));
    (count > 1 ? takers.parallel() : takers)
        .forEach(
            taker -> {
              for (int k = next.getAndIncrement(); k < count; k = next.getAndIncrement()) {
                attempt(k, task, failure);
              }
            });
    Throwable first = failure.get();
    if (first instanceof Error error) {
      throw error;
    }
    if (first != null) {
      throw (RuntimeException) first;
    }
  }

  /** Threads that may take tasks: those of the pool this is called in, and the caller. */
  private static int threads() {
    ForkJoinPool pool = ForkJoinTask.getPool();
    return 1 + (pool == null ? ForkJoinPool.getCommonPoolParallelism() : pool.getParallelism());
  }

  private static void attempt(int k, IntConsumer task, AtomicReference<Throwable> failure) {
    if (failure.get() == null) {
      try {
        task.accept(k);
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
    }
  }

  /**
   * One number per task.
   *
   * @param count number of tasks
   * @param task computes one
   * @return [task]
   * @throws RuntimeException as {@link #each}
   */
  public static double[] numbers(int count, IntToDoubleFunction task) {
    double[] numbers = new double[count];
    each(count, k -> numbers[k] = task.applyAsDouble(k));
    return numbers;
  }
}

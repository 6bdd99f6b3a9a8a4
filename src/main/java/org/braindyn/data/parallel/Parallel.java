package org.braindyn.data.parallel;

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
    IntStream range = IntStream.range(0, count);
    (count > 1 ? range.parallel() : range).forEach(k -> attempt(k, task, failure));
    Throwable first = failure.get();
    if (first instanceof Error error) {
      throw error;
    }
    if (first != null) {
      throw (RuntimeException) first;
    }
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

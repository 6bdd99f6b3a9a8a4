package org.braindyn.model.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Daemon threads shared by all models; idle ones end after a minute. */
public final class Threads {
  /** System property with the number of threads; all processors otherwise. */
  public static final String PROPERTY = "braindyn.threads";

  private static final ExecutorService POOL =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "BrainDyn worker");
            thread.setDaemon(true);
            return thread;
          });

  private Threads() {}

  /** Threads to use. */
  public static int count() {
    int wanted = Integer.getInteger(PROPERTY, Runtime.getRuntime().availableProcessors());
    return Math.max(1, wanted);
  }

  /** Runs work 0 .. count - 1 at once, number 0 on the calling thread, and waits for all of it. */
  public static void run(int count, IntConsumer work) {
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      int worker = i;
      others.add(POOL.submit(() -> work.accept(worker)));
    }
    Throwable failure = null;
    try {
      work.accept(0);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    for (Future<?> other : others) {
      failure = join(other, failure);
    }
    if (failure instanceof RuntimeException) {
      throw (RuntimeException) failure;
    }
    if (failure != null) {
      throw (Error) failure;
    }
  }

  /** Waits even when interrupted: the worker writes into arrays that the caller owns. */
  private static Throwable join(Future<?> other, Throwable failure) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          other.get();
          return failure;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          return failure == null ? e.getCause() : failure;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

package org.braindyn.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;

/**
 * Work by threads of this program.
 *
 * @param threads items at once, at least 1
 * @param name what is done, for messages, e.g. "Parcellate Folder"
 */
public record LocalWork(int threads, String name) implements Work {
  /** More long pieces at once would take their memory and gain little: each uses several cores. */
  private static final int FEW = 4;

  private static final int PAUSE_MS = 100;
  private static final int LONGEST_STOP_S = 5;

  /** Threads for pieces that are long, or use several cores themselves at times. */
  public static LocalWork few(String name) {
    return new LocalWork(Math.min(FEW, Runtime.getRuntime().availableProcessors()), name);
  }

  /** Checks the number of threads. */
  public LocalWork {
    if (threads < 1) {
      throw new BadInput("threads=" + threads + " is out of range. It must be at least 1.");
    }
  }

  @Override
  public <A, B> List<B> map(List<A> items, Task<A, B> task, Progress progress) {
    Object[] results = new Object[items.size()];
    each(items.size(), (k, own) -> results[k] = task.of(items.get(k), own), progress);
    List<B> list = new ArrayList<>();
    for (Object result : results) {
      @SuppressWarnings("unchecked")
      B made = (B) result;
      list.add(made);
    }
    return list;
  }

  @Override
  public <A, S> S sum(List<A> items, int block, Sums<A, S> sums, Progress progress) {
    if (items.isEmpty() || block < 1) {
      throw new BadInput("There is nothing to sum over.");
    }
    int blocks = (items.size() + block - 1) / block;
    Pairwise<S> tree = new Pairwise<>(blocks, sums::plus);
    each(
        blocks,
        (k, own) -> {
          int from = k * block;
          int to = Math.min(items.size(), from + block);
          tree.put(k, sums.of(items.subList(from, to), own));
        },
        progress);
    return tree.total();
  }

  /** One of many pieces. */
  private interface Piece {
    void run(int number, Progress own);
  }

  /** Runs numbers 0 to count - 1; returns when all are done and nothing runs any more. */
  private void each(int count, Piece one, Progress progress) {
    if (count == 0) {
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, count), this::daemon);
    PiecesProgress pieces = new PiecesProgress(count, progress);
    ExecutorCompletionService<Void> done = new ExecutorCompletionService<>(pool);
    try {
      pieces.tell("0 of " + count + " done");
      int submitted = 0;
      for (int n = 0; n < count; n++) {
        // A few ahead: a million items are not a million waiting tasks.
        for (; submitted < Math.min(count, n + 2 * threads); submitted++) {
          int k = submitted;
          done.submit(() -> run(one, k, pieces.piece()), null);
        }
        next(done, progress);
        pieces.tell(n + 1 + " of " + count + " done");
      }
    } finally {
      pieces.stop();
      stop(pool);
    }
    progress.report(1, count + " done");
  }

  private static void run(Piece one, int k, Progress own) {
    one.run(k, own);
    own.report(1, null);
  }

  private void next(ExecutorCompletionService<Void> done, Progress progress) {
    try {
      Future<Void> finished = null;
      while (finished == null) {
        Cancelled.check(progress, name);
        finished = done.poll(PAUSE_MS, TimeUnit.MILLISECONDS);
      }
      finished.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled(name);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Stops what is at work, so that nothing is written after the end. */
  private static void stop(ExecutorService pool) {
    pool.shutdownNow();
    try {
      pool.awaitTermination(LONGEST_STOP_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread daemon(Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}

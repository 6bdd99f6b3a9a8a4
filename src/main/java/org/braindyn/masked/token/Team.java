package org.braindyn.masked.token;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.braindyn.data.Precision;

/**
 * Workers, each with a thread, that share out numbered tasks. Tasks may run in any order; what they
 * add to shared sums is committed in the order of their numbers, so that results are the same bits
 * for any number of threads.
 */
public final class Team implements AutoCloseable {
  /** System property with the number of threads; all processors otherwise. */
  static final String PROPERTY = "braindyn.threads";

  private static final ExecutorService POOL =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "BrainDyn masked worker");
            thread.setDaemon(true);
            return thread;
          });

  /** A numbered piece of work. */
  @FunctionalInterface
  public interface Task {
    /** Does piece {@code index} with the memory of {@code worker}. */
    void run(int index, Worker worker);
  }

  private final List<Worker> workers;

  Team(List<Worker> workers) {
    this.workers = workers;
  }

  /**
   * A team for one precision.
   *
   * @param threads number of threads; 0 for all processors, or what {@code braindyn.threads} says
   */
  public static Team of(Precision precision, int threads) {
    int all = Integer.getInteger(PROPERTY, Runtime.getRuntime().availableProcessors());
    int count = Math.max(1, threads > 0 ? threads : all);
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      workers.add(new Worker(precision));
    }
    return new Team(workers);
  }

  /** Number of threads. */
  public int size() {
    return workers.size();
  }

  /** The first worker, for work that is not shared out. */
  public Worker first() {
    return workers.get(0);
  }

  /** Runs tasks 0 .. count - 1 that write to places of their own. */
  public void run(int count, Task task) {
    run(count, task, (index, worker) -> {});
  }

  /**
   * Runs tasks, then for each its commit; commits run one at a time in the order of the numbers.
   *
   * @param count number of tasks
   * @param task may keep its result in the worker's memory until its commit
   * @param commit adds the result to what is shared
   */
  public void run(int count, Task task, Task commit) {
    int threads = Math.min(count, workers.size());
    if (threads <= 1) {
      for (int i = 0; i < count; i++) {
        task.run(i, first());
        commit.run(i, first());
      }
      return;
    }
    Turns turns = new Turns(count);
    List<Future<?>> others = new ArrayList<>();
    for (int t = 1; t < threads; t++) {
      Worker worker = workers.get(t);
      others.add(POOL.submit(() -> turns.work(worker, task, commit)));
    }
    turns.work(first(), task, commit);
    others.forEach(Team::join);
    turns.rethrow();
  }

  /** Waits even when interrupted: the others write into arrays that the caller owns. */
  private static void join(Future<?> other) {
    boolean interrupted = false;
    while (true) {
      try {
        other.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    workers.forEach(Worker::close);
  }
}

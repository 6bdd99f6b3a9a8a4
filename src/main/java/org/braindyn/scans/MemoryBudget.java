package org.braindyn.scans;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;

/** Half of Java's memory, shared by scans that are worked on at once. */
final class MemoryBudget {
  private static final int PAUSE_MS = 100;

  private final int total;
  private final Semaphore free;

  MemoryBudget(long bytes) {
    total = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes >> 20));
    free = new Semaphore(total, true);
  }

  static MemoryBudget half() {
    return new MemoryBudget(Runtime.getRuntime().maxMemory() / 2);
  }

  /**
   * Waits until that much is free; what is larger than the budget gets all of it.
   *
   * @return what to give back, in MB
   * @throws Cancelled if the user stops meanwhile
   */
  int take(long bytes, Progress progress, String what) {
    int wanted = (int) Math.max(1, Math.min(total, bytes >> 20));
    try {
      while (!free.tryAcquire(wanted, PAUSE_MS, TimeUnit.MILLISECONDS)) {
        Cancelled.check(progress, what);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled(what);
    }
    return wanted;
  }

  void give(int mb) {
    free.release(mb);
  }
}

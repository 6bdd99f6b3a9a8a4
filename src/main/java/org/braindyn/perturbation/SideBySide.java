package org.braindyn.perturbation;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.parallel.Parallel;

/** Long tasks, a few at once, with one progress; when one fails, the others are stopped. */
final class SideBySide {
  /** More at once would take their memory and gain little: each uses several cores at times. */
  private static final int MOST = 4;

  private SideBySide() {}

  /** One task. */
  interface Task {
    /**
     * @param number from 0
     * @param progress its own
     */
    void run(int number, Progress progress);
  }

  static void run(int tasks, Progress whole, Task task) {
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean failed = new AtomicBoolean();
    double[] done = new double[tasks];
    int workers = Math.min(tasks, Math.min(MOST, Runtime.getRuntime().availableProcessors()));
    Parallel.each(workers, worker -> {
              int k = next.getAndIncrement();
              for (; k < tasks; k = next.getAndIncrement()) {
                Progress own = part(k, whole, done, failed);
                try {
                  Cancelled.check(own, "Null distribution");
                  task.run(k, own);
                  own.report(1, null);
                } catch (RuntimeException | Error e) {
                  failed.set(true);
                  throw e;
                }
              }
            });
  }

  private static Progress part(int task, Progress whole, double[] done, AtomicBoolean failed) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        double mean = 0;
        synchronized (done) {
          done[task] = Math.max(done[task], fraction);
          for (double d : done) {
            mean += d / done.length;
          }
        }
        whole.report(mean, message);
      }

      @Override
      public boolean cancelled() {
        return failed.get() || whole.cancelled();
      }
    };
  }
}

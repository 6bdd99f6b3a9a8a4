package org.braindyn.work;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;

/**
 * Reading that cannot be stopped half way, in a thread of its own, so that the user can leave it.
 * What is left behind reads on into memory that nobody sees, and writes nothing.
 */
public final class Aside {
  private static final int LOOK_MS = 50;

  private Aside() {}

  /**
   * Reads something.
   *
   * @param what for the message, e.g. "Reading signals.csv"
   * @param progress leaves it when cancelled
   * @throws Cancelled if the user left
   * @throws IOException what the reading threw
   */
  public static <T> T read(Callable<T> reading, String what, Progress progress) throws IOException {
    FutureTask<T> task = new FutureTask<>(reading);
    Thread thread = new Thread(task, what);
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    progress.report(0, what);
    thread.start();
    while (true) {
      try {
        return task.get(LOOK_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (progress.cancelled()) {
          thread.interrupt();
          throw new Cancelled(what);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Cancelled(what);
      } catch (ExecutionException e) {
        throw known(e.getCause());
      }
    }
  }

  private static IOException known(Throwable cause) {
    if (cause instanceof IOException io) {
      return io;
    }
    if (cause instanceof RuntimeException own) {
      throw own;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IOException(cause);
  }
}

package org.braindyn.fiji.bridge;

import ij.IJ;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleInfo;

/**
 * Commands run one after the other: two trainings at once would fight for memory and for the status
 * bar. A dialog is refused while a command runs; a macro waits its turn. A command with the
 * attribute {@value #BESIDE} runs beside others.
 */
final class OneAtATime implements AutoCloseable {
  private static final String BESIDE = "beside";
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static volatile String running = "";

  private final boolean held;

  private OneAtATime(boolean held) {
    this.held = held;
  }

  private static boolean beside(ModuleInfo info) {
    return info.get(BESIDE) != null;
  }

  /**
   * @throws BadInput if a command runs on another thread
   */
  static void refuse(CommandInfo info) {
    if (LOCK.isLocked() && !LOCK.isHeldByCurrentThread() && !beside(info)) {
      throw new BadInput(
          running
              + " is still running. Wait for it, or stop it with Esc (an ImageJ window in front),"
              + " then start "
              + info.getTitle()
              + " again.");
    }
  }

  /** Takes the turn; waits for it if need be. Close it to let the next go. */
  static OneAtATime wait(ModuleInfo info) {
    if (beside(info)) {
      return new OneAtATime(false);
    }
    try {
      while (!LOCK.tryLock(200, TimeUnit.MILLISECONDS)) {
        IJ.showStatus("BrainDyn: " + info.getTitle() + " waits for " + running);
        if (IJ.escapePressed()) {
          throw new Cancelled(info.getTitle());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled(info.getTitle());
    }
    if (LOCK.getHoldCount() == 1) {
      running =
          info.getTitle()
              + " (since "
              + LocalTime.now().format(DateTimeFormatter.ofPattern("HH:mm"))
              + ")";
    }
    return new OneAtATime(true);
  }

  @Override
  public void close() {
    if (held) {
      LOCK.unlock();
    }
  }
}

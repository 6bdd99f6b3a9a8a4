package org.braindyn.scans;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;

/** Faults that may be gone at the next try, as those of network drives are; bad data stay bad. */
final class PassingFault {
  private static final int PAUSE_MS = 100;

  private PassingFault() {}

  /** True if a fault, or what it came from, is one of reading or writing and none of the data. */
  static boolean may(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileSystemException named) {
        // A full disk and the like say why; a file that is not there stays away.
        return !(named instanceof NoSuchFileException || named instanceof AccessDeniedException);
      }
      if (cause instanceof IOException) {
        return !(cause instanceof EOFException
            || cause instanceof FileNotFoundException
            || cause instanceof CharacterCodingException
            || cause instanceof ZipException);
      }
      if (!(cause instanceof BadInput || cause instanceof UncheckedIOException || cause == fault)) {
        return false;
      }
    }
    return false;
  }

  /**
   * Waits before the next try, each time longer.
   *
   * @throws Cancelled if the user stops meanwhile
   */
  static void pause(int attempt, Progress progress, String what) {
    try {
      for (int k = 0; k < attempt * attempt; k++) {
        Cancelled.check(progress, what);
        new CountDownLatch(1).await(PAUSE_MS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled(what);
    }
  }
}

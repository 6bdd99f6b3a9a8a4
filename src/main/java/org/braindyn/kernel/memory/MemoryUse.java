package org.braindyn.kernel.memory;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Who is at work in one stretch of memory outside the Java heap. What is freed under a running
 * product is written over later, and Java dies far from the cause ("corrupted size vs. prev_size").
 * Where {@link #WATCHED}, a release under a user, and a use after a release, are counted and
 * refused at once; elsewhere this costs nothing.
 */
public final class MemoryUse {
  /** True where assertions are on (all tests), or with {@code -Dbraindyn.watch=true}. */
  public static final boolean WATCHED =
      MemoryUse.class.desiredAssertionStatus() || Boolean.getBoolean("braindyn.watch");

  private static final AtomicLong FAULTS = new AtomicLong();
  private static final AtomicLong HELD = new AtomicLong();

  private final long bytes;
  private int users;
  private Thread last;
  private boolean freed;

  /**
   * Memory that was just allocated.
   *
   * @param bytes its size
   */
  public MemoryUse(long bytes) {
    this.bytes = bytes;
    if (WATCHED) {
      HELD.addAndGet(bytes);
    }
  }

  /**
   * Bytes allocated and not freed by a call, where {@link #WATCHED}. Unlike JavaCPP's own count it
   * does not fall when garbage of somebody else is collected, so a test may take differences of it.
   */
  public static long held() {
    return HELD.get();
  }

  /** Releases and uses refused since Java began; a user's Cancelled may hide the error itself. */
  public static long faults() {
    return FAULTS.get();
  }

  /**
   * The calling thread begins to compute in this memory.
   *
   * @throws IllegalStateException if it was freed
   */
  public synchronized void begin() {
    refuse(freed, "is used after it was freed");
    users++;
    last = Thread.currentThread();
  }

  /** The calling thread has ended. */
  public synchronized void end() {
    users--;
  }

  /**
   * The memory is about to be freed; a second time does nothing.
   *
   * @throws IllegalStateException if a thread computes in it
   */
  public synchronized void free() {
    refuse(users > 0, "is freed while " + last + " computes in it");
    if (!freed && WATCHED) {
      HELD.addAndGet(-bytes);
    }
    freed = true;
  }

  private static void refuse(boolean wrong, String what) {
    if (wrong) {
      FAULTS.incrementAndGet();
      throw new IllegalStateException("Memory outside the heap " + what + ".");
    }
  }
}

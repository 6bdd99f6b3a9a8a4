package org.braindyn.model.parameter;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.braindyn.data.Precision;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;

/**
 * Where a model's parameters lie: on the heap while they only stand in a file or a list, and in an
 * array that ND4J allocates and frees while a model computes with them (docs/adr/0010; without
 * ND4J's jars in OpenBLAS's memory). Whole runs come and go, the same numbers at either place.
 *
 * <p>Several models may share one: it moves when the first settles it and comes back when the last
 * releases it. If nobody does, the array is freed when nobody refers to this any more. Any thread
 * may call; a move waits for reads and writes.
 */
public final class ParameterStore {
  private final int size;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private double[] heap;
  private Kernel memory;
  private Panel panel;
  private int users;

  /** Zeros, on the heap. */
  public ParameterStore(int size) {
    this.size = size;
    heap = new double[size];
  }

  /** Number of values. */
  public int size() {
    return size;
  }

  /** True while they lie in an array outside the heap (or in a kernel's, without libraries). */
  public boolean settled() {
    lock.readLock().lock();
    try {
      return panel != null;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** One more user computes with them; the first moves them into the best kernel's memory. */
  public void settle() {
    settle(null);
  }

  /**
   * As {@link #settle()}, in a memory of choice.
   *
   * @param kernel in double, for these alone, closed when the last user has gone; null for the best
   */
  public void settle(Kernel kernel) {
    lock.writeLock().lock();
    try {
      if (users == 0) {
        memory = kernel == null ? Kernel.best(Precision.DOUBLE) : kernel;
        panel = memory.panel(size);
        panel.put(0, Kernel.over(heap), 0, size);
        heap = null;
      }
      users++;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** One user less; the last takes them back to the heap and frees the array at once. */
  public void release() {
    lock.writeLock().lock();
    try {
      if (users == 0) {
        throw new IllegalStateException("released more often than settled");
      }
      users--;
      if (users == 0) {
        double[] back = new double[size];
        panel.get(0, Kernel.over(back), 0, size);
        heap = back;
        memory.close();
        memory = null;
        panel = null;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Copies n values from {@code at} on into an array. */
  public void get(int at, double[] target, int to, int n) {
    lock.readLock().lock();
    try {
      if (panel == null) {
        System.arraycopy(heap, at, target, to, n);
      } else {
        panel.get(at, Kernel.over(target), to, n);
      }
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Copies n values from an array to {@code at} on. */
  public void put(int at, double[] source, int from, int n) {
    lock.readLock().lock();
    try {
      if (panel == null) {
        System.arraycopy(source, from, heap, at, n);
      } else {
        panel.put(at, Kernel.over(source), from, n);
      }
    } finally {
      lock.readLock().unlock();
    }
  }
}

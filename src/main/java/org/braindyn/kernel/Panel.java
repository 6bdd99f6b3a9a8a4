package org.braindyn.kernel;

/**
 * Operand of matrix products: a block of memory where the product library can reach it. Values come
 * and go by whole runs; one panel belongs to one worker.
 */
public abstract class Panel implements AutoCloseable {
  Panel() {}

  /** Copies n values from an array into the panel. */
  public abstract void put(int at, Vec source, int from, int n);

  /** Copies n values from the panel into an array. */
  public abstract void get(int at, Vec target, int to, int n);

  /** Sets the first n values to zero. */
  public abstract void clear(int n);

  /** Frees the memory at once. */
  @Override
  public abstract void close();
}

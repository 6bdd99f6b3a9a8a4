package org.braindyn.kernel;

/** A flat array of numbers in one precision, on the heap. Indices are not checked twice. */
public abstract class Vec {
  Vec() {}

  /** Number of values. */
  public abstract int length();

  /** One value. */
  public abstract double get(int index);

  /** Sets one value, rounded to the precision. */
  public abstract void set(int index, double value);

  /** Sets values {@code from} (inclusive) to {@code to} (exclusive). */
  public abstract void fill(int from, int to, double value);

  /** Copies n values within the same precision. */
  public abstract void copy(int at, Vec source, int from, int n);

  /** Reads n values, rounding them to the precision. */
  public abstract void read(int at, double[] source, int from, int n);

  /** Adds n values to an array. */
  public abstract void addTo(int from, double[] sum, int at, int n);

  /** {@code this[at + i] += factor * x[from + i]}. */
  public abstract void addScaled(int at, double factor, Vec x, int from, int n);

  /** {@code this[at + i] *= factor}. */
  public abstract void scale(int at, int n, double factor);

  /** Sum of squares of n values after division by the same position of {@code scale}. */
  public abstract double squares(int at, Vec scale, int from, int n);
}

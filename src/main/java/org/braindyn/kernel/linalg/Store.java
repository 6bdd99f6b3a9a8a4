package org.braindyn.kernel.linalg;

/** Memory of a large matrix: outside the Java heap for OpenBLAS, an array for plain Java. */
interface Store extends AutoCloseable {
  /** Copies values out. */
  void read(long at, double[] into, int to, int length);

  /** Copies values in. */
  void write(long at, double[] from, int start, int length);

  /** Copies values of a store of the same kind. */
  void copy(long at, Store from, long start, int length);

  /** One value. */
  double get(long at);

  /** Replaces one value. */
  void set(long at, double value);

  /** What computes on this kind of memory. */
  Tiles tiles();

  /** Zeros in memory of the same kind. */
  Store ofSameKind(long size);

  @Override
  void close();
}

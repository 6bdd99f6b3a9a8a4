package org.braindyn.kernel.linalg;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;

/** Zeroed memory outside the Java heap; freed when closed, or with the object that holds it. */
final class NativeStore implements Store {
  /** Cache line; products of aligned operands are faster. */
  private static final int ALIGNMENT = 64;

  private final BytePointer memory;
  private final DoublePointer start;
  private final DoubleIndexer values;

  NativeStore(long size) {
    memory = new BytePointer(size * Double.BYTES + ALIGNMENT);
    Pointer.memset(memory, 0, memory.capacity());
    long skip = (ALIGNMENT - memory.address() % ALIGNMENT) % ALIGNMENT;
    start = new DoublePointer(memory.getPointer(skip)).capacity(size);
    values = DoubleIndexer.create(start);
  }

  /** A pointer of its own, so that threads do not move each other's. */
  DoublePointer at(long position) {
    return start.getPointer(position);
  }

  @Override
  public void read(long at, double[] into, int to, int length) {
    at(at).get(into, to, length);
  }

  @Override
  public void write(long at, double[] from, int first, int length) {
    at(at).put(from, first, length);
  }

  @Override
  public void copy(long at, Store from, long first, int length) {
    Pointer.memcpy(at(at), ((NativeStore) from).at(first), (long) length * Double.BYTES);
  }

  @Override
  public double get(long at) {
    return values.get(at);
  }

  @Override
  public void set(long at, double value) {
    values.put(at, value);
  }

  @Override
  public Tiles tiles() {
    return NativeTiles.INSTANCE;
  }

  @Override
  public void close() {
    memory.deallocate();
  }
}

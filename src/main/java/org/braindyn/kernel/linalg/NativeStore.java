package org.braindyn.kernel.linalg;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;

/** Zeroed memory outside the Java heap; freed when closed, or with the object that holds it. */
final class NativeStore implements Store {
  /** Cache line; products of aligned operands are faster. */
  private static final int ALIGNMENT = 64;

  private final BytePointer memory;
  private final DoublePointer start;

  NativeStore(long size) {
    memory = new BytePointer(size * Double.BYTES + ALIGNMENT);
    Pointer.memset(memory, 0, memory.capacity());
    long skip = (ALIGNMENT - memory.address() % ALIGNMENT) % ALIGNMENT;
    start = new DoublePointer(memory.getPointer(skip));
  }

  /** A pointer of its own, so that threads do not move each other's. */
  DoublePointer at(long position) {
    return new DoublePointer(start).position(position);
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
  public Tiles tiles() {
    return NativeTiles.INSTANCE;
  }

  @Override
  public void close() {
    memory.deallocate();
  }
}

package org.braindyn.kernel.linalg;

import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.kernel.memory.MemoryUse;
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
  private final MemoryUse use = new MemoryUse();

  NativeStore(long size) {
    memory = allocate(size * Double.BYTES + ALIGNMENT);
    Pointer.memset(memory, 0, memory.capacity());
    long skip = (ALIGNMENT - memory.address() % ALIGNMENT) % ALIGNMENT;
    start = new DoublePointer(memory.getPointer(skip)).capacity(size);
    values = DoubleIndexer.create(start);
  }

  private static BytePointer allocate(long bytes) {
    try {
      return new BytePointer(bytes);
    } catch (OutOfMemoryError e) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "There is no room for a matrix of %.1f GB: %.1f GB of memory outside the heap are in"
                  + " use and %.1f GB are allowed. Raise the memory in Edit > Options > Memory &"
                  + " Threads, close other models, or use fewer regions.",
              bytes / 1e9,
              Pointer.totalBytes() / 1e9,
              Pointer.maxBytes() / 1e9),
          e);
    }
  }

  /** A pointer of its own, so that threads do not move each other's. */
  DoublePointer at(long position) {
    return start.getPointer(position);
  }

  /** Who computes in it. */
  MemoryUse use() {
    return use;
  }

  private void look() {
    if (MemoryUse.WATCHED) {
      use.begin();
      use.end();
    }
  }

  @Override
  public void read(long at, double[] into, int to, int length) {
    look();
    at(at).get(into, to, length);
  }

  @Override
  public void write(long at, double[] from, int first, int length) {
    look();
    at(at).put(from, first, length);
  }

  @Override
  public void copy(long at, Store from, long first, int length) {
    look();
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
    if (MemoryUse.WATCHED) {
      use.free();
    }
    memory.deallocate();
  }
}

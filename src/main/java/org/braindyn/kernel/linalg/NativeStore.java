package org.braindyn.kernel.linalg;

import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.kernel.memory.MemoryUse;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;

/**
 * Zeroed memory outside the Java heap, of doubles or of floats; freed when closed, or with the
 * object that holds it.
 */
final class NativeStore implements Store {
  /** Cache line; products of aligned operands are faster. */
  private static final int ALIGNMENT = 64;

  /** Values that change their precision at once. */
  private static final int PART = 512;

  private final boolean single;
  private final BytePointer memory;
  private final DoublePointer doubles;
  private final FloatPointer floats;
  private final DoubleIndexer values;
  private final FloatIndexer singles;
  private final MemoryUse use;

  /**
   * @param single whether values are kept as floats
   */
  NativeStore(boolean single, long size) {
    this.single = single;
    memory = allocate(size * bytes() + ALIGNMENT);
    use = new MemoryUse(memory.capacity());
    Pointer.memset(memory, 0, memory.capacity());
    long skip = (ALIGNMENT - memory.address() % ALIGNMENT) % ALIGNMENT;
    BytePointer first = memory.getPointer(skip);
    doubles = single ? null : new DoublePointer(first).capacity(size);
    floats = single ? new FloatPointer(first).capacity(size) : null;
    values = single ? null : DoubleIndexer.create(doubles);
    singles = single ? FloatIndexer.create(floats) : null;
  }

  private int bytes() {
    return single ? Float.BYTES : Double.BYTES;
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
    return doubles.getPointer(position);
  }

  /** The same to floats. */
  FloatPointer singleAt(long position) {
    return floats.getPointer(position);
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
    if (!single) {
      at(at).get(into, to, length);
      return;
    }
    float[] part = new float[Math.min(PART, length)];
    for (int i = 0; i < length; i += PART) {
      int count = Math.min(PART, length - i);
      singleAt(at + i).get(part, 0, count);
      for (int j = 0; j < count; j++) {
        into[to + i + j] = part[j];
      }
    }
  }

  @Override
  public void write(long at, double[] from, int first, int length) {
    look();
    if (!single) {
      at(at).put(from, first, length);
      return;
    }
    float[] part = new float[Math.min(PART, length)];
    for (int i = 0; i < length; i += PART) {
      int count = Math.min(PART, length - i);
      for (int j = 0; j < count; j++) {
        part[j] = (float) from[first + i + j];
      }
      singleAt(at + i).put(part, 0, count);
    }
  }

  @Override
  public void copy(long at, Store from, long first, int length) {
    look();
    NativeStore source = (NativeStore) from;
    if (single) {
      Pointer.memcpy(singleAt(at), source.singleAt(first), (long) length * Float.BYTES);
    } else {
      Pointer.memcpy(at(at), source.at(first), (long) length * Double.BYTES);
    }
  }

  @Override
  public double get(long at) {
    return single ? singles.get(at) : values.get(at);
  }

  @Override
  public void set(long at, double value) {
    if (single) {
      singles.put(at, (float) value);
    } else {
      values.put(at, value);
    }
  }

  @Override
  public Tiles tiles() {
    return single ? NativeTiles.SINGLE : NativeTiles.INSTANCE;
  }

  @Override
  public Store ofSameKind(long size) {
    return new NativeStore(single, size);
  }

  @Override
  public void close() {
    if (MemoryUse.WATCHED) {
      use.free();
    }
    memory.deallocate();
  }
}

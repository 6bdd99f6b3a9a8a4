package org.braindyn.kernel;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.braindyn.kernel.memory.MemoryUse;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** A panel outside the Java heap, where BLAS reads it without a copy. */
final class NativePanel extends Panel {
  /** Cache line; products of aligned operands are faster. */
  static final int ALIGNMENT = 64;

  final FloatPointer floats;
  final DoublePointer doubles;
  final MemoryUse use;
  private final Runnable free;
  private final FloatBuffer floatBuffer;
  private final DoubleBuffer doubleBuffer;

  /** A panel on memory that somebody else has allocated; one of the pointers is null. */
  NativePanel(FloatPointer floats, DoublePointer doubles, Runnable free) {
    this.floats = floats;
    this.doubles = doubles;
    this.free = free;
    Pointer all = floats == null ? doubles : floats;
    use = new MemoryUse(all.capacity() * all.sizeof());
    floatBuffer = floats == null ? null : floats.asBuffer();
    doubleBuffer = doubles == null ? null : doubles.asBuffer();
  }

  /** A panel of zeros. */
  static NativePanel of(boolean single, int size) {
    int width = single ? Float.BYTES : Double.BYTES;
    Pointer memory = new BytePointer((long) size * width + ALIGNMENT);
    Pointer.memset(memory, 0, memory.capacity());
    long skip = (ALIGNMENT - memory.address() % ALIGNMENT) % ALIGNMENT;
    Pointer start = memory.getPointer(skip);
    return new NativePanel(
        single ? new FloatPointer(start).capacity(size) : null,
        single ? null : new DoublePointer(start).capacity(size),
        memory::deallocate);
  }

  @Override
  public void put(int at, Vec source, int from, int n) {
    if (MemoryUse.WATCHED) {
      use.begin();
      use.end();
    }
    if (floatBuffer != null) {
      floatBuffer.put(at, ((FloatVec) source).a, from, n);
    } else {
      doubleBuffer.put(at, ((DoubleVec) source).a, from, n);
    }
  }

  @Override
  public void get(int at, Vec target, int to, int n) {
    if (MemoryUse.WATCHED) {
      use.begin();
      use.end();
    }
    if (floatBuffer != null) {
      floatBuffer.get(at, ((FloatVec) target).a, to, n);
    } else {
      doubleBuffer.get(at, ((DoubleVec) target).a, to, n);
    }
  }

  @Override
  public void clear(int n) {
    Pointer start = floats != null ? floats : doubles;
    start.position(0);
    Pointer.memset(start, 0, (long) n * (floats != null ? Float.BYTES : Double.BYTES));
  }

  @Override
  public void close() {
    if (MemoryUse.WATCHED) {
      use.free();
    }
    free.run();
  }
}

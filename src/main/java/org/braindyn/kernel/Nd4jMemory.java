package org.braindyn.kernel;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Panels in the memory of ND4J's arrays, where {@link NativeLibrary#PROPERTY} asks for it. The
 * products are the same calls of OpenBLAS on the arrays' addresses, so that there is no copy and no
 * call of ND4J between two products, and the results are the same bytes.
 */
final class Nd4jMemory {
  static {
    // In plain ImageJ the plugin's own loader sees ND4J's backend, the default one does not.
    ND4JClassLoading.setNd4jClassloaderFromClass(Nd4jMemory.class);
    Nd4j.getBackend(); // starts ND4J, which sets OpenBLAS to many threads
    NativeLibrary.oneThread();
  }

  private Nd4jMemory() {}

  /** A panel of zeros that ND4J allocates, and frees when the panel is closed. */
  static NativePanel panel(boolean single, int size) {
    int width = single ? Float.BYTES : Double.BYTES;
    int spare = NativePanel.ALIGNMENT / width; // so that the panel can begin at a cache line
    INDArray array =
        Nd4j.create(single ? DataType.FLOAT : DataType.DOUBLE, Math.max(1, size + spare));
    Pointer memory = array.data().addressPointer();
    long skip =
        (NativePanel.ALIGNMENT - memory.address() % NativePanel.ALIGNMENT)
            % NativePanel.ALIGNMENT
            / width;
    FloatPointer floats = single ? new FloatPointer(memory).getPointer(skip) : null;
    DoublePointer doubles = single ? null : new DoublePointer(memory).getPointer(skip);
    return new NativePanel(
        single ? floats.capacity(size) : null,
        single ? null : doubles.capacity(size),
        array::close);
  }
}

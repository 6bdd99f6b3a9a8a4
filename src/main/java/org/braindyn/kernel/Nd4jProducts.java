package org.braindyn.kernel;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Matrix products through ND4J's own arrays, on whatever backend ND4J finds. Slower on our small
 * blocks than {@link NativeProducts} (NUMERICS: 10 microseconds a call and 5 s to start), so it
 * runs only where {@link NativeLibrary#PROPERTY} asks for it; it is the third opinion of the tests.
 */
final class Nd4jProducts implements Products {
  static {
    // In plain ImageJ the plugin's own loader sees ND4J's backend, the default one does not.
    ND4JClassLoading.setNd4jClassloaderFromClass(Nd4jProducts.class);
  }

  private final DataType type;

  Nd4jProducts(boolean single) {
    type = single ? DataType.FLOAT : DataType.DOUBLE;
  }

  @Override
  public Panel panel(int size) {
    return new Nd4jPanel(type, size);
  }

  @Override
  public void multiply(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      Panel a,
      int atA,
      int lda,
      Panel b,
      int atB,
      int ldb,
      int beta,
      Panel c,
      int atC,
      int ldc) {
    // ND4J copies strided operands silently; these copies are explicit, and closed.
    try (INDArray left = operand(a, transposeA, m, k, atA, lda);
        INDArray right = operand(b, transposeB, k, n, atB, ldb);
        INDArray product = Nd4j.createUninitialized(type, new long[] {m, n}, 'f')) {
      Nd4j.gemm(left, right, product, false, false, 1, 0);
      INDArray result = part(c, m, n, atC, ldc);
      if (beta == 0) {
        result.assign(product);
      } else {
        result.addi(product);
      }
    }
  }

  private static INDArray operand(
      Panel panel, boolean transposed, int rows, int columns, int at, int leading) {
    return transposed
        ? part(panel, columns, rows, at, leading).transpose().dup('f')
        : part(panel, rows, columns, at, leading).dup('f');
  }

  private static INDArray part(Panel panel, int rows, int columns, int at, int leading) {
    return Nd4j.create(
        ((Nd4jPanel) panel).array.data(),
        new long[] {rows, columns},
        new long[] {1, leading},
        at,
        'f');
  }

  private static final class Nd4jPanel extends Panel {
    private final INDArray array;
    private final FloatBuffer floats;
    private final DoubleBuffer doubles;

    Nd4jPanel(DataType type, int size) {
      array = Nd4j.zeros(type, size);
      boolean single = type == DataType.FLOAT;
      floats = single ? array.data().asNioFloat() : null;
      doubles = single ? null : array.data().asNioDouble();
    }

    @Override
    public void put(int at, Vec source, int from, int n) {
      if (floats != null) {
        floats.put(at, ((FloatVec) source).a, from, n);
      } else {
        doubles.put(at, ((DoubleVec) source).a, from, n);
      }
    }

    @Override
    public void get(int at, Vec target, int to, int n) {
      if (floats != null) {
        floats.get(at, ((FloatVec) target).a, to, n);
      } else {
        doubles.get(at, ((DoubleVec) target).a, to, n);
      }
    }

    @Override
    public void clear(int n) {
      for (int i = 0; i < n; i++) {
        if (floats != null) {
          floats.put(i, 0);
        } else {
          doubles.put(i, 0);
        }
      }
    }

    @Override
    public void close() {
      array.close();
    }
  }
}

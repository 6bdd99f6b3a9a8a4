package org.braindyn.kernel.linalg;

import static org.bytedeco.openblas.global.openblas.CblasLeft;
import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasNonUnit;
import static org.bytedeco.openblas.global.openblas.CblasRight;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dtrtri;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.cblas_ddot;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;
import static org.bytedeco.openblas.global.openblas.cblas_dtrmm;
import static org.bytedeco.openblas.global.openblas.cblas_dtrsm;

import org.braindyn.kernel.memory.MemoryUse;
import org.bytedeco.javacpp.DoublePointer;

/** OpenBLAS on memory outside the heap. A lower triangle by rows is LAPACK's upper one. */
final class NativeTiles implements Tiles {
  static final NativeTiles INSTANCE = new NativeTiles();
  private static final byte UPPER = 'U';
  private static final byte NOT_UNIT = 'N';

  private NativeTiles() {}

  private static DoublePointer pointer(Block block) {
    return ((NativeStore) block.store()).at(block.at());
  }

  /** Runs a routine, so that nobody frees these blocks meanwhile unseen. */
  private static void using(Runnable routine, Block... blocks) {
    if (!MemoryUse.WATCHED) {
      routine.run();
      return;
    }
    for (Block block : blocks) {
      ((NativeStore) block.store()).use().begin();
    }
    routine.run();
    for (Block block : blocks) {
      ((NativeStore) block.store()).use().end();
    }
  }

  private static int transpose(boolean transposed) {
    return transposed ? CblasTrans : CblasNoTrans;
  }

  @Override
  public void multiply(Product p, int m, int n, int k, Block a, Block b, Block c) {
    using(
        () ->
            cblas_dgemm(
                CblasRowMajor,
                transpose(p.transposeA()),
                transpose(p.transposeB()),
                m,
                n,
                k,
                p.alpha(),
                pointer(a),
                a.stride(),
                pointer(b),
                b.stride(),
                p.beta(),
                pointer(c),
                c.stride()),
        a,
        b,
        c);
  }

  @Override
  public void gram(int n, int k, Block a, Block c) {
    using(
        () ->
            cblas_dsyrk(
                CblasRowMajor,
                CblasLower,
                CblasNoTrans,
                n,
                k,
                1,
                pointer(a),
                a.stride(),
                0,
                pointer(c),
                c.stride()),
        a,
        c);
  }

  @Override
  public void solve(boolean transposed, int m, int n, Block l, Block b) {
    triangle(CblasLeft, transposed, m, n, l, b);
  }

  @Override
  public void solveRight(int m, int n, Block l, Block b) {
    triangle(CblasRight, true, m, n, l, b);
  }

  private static void triangle(int side, boolean transposed, int m, int n, Block l, Block b) {
    using(
        () ->
            cblas_dtrsm(
                CblasRowMajor,
                side,
                CblasLower,
                transpose(transposed),
                CblasNonUnit,
                m,
                n,
                1,
                pointer(l),
                l.stride(),
                pointer(b),
                b.stride()),
        l,
        b);
  }

  @Override
  public void multiplyTriangle(int m, int n, Block l, Block b) {
    using(
        () ->
            cblas_dtrmm(
                CblasRowMajor,
                CblasLeft,
                CblasLower,
                CblasTrans,
                CblasNonUnit,
                m,
                n,
                1,
                pointer(l),
                l.stride(),
                pointer(b),
                b.stride()),
        l,
        b);
  }

  @Override
  public int cholesky(int n, Block a) {
    int[] told = new int[1];
    using(() -> told[0] = LAPACKE_dpotrf(LAPACK_COL_MAJOR, UPPER, n, pointer(a), a.stride()), a);
    int info = told[0];
    double[] zeros = new double[n];
    for (int i = 0; i < n; i++) {
      a.store().write(a.at() + (long) i * a.stride() + i + 1, zeros, 0, n - 1 - i);
    }
    // LAPACKE's own look for NaN comes first and returns the number of the argument.
    return info < 0 ? 0 : info - 1;
  }

  @Override
  public void invertTriangle(int n, Block l) {
    using(() -> LAPACKE_dtrtri(LAPACK_COL_MAJOR, UPPER, NOT_UNIT, n, pointer(l), l.stride()), l);
  }

  @Override
  public void squareTriangle(int n, Block l) {
    try (NativeStore copy = new NativeStore((long) n * n)) {
      double[] row = new double[n];
      for (int i = 0; i < n; i++) {
        l.store().read(l.at() + (long) i * l.stride(), row, 0, n);
        copy.write((long) i * n, row, 0, n);
      }
      multiplyTriangle(n, n, new Block(copy, 0, n), l);
    }
  }

  @Override
  public double dot(int n, Block a, Block b) {
    return cblas_ddot(n, pointer(a), 1, pointer(b), 1);
  }
}

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
import static org.bytedeco.openblas.global.openblas.LAPACKE_spotrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_strtri;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.cblas_ddot;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dsdot;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;
import static org.bytedeco.openblas.global.openblas.cblas_dtrmm;
import static org.bytedeco.openblas.global.openblas.cblas_dtrsm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_ssyrk;
import static org.bytedeco.openblas.global.openblas.cblas_strmm;
import static org.bytedeco.openblas.global.openblas.cblas_strsm;

import org.braindyn.kernel.memory.MemoryUse;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * OpenBLAS on memory outside the heap, in double or in single precision. A lower triangle by rows
 * is LAPACK's upper one.
 */
final class NativeTiles implements Tiles {
  static final NativeTiles INSTANCE = new NativeTiles(false);
  static final NativeTiles SINGLE = new NativeTiles(true);
  private static final byte UPPER = 'U';
  private static final byte NOT_UNIT = 'N';
  private static final int ROWS = CblasRowMajor;

  private final boolean single;

  private NativeTiles(boolean single) {
    this.single = single;
  }

  private static DoublePointer doubles(Block block) {
    return ((NativeStore) block.store()).at(block.at());
  }

  private static FloatPointer floats(Block block) {
    return ((NativeStore) block.store()).singleAt(block.at());
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
    int ta = transpose(p.transposeA());
    int tb = transpose(p.transposeB());
    int la = a.stride();
    int lb = b.stride();
    int lc = c.stride();
    using(
        () -> {
          if (single) {
            float alpha = (float) p.alpha();
            float beta = (float) p.beta();
            cblas_sgemm(
                ROWS, ta, tb, m, n, k, alpha, floats(a), la, floats(b), lb, beta, floats(c), lc);
          } else {
            double alpha = p.alpha();
            double beta = p.beta();
            cblas_dgemm(
                ROWS, ta, tb, m, n, k, alpha, doubles(a), la, doubles(b), lb, beta, doubles(c), lc);
          }
        },
        a,
        b,
        c);
  }

  @Override
  public void gram(int n, int k, Block a, Block c) {
    int la = a.stride();
    int lc = c.stride();
    using(
        () -> {
          if (single) {
            cblas_ssyrk(ROWS, CblasLower, CblasNoTrans, n, k, 1, floats(a), la, 0, floats(c), lc);
          } else {
            cblas_dsyrk(ROWS, CblasLower, CblasNoTrans, n, k, 1, doubles(a), la, 0, doubles(c), lc);
          }
        },
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

  private void triangle(int side, boolean transposed, int m, int n, Block l, Block b) {
    int t = transpose(transposed);
    int ll = l.stride();
    int lb = b.stride();
    using(
        () -> {
          if (single) {
            cblas_strsm(
                ROWS, side, CblasLower, t, CblasNonUnit, m, n, 1, floats(l), ll, floats(b), lb);
          } else {
            cblas_dtrsm(
                ROWS, side, CblasLower, t, CblasNonUnit, m, n, 1, doubles(l), ll, doubles(b), lb);
          }
        },
        l,
        b);
  }

  @Override
  public void multiplyTriangle(int m, int n, Block l, Block b) {
    int t = CblasTrans;
    int ll = l.stride();
    int lb = b.stride();
    using(
        () -> {
          if (single) {
            cblas_strmm(
                ROWS,
                CblasLeft,
                CblasLower,
                t,
                CblasNonUnit,
                m,
                n,
                1,
                floats(l),
                ll,
                floats(b),
                lb);
          } else {
            cblas_dtrmm(
                ROWS,
                CblasLeft,
                CblasLower,
                t,
                CblasNonUnit,
                m,
                n,
                1,
                doubles(l),
                ll,
                doubles(b),
                lb);
          }
        },
        l,
        b);
  }

  @Override
  public int cholesky(int n, Block a) {
    int[] told = new int[1];
    using(
        () ->
            told[0] =
                single
                    ? LAPACKE_spotrf(LAPACK_COL_MAJOR, UPPER, n, floats(a), a.stride())
                    : LAPACKE_dpotrf(LAPACK_COL_MAJOR, UPPER, n, doubles(a), a.stride()),
        a);
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
    using(
        () -> {
          if (single) {
            LAPACKE_strtri(LAPACK_COL_MAJOR, UPPER, NOT_UNIT, n, floats(l), l.stride());
          } else {
            LAPACKE_dtrtri(LAPACK_COL_MAJOR, UPPER, NOT_UNIT, n, doubles(l), l.stride());
          }
        },
        l);
  }

  @Override
  public void squareTriangle(int n, Block l) {
    try (Store copy = l.store().ofSameKind((long) n * n)) {
      for (int i = 0; i < n; i++) {
        copy.copy((long) i * n, l.store(), l.at() + (long) i * l.stride(), n);
      }
      multiplyTriangle(n, n, new Block(copy, 0, n), l);
    }
  }

  @Override
  public double dot(int n, Block a, Block b) {
    return single
        ? cblas_dsdot(n, floats(a), 1, floats(b), 1)
        : cblas_ddot(n, doubles(a), 1, doubles(b), 1);
  }
}

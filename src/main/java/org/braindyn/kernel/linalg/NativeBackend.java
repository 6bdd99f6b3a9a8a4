package org.braindyn.kernel.linalg;

import static org.bytedeco.openblas.global.openblas.*;

import org.braindyn.kernel.Kernel;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;

/**
 * BLAS and LAPACK of OpenBLAS. Arrays are by rows; a row-major lower triangle is LAPACK's upper.
 */
final class NativeBackend implements Backend {
  static final NativeBackend INSTANCE = new NativeBackend();
  private static final boolean USABLE = load();
  private static final byte UPPER = 'U';

  private NativeBackend() {}

  static boolean usable() {
    return USABLE;
  }

  private static boolean load() {
    if (Kernel.message() != null) {
      return false; // OpenBLAS is missing, unwanted or computes wrong products
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      // In plain ImageJ the plugin's own loader sees the natives, the thread's does not.
      thread.setContextClassLoader(NativeBackend.class.getClassLoader());
      Loader.load(openblas.class);
      // A library of its own, beside the one that holds the products alone.
      openblas.blas_set_num_threads(1);
      return true;
    } catch (LinkageError | RuntimeException e) {
      return false;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void multiply(Product p, Matrix a, Matrix b, Matrix c) {
    int inner = p.transposeA() ? a.rows() : a.columns();
    cblas_dgemm(
        CblasRowMajor,
        p.transposeA() ? CblasTrans : CblasNoTrans,
        p.transposeB() ? CblasTrans : CblasNoTrans,
        c.rows(),
        c.columns(),
        inner,
        p.alpha(),
        a.values(),
        a.columns(),
        b.values(),
        b.columns(),
        p.beta(),
        c.values(),
        c.columns());
  }

  @Override
  public void addGram(Matrix x, double alpha, Matrix c) {
    cblas_dsyrk(
        CblasRowMajor,
        CblasLower,
        CblasTrans,
        c.rows(),
        x.rows(),
        alpha,
        x.values(),
        x.columns(),
        1,
        c.values(),
        c.columns());
  }

  @Override
  public void symmetricMultiply(Matrix s, Matrix b, Matrix c) {
    cblas_dsymm(
        CblasRowMajor,
        CblasLeft,
        CblasLower,
        c.rows(),
        c.columns(),
        1,
        s.values(),
        s.columns(),
        b.values(),
        b.columns(),
        0,
        c.values(),
        c.columns());
  }

  @Override
  public int cholesky(Matrix a) {
    int info = LAPACKE_dpotrf(LAPACK_COL_MAJOR, UPPER, a.rows(), a.values(), a.rows());
    return info < 0 ? firstNan(a) : info - 1;
  }

  /** LAPACKE refuses NaN before it begins. */
  private static int firstNan(Matrix a) {
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j <= i; j++) {
        if (Double.isNaN(a.get(i, j))) {
          return i;
        }
      }
    }
    return 0;
  }

  @Override
  public void choleskySolve(Matrix factor, Matrix b) {
    triangular(factor, CblasNoTrans, b);
    triangular(factor, CblasTrans, b);
  }

  private static void triangular(Matrix factor, int transpose, Matrix b) {
    cblas_dtrsm(
        CblasRowMajor,
        CblasLeft,
        CblasLower,
        transpose,
        CblasNonUnit,
        b.rows(),
        b.columns(),
        1,
        factor.values(),
        factor.columns(),
        b.values(),
        b.columns());
  }

  @Override
  public void choleskyInverse(Matrix factor) {
    LAPACKE_dpotri(LAPACK_COL_MAJOR, UPPER, factor.rows(), factor.values(), factor.rows());
  }

  @Override
  public int lu(Matrix a, int[] pivots) {
    int info = LAPACKE_dgetrf(LAPACK_ROW_MAJOR, a.rows(), a.rows(), a.values(), a.rows(), pivots);
    for (int i = 0; i < pivots.length; i++) {
      pivots[i]--; // LAPACK counts from 1
    }
    return info - 1;
  }

  @Override
  public void luSolve(Matrix factors, int[] pivots, Matrix b) {
    int[] from1 = java.util.Arrays.stream(pivots).map(p -> p + 1).toArray();
    LAPACKE_dgetrs(
        LAPACK_ROW_MAJOR,
        (byte) 'N',
        factors.rows(),
        b.columns(),
        factors.values(),
        factors.columns(),
        from1,
        b.values(),
        b.columns());
  }

  @Override
  public void eigen(Matrix a, double[] values) {
    int info =
        LAPACKE_dsyevd(LAPACK_COL_MAJOR, (byte) 'V', UPPER, a.rows(), a.values(), a.rows(), values);
    if (info != 0) {
      throw new IllegalStateException("dsyevd failed with " + info);
    }
    // LAPACK's columns are rows here.
    System.arraycopy(a.transposed().values(), 0, a.values(), 0, a.values().length);
  }
}

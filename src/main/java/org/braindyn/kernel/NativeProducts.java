package org.braindyn.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

/** Matrix products of ND4J's OpenBLAS. */
final class NativeProducts implements Products {
  private final boolean single;
  private final Memory memory;

  /** Who allocates the panels. */
  interface Memory {
    NativePanel panel(boolean single, int size);
  }

  NativeProducts(boolean single) {
    this(single, NativePanel::of);
  }

  NativeProducts(boolean single, Memory memory) {
    this.single = single;
    this.memory = memory;
  }

  @Override
  public Panel panel(int size) {
    return memory.panel(single, size);
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
    if (!SmallProducts.FASTER || !single || transposeA || m <= SmallProducts.ROWS) {
      call(transposeA, transposeB, m, n, k, a, atA, lda, b, atB, ldb, beta, c, atC, ldc);
      return;
    }
    int deep = SmallProducts.depth(n, k);
    int wide = SmallProducts.columns(n, deep);
    for (int j = 0; j < n; j += wide) {
      for (int next = 0; next < m; next += SmallProducts.ROWS) {
        int i = beta == 0 ? SmallProducts.start(next, m) : next;
        for (int l = 0; l < k; l += deep) {
          call(
              false,
              transposeB,
              Math.min(SmallProducts.ROWS, m - i),
              Math.min(wide, n - j),
              Math.min(deep, k - l),
              a,
              atA + i + l * lda,
              lda,
              b,
              atB + (transposeB ? j + l * ldb : j * ldb + l),
              ldb,
              l == 0 ? beta : 1,
              c,
              atC + j * ldc + i,
              ldc);
        }
      }
    }
  }

  private void call(
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
    NativePanel left = (NativePanel) a;
    NativePanel right = (NativePanel) b;
    NativePanel result = (NativePanel) c;
    int ta = transposeA ? CblasTrans : CblasNoTrans;
    int tb = transposeB ? CblasTrans : CblasNoTrans;
    if (single && n == 1) {
      left.floats.position(atA);
      right.floats.position(atB);
      result.floats.position(atC);
      cblas_sgemv(
          CblasColMajor,
          ta,
          transposeA ? k : m,
          transposeA ? m : k,
          1,
          left.floats,
          lda,
          right.floats,
          transposeB ? ldb : 1,
          beta,
          result.floats,
          1);
    } else if (single) {
      left.floats.position(atA);
      right.floats.position(atB);
      result.floats.position(atC);
      cblas_sgemm(
          CblasColMajor,
          ta,
          tb,
          m,
          n,
          k,
          1,
          left.floats,
          lda,
          right.floats,
          ldb,
          beta,
          result.floats,
          ldc);
    } else {
      left.doubles.position(atA);
      right.doubles.position(atB);
      result.doubles.position(atC);
      cblas_dgemm(
          CblasColMajor,
          ta,
          tb,
          m,
          n,
          k,
          1,
          left.doubles,
          lda,
          right.doubles,
          ldb,
          beta,
          result.doubles,
          ldc);
    }
  }
}

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

  NativeProducts(boolean single) {
    this.single = single;
  }

  @Override
  public Panel panel(int size) {
    return new NativePanel(single, size);
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
    boolean small = SmallProducts.FASTER && single && !transposeA && m > SmallProducts.ROWS;
    int columns = small ? SmallProducts.columns(n, k) : n;
    int rows = columns > 0 && small ? SmallProducts.ROWS : m;
    int wide = columns > 0 ? columns : n;
    for (int j = 0; j < n; j += wide) {
      int startB = atB + (transposeB ? j : j * ldb);
      for (int i = 0; i < m; i += rows) {
        int startC = atC + j * ldc + i;
        call(
            transposeA,
            transposeB,
            Math.min(rows, m - i),
            Math.min(wide, n - j),
            k,
            a,
            atA + i,
            lda,
            b,
            startB,
            ldb,
            beta,
            c,
            startC,
            ldc);
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

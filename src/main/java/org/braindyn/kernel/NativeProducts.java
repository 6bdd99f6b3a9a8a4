package org.braindyn.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import org.braindyn.kernel.memory.MemoryUse;

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
  public void multiply(int m, int n, int k, Block a, Block b, int beta, Block c) {
    if (!SmallProducts.FASTER
        || !single
        || m <= SmallProducts.ROWS
        || SmallProducts.small(m, n, k, a)) {
      call(m, n, k, a, b, beta, c);
      return;
    }
    if (a.transposed()) {
      int rows = n == 1 || b.transposed() ? m : SmallProducts.transposedRows(m, n, k);
      for (int i = 0; i < m; i += rows) {
        call(Math.min(rows, m - i), n, k, a.from(0, i), b, beta, c.from(i, 0));
      }
      return;
    }
    int deep = SmallProducts.depth(n, k);
    int wide = SmallProducts.columns(n, deep);
    for (int j = 0; j < n; j += wide) {
      for (int next = 0; next < m; next += SmallProducts.ROWS) {
        int i = beta == 0 ? SmallProducts.start(next, m) : next;
        for (int l = 0; l < k; l += deep) {
          call(
              Math.min(SmallProducts.ROWS, m - i),
              Math.min(wide, n - j),
              Math.min(deep, k - l),
              a.from(i, l),
              b.transposed() ? b.from(j, l) : b.from(l, j),
              l == 0 ? beta : 1,
              c.from(i, j));
        }
      }
    }
  }

  private void call(int m, int n, int k, Block a, Block b, int beta, Block c) {
    NativePanel left = (NativePanel) a.panel();
    NativePanel right = (NativePanel) b.panel();
    NativePanel result = (NativePanel) c.panel();
    if (!MemoryUse.WATCHED) {
      product(m, n, k, a, b, beta, c);
      return;
    }
    left.use.begin();
    right.use.begin();
    result.use.begin();
    product(m, n, k, a, b, beta, c);
    left.use.end();
    right.use.end();
    result.use.end();
  }

  private void product(int m, int n, int k, Block a, Block b, int beta, Block c) {
    NativePanel left = (NativePanel) a.panel();
    NativePanel right = (NativePanel) b.panel();
    NativePanel result = (NativePanel) c.panel();
    int ta = a.transposed() ? CblasTrans : CblasNoTrans;
    int tb = b.transposed() ? CblasTrans : CblasNoTrans;
    if (single && n == 1) {
      left.floats.position(a.at());
      right.floats.position(b.at());
      result.floats.position(c.at());
      cblas_sgemv(
          CblasColMajor,
          ta,
          a.transposed() ? k : m,
          a.transposed() ? m : k,
          1,
          left.floats,
          a.ld(),
          right.floats,
          b.transposed() ? b.ld() : 1,
          beta,
          result.floats,
          1);
    } else if (single) {
      left.floats.position(a.at());
      right.floats.position(b.at());
      result.floats.position(c.at());
      cblas_sgemm(
          CblasColMajor,
          ta,
          tb,
          m,
          n,
          k,
          1,
          left.floats,
          a.ld(),
          right.floats,
          b.ld(),
          beta,
          result.floats,
          c.ld());
    } else {
      left.doubles.position(a.at());
      right.doubles.position(b.at());
      result.doubles.position(c.at());
      cblas_dgemm(
          CblasColMajor,
          ta,
          tb,
          m,
          n,
          k,
          1,
          left.doubles,
          a.ld(),
          right.doubles,
          b.ld(),
          beta,
          result.doubles,
          c.ld());
    }
  }
}

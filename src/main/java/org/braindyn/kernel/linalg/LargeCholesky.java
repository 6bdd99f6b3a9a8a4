package org.braindyn.kernel.linalg;

/**
 * Cholesky factor, solution and inverse of large matrices by tiles on several threads (the block
 * algorithms of LAPACK's dpotrf, dpotrs, dtrtri and dlauum; Golub and Van Loan 2013, 4.2.9).
 */
public final class LargeCholesky {
  private static final Product MINUS = new Product(false, true, -1, 1);
  private static final Product NEGATIVE = new Product(false, false, -1, 0);
  private static final Product TRANSPOSED = new Product(true, false, 1, 1);

  private final LargeMatrix factor;
  private final int size;
  private final int tile;
  private final int count;

  private LargeCholesky(LargeMatrix a) {
    factor = a;
    size = a.rows();
    tile = Tiling.size(size);
    count = Tiling.count(size, tile);
  }

  /**
   * Factorises in the matrix's own memory.
   *
   * @param a symmetric; only the lower triangle is read, the upper one is undefined afterwards
   * @throws NotPositiveDefinite if there is no such factor
   */
  public static LargeCholesky inPlace(LargeMatrix a) {
    Shapes.same(a.rows(), a.columns());
    LargeCholesky result = new LargeCholesky(a);
    double[] diagonal = result.diagonal();
    int failed = result.factorise();
    Cholesky.check(diagonal, result.diagonal(), failed);
    return result;
  }

  private double[] diagonal() {
    double[] result = new double[size];
    for (int i = 0; i < size; i++) {
      factor.read(i, i, result, i, 1);
    }
    return result;
  }

  private int length(int t) {
    return Math.min(tile, size - t * tile);
  }

  private Block at(int i, int j) {
    return factor.block(i * tile, j * tile);
  }

  /** Block column by block column: each tile is updated once by a long product. */
  private int factorise() {
    Tiles tiles = factor.tiles();
    for (int k = 0; k < count; k++) {
      int column = k;
      int wide = length(k);
      if (k > 0) {
        Tiling.run(
            count - k,
            t -> {
              int i = column + t;
              Block row = at(i, 0);
              tiles.multiply(
                  MINUS, length(i), wide, column * tile, row, at(column, 0), at(i, column));
            });
      }
      int failed = tiles.cholesky(wide, at(k, k));
      if (failed >= 0) {
        return k * tile + failed;
      }
      Tiling.run(
          count - k - 1,
          t -> {
            int i = column + 1 + t;
            tiles.solveRight(length(i), wide, at(column, column), at(i, column));
          });
    }
    return -1;
  }

  /** Replaces B by A^-1 B. */
  public void solveInPlace(LargeMatrix b) {
    Shapes.same(size, b.rows());
    int wide = Tiling.size(b.columns());
    Tiling.run(
        Tiling.count(b.columns(), wide),
        t -> {
          int from = t * wide;
          int columns = Math.min(wide, b.columns() - from);
          Tiles tiles = factor.tiles();
          tiles.solve(false, size, columns, at(0, 0), b.block(0, from));
          tiles.solve(true, size, columns, at(0, 0), b.block(0, from));
        });
  }

  /** The inverse of A, both triangles, in the factor's memory; nothing else works afterwards. */
  public LargeMatrix inverseInPlace() {
    invertFactor();
    square();
    return factor.mirrorLower();
  }

  /** L becomes L^-1, last block column first. */
  private void invertFactor() {
    Tiles tiles = factor.tiles();
    try (LargeMatrix scratch = factor.like(size, Math.min(tile, size))) {
      for (int j = count - 1; j >= 0; j--) {
        int column = j;
        int wide = length(j);
        tiles.invertTriangle(wide, at(j, j));
        Tiling.run(
            count - j - 1,
            t -> {
              int i = column + 1 + t;
              tiles.multiply(
                  NEGATIVE,
                  length(i),
                  wide,
                  wide,
                  at(i, column),
                  at(column, column),
                  scratch.block(i * tile, 0));
            });
        Tiling.run(
            count - j - 1,
            t -> {
              int i = count - 1 - t;
              int first = column + 1;
              tiles.multiply(
                  Product.PLAIN,
                  length(i),
                  wide,
                  (i - first) * tile + length(i),
                  at(i, first),
                  scratch.block(first * tile, 0),
                  at(i, column));
            });
      }
    }
  }

  /** W becomes W' W, its lower triangle, first block row first. */
  private void square() {
    Tiles tiles = factor.tiles();
    int most = Math.min(tile, size);
    try (LargeMatrix corner = factor.like(most, most)) {
      for (int k = 0; k < count; k++) {
        int i = k;
        int below = Math.max(0, size - (i + 1) * tile);
        // A copy, so that the corner itself changes beside the tiles that it multiplies.
        factor.copySquare(i * tile, length(i), corner);
        Tiling.run(
            i + 1,
            j -> {
              if (j == i) {
                tiles.squareTriangle(length(i), at(i, i));
              } else {
                tiles.multiplyTriangle(length(i), length(j), corner.block(0, 0), at(i, j));
              }
              if (below > 0) {
                tiles.multiply(
                    TRANSPOSED, length(i), length(j), below, at(i + 1, i), at(i + 1, j), at(i, j));
              }
            });
      }
    }
  }
}

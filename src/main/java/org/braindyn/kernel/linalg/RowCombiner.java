package org.braindyn.kernel.linalg;

/**
 * Adds combinations of some rows of one large matrix to rows of another: the update of low rank
 * behind Woodbury's identity. Holds the memory that one thread needs for it; close it.
 */
public final class RowCombiner implements AutoCloseable {
  private final LargeMatrix gathered;
  private final LargeMatrix weights;

  /**
   * @param most rows that are combined at most
   * @param results rows that one call adds to, at most
   * @param columns columns of both matrices
   */
  public RowCombiner(int most, int results, int columns) {
    gathered = new LargeMatrix(most, columns);
    weights = new LargeMatrix(results, most);
  }

  /**
   * Target row {@code rows[i]} += sum over k of factors[i][k] x source row {@code from[k]}.
   *
   * @param factors [target row][source row]
   */
  public void add(Matrix factors, LargeMatrix source, int[] from, LargeMatrix target, int[] rows) {
    Shapes.same(factors.columns(), from.length);
    Shapes.same(factors.rows(), rows.length);
    for (int k = 0; k < from.length; k++) {
      gathered.copyRow(k, source, from[k]);
    }
    for (int i = 0; i < rows.length; i++) {
      weights.write(i, 0, factors.values(), i * from.length, from.length);
    }
    try (LargeMatrix sum =
        new LargeMatrix(target.tiles() == NativeTiles.INSTANCE, rows.length, target.columns())) {
      for (int i = 0; i < rows.length; i++) {
        sum.copyRow(i, target, rows[i]);
      }
      Product add = new Product(false, false, 1, 1);
      target
          .tiles()
          .multiply(
              add,
              rows.length,
              target.columns(),
              from.length,
              weights.block(0, 0),
              gathered.block(0, 0),
              sum.block(0, 0));
      for (int i = 0; i < rows.length; i++) {
        target.copyRow(rows[i], sum, i);
      }
    }
  }

  @Override
  public void close() {
    gathered.close();
    weights.close();
  }
}

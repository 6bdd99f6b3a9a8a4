package org.braindyn.kernel.linalg;

/**
 * Adds combinations of some rows of one large matrix to rows of another: the update of low rank
 * behind Woodbury's identity. Holds the memory that one thread needs for it; close it.
 */
public final class RowCombiner implements AutoCloseable {
  private final LargeMatrix gathered;
  private final LargeMatrix weights;
  private Matrix crossing = new Matrix(0, 0);

  /**
   * @param source whose rows are combined
   * @param most rows that are combined at most
   * @param results rows that one call adds to, at most
   */
  public RowCombiner(LargeMatrix source, int most, int results) {
    gathered = source.like(most, source.columns());
    weights = source.like(results, most);
  }

  /**
   * Takes some rows of a symmetric matrix.
   *
   * @return where these rows and the same columns cross, the lower triangle; the next call may
   *     write over it
   */
  public Matrix gather(LargeMatrix source, int[] from) {
    for (int k = 0; k < from.length; k++) {
      gathered.copyRow(k, source, from[k]);
    }
    if (crossing.rows() != from.length) {
      crossing = new Matrix(from.length, from.length);
    }
    for (int i = 0; i < from.length; i++) {
      for (int j = 0; j <= i; j++) {
        crossing.set(i, j, gathered.get(i, from[j]));
      }
    }
    return crossing;
  }

  /**
   * Target row {@code rows[i]} += sum over k of factors[i][k] x gathered row k.
   *
   * @param factors [target row][gathered row]
   */
  public void add(Matrix factors, LargeMatrix target, int[] rows) {
    Shapes.same(factors.rows(), rows.length);
    for (int i = 0; i < rows.length; i++) {
      weights.write(i, 0, factors.values(), i * factors.columns(), factors.columns());
    }
    try (LargeMatrix sum = target.like(rows.length, target.columns())) {
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
              factors.columns(),
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

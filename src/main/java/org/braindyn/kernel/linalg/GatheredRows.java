package org.braindyn.kernel.linalg;

/**
 * Some rows of a large matrix side by side, and their products with rows of others. Holds the
 * memory that one thread needs for it; close it.
 */
public final class GatheredRows implements AutoCloseable {
  private static final Product INTO = new Product(false, true, 1, 0);
  private static final Product ADD = new Product(true, false, 1, 1);

  private final LargeMatrix gathered;
  private final LargeMatrix others;
  private final LargeMatrix small;
  private int count;

  /**
   * @param most rows that are gathered at most
   * @param mostOthers rows of others in one call, at most
   * @param columns columns of all these matrices
   */
  public GatheredRows(int most, int mostOthers, int columns) {
    this(NativeBackend.usable(), most, mostOthers, columns);
  }

  GatheredRows(boolean natively, int most, int mostOthers, int columns) {
    gathered = new LargeMatrix(natively, most, columns);
    others = new LargeMatrix(natively, mostOthers, columns);
    small = new LargeMatrix(natively, most, Math.max(most, mostOthers));
  }

  /** Replaces what was gathered. */
  public void gather(LargeMatrix source, int[] rows) {
    count = rows.length;
    for (int k = 0; k < count; k++) {
      gathered.copyRow(k, source, rows[k]);
    }
  }

  /** Products of the gathered rows with each other, [row][row]; the lower triangle counts. */
  public Matrix gram() {
    gathered.tiles().gram(count, gathered.columns(), gathered.block(0, 0), small.block(0, 0));
    return small(count);
  }

  /** Products of the gathered rows with rows of another matrix, [gathered row][other row]. */
  public Matrix products(LargeMatrix other, int[] rows) {
    take(other, rows);
    gathered
        .tiles()
        .multiply(
            INTO,
            count,
            rows.length,
            gathered.columns(),
            gathered.block(0, 0),
            others.block(0, 0),
            small.block(0, 0));
    return small(rows.length);
  }

  private Matrix small(int columns) {
    Matrix result = new Matrix(count, columns);
    for (int k = 0; k < count; k++) {
      small.read(k, 0, result.values(), k * columns, columns);
    }
    return result;
  }

  private void take(LargeMatrix other, int[] rows) {
    for (int i = 0; i < rows.length; i++) {
      others.copyRow(i, other, rows[i]);
    }
  }

  /**
   * Row {@code rows[i]} of a matrix += sum over k of factors[k][i] x gathered row k.
   *
   * @param factors [gathered row][target row]
   */
  public void addTo(LargeMatrix target, int[] rows, Matrix factors) {
    Shapes.same(factors.rows(), count);
    Shapes.same(factors.columns(), rows.length);
    take(target, rows);
    for (int k = 0; k < count; k++) {
      small.write(k, 0, factors.values(), k * rows.length, rows.length);
    }
    gathered
        .tiles()
        .multiply(
            ADD,
            rows.length,
            gathered.columns(),
            count,
            small.block(0, 0),
            gathered.block(0, 0),
            others.block(0, 0));
    for (int i = 0; i < rows.length; i++) {
      target.copyRow(rows[i], others, i);
    }
  }

  @Override
  public void close() {
    gathered.close();
    others.close();
    small.close();
  }
}

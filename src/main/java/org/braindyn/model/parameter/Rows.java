package org.braindyn.model.parameter;

/** Cuts rows into blocks of nearly equal size that stay in cache. */
public final class Rows {
  /** Matrix products take so many rows at a time; a rest costs nearly as much as a whole piece. */
  public static final int STEP = 32;

  private final int rows;
  private final int step;
  private final int count;

  /**
   * @param most rows per block
   */
  public Rows(int rows, int most) {
    this(rows, most, 1);
  }

  private Rows(int rows, int most, int step) {
    this.rows = rows;
    this.step = step;
    count = (rows + most - 1) / most;
  }

  /**
   * Blocks of multiples of {@link #STEP} rows, but for the last.
   *
   * @param most rows per block, a multiple of STEP unless one block takes all
   */
  public static Rows forProducts(int rows, int most) {
    return new Rows(rows, most, STEP);
  }

  public int count() {
    return count;
  }

  public int start(int block) {
    int steps = (rows + step - 1) / step;
    return Math.min(rows, (int) ((long) steps * block / count) * step);
  }

  public int size(int block) {
    return start(block + 1) - start(block);
  }
}

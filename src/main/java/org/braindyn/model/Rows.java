package org.braindyn.model;

/** Cuts rows into blocks of nearly equal size that stay in cache. */
final class Rows {
  /** Matrix products take so many rows at a time; a rest costs nearly as much as a whole piece. */
  static final int STEP = 32;

  private final int rows;
  private final int step;
  private final int count;

  /**
   * @param most rows per block
   */
  Rows(int rows, int most) {
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
  static Rows forProducts(int rows, int most) {
    return new Rows(rows, most, STEP);
  }

  int count() {
    return count;
  }

  int start(int block) {
    int steps = (rows + step - 1) / step;
    return Math.min(rows, (int) ((long) steps * block / count) * step);
  }

  int size(int block) {
    return start(block + 1) - start(block);
  }
}

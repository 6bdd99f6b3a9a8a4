package org.braindyn.model;

/** Cuts rows into blocks of nearly equal size that stay in cache. */
final class Rows {
  private final int rows;
  private final int count;

  /**
   * @param most rows per block
   */
  Rows(int rows, int most) {
    this.rows = rows;
    count = (rows + most - 1) / most;
  }

  int count() {
    return count;
  }

  int start(int block) {
    return (int) ((long) rows * block / count);
  }

  int size(int block) {
    return start(block + 1) - start(block);
  }
}

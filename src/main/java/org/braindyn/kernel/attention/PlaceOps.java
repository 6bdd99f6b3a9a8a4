package org.braindyn.kernel.attention;

import org.braindyn.kernel.Vec;

/**
 * Moves of rows. Row i of the far matrix has column c at {@code base[i] + c step[i]}; the near one
 * is a tile at position 0, column c at {@code c n}, with n rows.
 */
public interface PlaceOps {
  /** {@code near = factor far} for the rows {@code first .. first + n - 1} of the two arrays. */
  void gather(Vec far, Rows rows, int first, int n, int columns, double factor, Vec near);

  /** {@code far += factor near}, in the order of the rows. */
  void scatterAdd(Vec near, int n, int columns, double factor, Vec far, Rows rows, int first);

  /** The same where the near one is stored by rows: row i has column c at {@code i columns + c}. */
  void scatterAddRows(Vec near, int n, int columns, Vec far, Rows rows);

  /** {@code to += from}, row i of one to row i of the other; rows may repeat. */
  void addRows(Vec from, Rows fromRows, Vec to, Rows toRows, int columns);

  /**
   * Places of rows.
   *
   * @param base position of column 0 of each row
   * @param step distance of the columns of each row
   * @param column first column that is meant
   */
  record Rows(int[] base, int[] step, int column) {
    /** The same rows, other columns. */
    public Rows from(int first) {
      return new Rows(base, step, first);
    }
  }
}

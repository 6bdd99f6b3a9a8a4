package org.braindyn.kernel;

/**
 * A matrix inside a panel, stored by columns: entry (i, j) lies at {@code at + i + j * ld}.
 *
 * @param panel where it lies
 * @param at place of its first entry
 * @param ld leading dimension: the step from one column to the next, at least the number of rows
 * @param transposed true if a product takes its transpose
 */
public record Block(Panel panel, int at, int ld, boolean transposed) {
  /** A matrix as it is stored. */
  public static Block of(Panel panel, int at, int ld) {
    return new Block(panel, at, ld, false);
  }

  /** The transpose of a matrix that is stored so. */
  public static Block transposed(Panel panel, int at, int ld) {
    return new Block(panel, at, ld, true);
  }

  /** Place of entry (i, j) of the stored matrix. */
  int place(int i, int j) {
    return at + i + j * ld;
  }

  /** The same matrix from entry (i, j) of the stored one on. */
  Block from(int i, int j) {
    return new Block(panel, place(i, j), ld, transposed);
  }
}

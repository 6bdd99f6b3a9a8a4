package org.braindyn.kernel.linalg;

import org.braindyn.data.BadInput;

/** A square matrix has no inverse. The message is a sentence that a user can read. */
public final class SingularMatrix extends BadInput {
  private static final long serialVersionUID = 1L;

  private final int row;

  SingularMatrix(int row, int size) {
    super(
        String.format(
            "The %d equations have no unique solution: number %d follows from the others. Leave"
                + " constant or copied regions out, or use more samples or a ridge.",
            size, row + 1));
    this.row = row;
  }

  /** The first row, from 0, without a pivot. */
  public int row() {
    return row;
  }
}

package org.braindyn.kernel.linalg;

import org.braindyn.data.BadInput;

/**
 * A symmetric matrix has no Cholesky factor: in data that means a region that is constant or a
 * mixture of others, or fewer frames than unknowns. The message is a sentence that a user can read;
 * who knows the data's words catches it and says it in them.
 */
public final class NotPositiveDefinite extends BadInput {
  private static final long serialVersionUID = 1L;

  private final int row;

  NotPositiveDefinite(int row, int size) {
    super(
        String.format(
            "The equations of %d unknowns have no unique solution: number %d is constant, follows"
                + " from the ones before it, or there are fewer samples than unknowns. Use more"
                + " samples, leave constant or copied regions out, or raise the ridge or"
                + " shrinkage.",
            size, row + 1));
    this.row = row;
  }

  /** The first row, from 0, whose pivot is not clearly positive. */
  public int row() {
    return row;
  }
}

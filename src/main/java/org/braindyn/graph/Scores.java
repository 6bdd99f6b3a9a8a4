package org.braindyn.graph;

/**
 * A score for every ordered pair of regions, row by row, so that large ones need not lie in arrays.
 */
public interface Scores {
  /** Number of regions. */
  int size();

  /**
   * The scores of one source.
   *
   * @param into receives one per target
   */
  void row(int source, double[] into);

  /**
   * Scores of a matrix, not a copy.
   *
   * @param matrix [source][target]
   */
  static Scores of(double[][] matrix) {
    return new Scores() {
      @Override
      public int size() {
        return matrix.length;
      }

      @Override
      public void row(int source, double[] into) {
        System.arraycopy(matrix[source], 0, into, 0, into.length);
      }
    };
  }
}

package org.braindyn.states;

/** How far two labellings of the same frames agree (Hubert and Arabie 1985, J. Classif. 2:193). */
public final class AdjustedRand {
  private AdjustedRand() {}

  /**
   * The index.
   *
   * @param a labels from 0
   * @param b labels from 0 of the same frames, whatever their order
   * @return 1 for the same states, 0 for chance
   */
  public static double index(int[] a, int[] b) {
    int rows = 0;
    int columns = 0;
    for (int i = 0; i < a.length; i++) {
      rows = Math.max(rows, a[i] + 1);
      columns = Math.max(columns, b[i] + 1);
    }
    double[][] table = new double[rows][columns];
    for (int i = 0; i < a.length; i++) {
      table[a[i]][b[i]]++;
    }
    double both = 0;
    double first = 0;
    double second = 0;
    for (double[] row : table) {
      double sum = 0;
      for (double count : row) {
        both += pairs(count);
        sum += count;
      }
      first += pairs(sum);
    }
    for (int c = 0; c < columns; c++) {
      double sum = 0;
      for (double[] row : table) {
        sum += row[c];
      }
      second += pairs(sum);
    }
    double expected = first * second / pairs(a.length);
    double most = 0.5 * (first + second);
    return most == expected ? 1 : (both - expected) / (most - expected);
  }

  private static double pairs(double count) {
    return count * (count - 1) / 2;
  }
}

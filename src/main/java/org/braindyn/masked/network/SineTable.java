package org.braindyn.masked.network;

/** Sine-cosine positions (Vaswani et al. 2017, section 3.5). */
public final class SineTable {
  private SineTable() {}

  /**
   * Rows for equally spaced positions, {@code [row, width]}: sine and cosine in turn.
   *
   * @param rows number of rows
   * @param width features, even
   * @param spacing distance of two rows; 1 in the released table
   */
  public static double[] rows(int rows, int width, double spacing) {
    double[] table = new double[rows * width];
    for (int k = 0; k < rows; k++) {
      for (int i = 0; i < width; i++) {
        double angle = k * spacing * Math.exp(-(i / 2 * 2) * Math.log(10000) / width);
        table[k * width + i] = i % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
      }
    }
    return table;
  }

  /** The released table: the same in single precision, step by step. */
  public static double[] released(int rows, int width) {
    double[] table = new double[rows * width];
    float factor = (float) (-Math.log(10000) / width);
    for (int k = 0; k < rows; k++) {
      for (int i = 0; i < width; i++) {
        float angle = k * (float) Math.exp(i / 2 * 2 * factor);
        table[k * width + i] = (float) (i % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
      }
    }
    return table;
  }

  /**
   * The released fixed table of the image family, {@code [1 + side^2, width]}: first half from the
   * column, second half from the row, each all sines, then all cosines; row 0 zero; computed in
   * double and rounded to float.
   *
   * @param side patches along one side of the image
   * @param width features, a multiple of 4
   */
  public static double[] image(int side, int width) {
    int quarter = width / 4;
    double[] table = new double[(1 + side * side) * width];
    for (int token = 0; token < side * side; token++) {
      int at = (1 + token) * width;
      for (int m = 0; m < quarter; m++) {
        double w = Math.pow(10000, -(double) m / quarter);
        double column = token % side * w;
        double row = token / side * w;
        table[at + m] = (float) Math.sin(column);
        table[at + quarter + m] = (float) Math.cos(column);
        table[at + 2 * quarter + m] = (float) Math.sin(row);
        table[at + 3 * quarter + m] = (float) Math.cos(row);
      }
    }
    return table;
  }
}

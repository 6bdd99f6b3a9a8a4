package org.braindyn.kernel;

/**
 * Elementwise part of perceptron layers on a block of rows. Blocks are stored by columns: value
 * (row r, feature j) at {@code j * rows + r}.
 */
public interface FieldOps {
  /**
   * First layer with its constant part known: {@code y = tanh(constant + x W^T)}.
   *
   * @param constant width x rows
   * @param weight W, [width][signals] row by row
   * @param x signal s of row r at {@code xAt + s * xStride + r}
   * @param y receives width x rows
   */
  void first(
      Vec constant,
      Vec weight,
      Vec x,
      int xAt,
      int xStride,
      Vec y,
      int rows,
      int width,
      int signals);

  /**
   * The reverse of {@link #first}.
   *
   * @param gradY gradient of y, width x rows; its content is lost
   * @param gradConstant added to, width x rows
   * @param gradWeight added to, not yet summed over rows: [signals][width][rows]
   * @param gradX added to, same places as x
   */
  void firstBack(
      Vec gradY,
      Vec y,
      Vec weight,
      Vec x,
      int xAt,
      int xStride,
      Vec gradConstant,
      Vec gradWeight,
      Vec gradX,
      int rows,
      int width,
      int signals);

  /** {@code y = tanh(y)} for n values at {@code at}. */
  void tanh(Vec y, int at, int n);

  /** {@code gradY *= 1 - y^2} for n values. */
  void tanhBack(Vec gradY, Vec y, int at, int n);

  /**
   * Output layer: {@code out = y W^T + b}.
   *
   * @param y width x rows at {@code at}
   * @param weight [signals][width] row by row
   * @param out receives signals x rows
   */
  void output(Vec y, int at, Vec weight, Vec bias, Vec out, int rows, int width, int signals);

  /**
   * The reverse of {@link #output} and of the tanh before it.
   *
   * @param gradOut signals x rows
   * @param gradY receives the gradient of the pre-activation, width x rows
   * @param gradWeight added to, not yet summed over rows: [signals][width][rows]
   */
  void outputBack(
      Vec gradOut,
      Vec y,
      int at,
      Vec weight,
      Vec gradY,
      Vec gradWeight,
      int rows,
      int width,
      int signals);

  /**
   * Sums over rows: {@code sum[at + j * step] += sum over r of x[j * rows + r]} for every column j.
   */
  void addColumnSums(Vec x, int from, int rows, int columns, Vec sum, int at, int step);
}

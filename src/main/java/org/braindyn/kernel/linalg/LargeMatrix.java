package org.braindyn.kernel.linalg;

import org.braindyn.data.parallel.Parallel;

/**
 * A dense matrix by rows, kept where OpenBLAS reads it without a copy: outside the Java heap (in an
 * array if plain Java computes). In double, unless made by {@link #single}; a product's matrices
 * are all of one kind. For matrices of hundreds of rows and more; both cores work on tiles of fixed
 * size, so results do not depend on the number of threads. Close it to free its memory at once;
 * otherwise that happens when nobody refers to it any more.
 */
public final class LargeMatrix implements AutoCloseable {
  private final int rows;
  private final int columns;
  private final Store store;

  /** Zeros. */
  public LargeMatrix(int rows, int columns) {
    this(NativeBackend.usable(), rows, columns);
  }

  LargeMatrix(boolean natively, int rows, int columns) {
    this(rows, columns, store(natively, false, (long) rows * columns));
  }

  private LargeMatrix(int rows, int columns, Store store) {
    this.rows = rows;
    this.columns = columns;
    this.store = store;
  }

  private static Store store(boolean natively, boolean single, long size) {
    return natively ? new NativeStore(single, size) : new JavaStore(size);
  }

  /**
   * Zeros in single precision: seven digits, half the memory, products in half the time. Where
   * plain Java computes it is in double, which would gain nothing.
   */
  public static LargeMatrix single(int rows, int columns) {
    return single(NativeBackend.usable(), rows, columns);
  }

  static LargeMatrix single(boolean natively, int rows, int columns) {
    return new LargeMatrix(rows, columns, store(natively, true, (long) rows * columns));
  }

  /** Whether {@link #single} saves anything here. */
  public static boolean singleIsFaster() {
    return NativeBackend.usable();
  }

  /** Zeros of the same precision, and where this matrix is. */
  public LargeMatrix like(int otherRows, int otherColumns) {
    return new LargeMatrix(
        otherRows, otherColumns, store.ofSameKind((long) otherRows * otherColumns));
  }

  /** Bytes of memory of a matrix of this shape. */
  public static long bytes(long rows, long columns) {
    return Double.BYTES * rows * columns;
  }

  /** A copy of a small matrix. */
  public static LargeMatrix of(Matrix m) {
    return of(NativeBackend.usable(), m);
  }

  static LargeMatrix of(boolean natively, Matrix m) {
    LargeMatrix result = new LargeMatrix(natively, m.rows(), m.columns());
    for (int i = 0; i < m.rows(); i++) {
      result.write(i, 0, m.values(), i * m.columns(), m.columns());
    }
    return result;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** Copies a stretch of a row out. */
  public void read(int row, int from, double[] into, int at, int length) {
    store.read(position(row, from), into, at, length);
  }

  /** Replaces a stretch of a row. */
  public void write(int row, int from, double[] values, int at, int length) {
    store.write(position(row, from), values, at, length);
  }

  /** A copy of a row. */
  public double[] row(int row) {
    double[] result = new double[columns];
    read(row, 0, result, 0, columns);
    return result;
  }

  /** Adds to one value. */
  public void add(int row, int column, double value) {
    store.set(position(row, column), store.get(position(row, column)) + value);
  }

  /** A copy, the caller's to close. */
  public LargeMatrix copy() {
    LargeMatrix result = like(rows, columns);
    for (int i = 0; i < rows; i++) {
      result.copyRow(i, this, i);
    }
    return result;
  }

  /** Replaces a row by one of a matrix with as many columns and the same kind of memory. */
  public void copyRow(int row, LargeMatrix source, int from) {
    Shapes.same(columns, source.columns);
    store.copy(position(row, 0), source.store, source.position(from, 0), columns);
  }

  /** A copy of the square of so many rows whose first row and column is {@code from}. */
  void copySquare(int from, int size, LargeMatrix into) {
    for (int i = 0; i < size; i++) {
      into.store.copy(into.position(i, 0), store, position(from + i, from), size);
    }
  }

  /** Some values, [row][column]. */
  public Matrix select(int[] fromRows, int[] fromColumns) {
    Matrix result = new Matrix(fromRows.length, fromColumns.length);
    for (int i = 0; i < fromRows.length; i++) {
      for (int j = 0; j < fromColumns.length; j++) {
        result.set(i, j, store.get(position(fromRows[i], fromColumns[j])));
      }
    }
    return result;
  }

  /** A copy in an array. */
  public Matrix toMatrix() {
    Matrix result = new Matrix(rows, columns);
    copyTo(result);
    return result;
  }

  void copyTo(Matrix m) {
    for (int i = 0; i < rows; i++) {
      read(i, 0, m.values(), i * columns, columns);
    }
  }

  /** What is done to one row in {@link #change}. */
  public interface RowChange {
    /**
     * @param row number of the row
     * @param values the row, to be changed
     */
    void apply(int row, double[] values);
  }

  /** Changes every row by itself, several at once. */
  public void change(RowChange change) {
    int together = Math.max(1, Math.min(64, rows / 16)); // rows that share one array
    Parallel.each(
        Tiling.count(rows, together),
        t -> {
          double[] values = new double[columns];
          for (int i = t * together; i < Math.min(rows, (t + 1) * together); i++) {
            read(i, 0, values, 0, columns);
            change.apply(i, values);
            write(i, 0, values, 0, columns);
          }
        });
  }

  /** Copies the lower triangle onto the upper. */
  public LargeMatrix mirrorLower() {
    int tile = Tiling.size(rows);
    Tiling.run(
        Tiling.count(rows, tile),
        t -> {
          int from = t * tile;
          int wide = Math.min(tile, rows - from);
          double[] block = new double[tile * wide];
          double[] across = new double[tile];
          for (int below = from; below < rows; below += tile) {
            mirror(below, Math.min(tile, rows - below), from, wide, block, across);
          }
        });
    return this;
  }

  /** Copies a tile on or below the diagonal to the other side. */
  private void mirror(int row, int tall, int column, int wide, double[] block, double[] across) {
    for (int i = 0; i < tall; i++) {
      read(row + i, column, block, i * wide, Math.min(wide, row + i - column + 1));
    }
    for (int j = 0; j < wide; j++) {
      int first = Math.max(0, column + j + 1 - row);
      for (int i = first; i < tall; i++) {
        across[i] = block[i * wide + j];
      }
      if (first < tall) {
        write(column + j, row + first, across, first, tall - first);
      }
    }
  }

  double get(int row, int column) {
    return store.get(position(row, column));
  }

  Block block(int row, int column) {
    return new Block(store, position(row, column), columns);
  }

  /** Every so many-th row, from a row on. */
  Block block(int row, int column, int step) {
    return new Block(store, position(row, column), columns * step);
  }

  Tiles tiles() {
    return store.tiles();
  }

  private long position(int row, int column) {
    return (long) row * columns + column;
  }

  @Override
  public void close() {
    store.close();
  }
}

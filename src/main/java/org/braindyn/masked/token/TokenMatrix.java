package org.braindyn.masked.token;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.kernel.attention.PlaceOps;

/**
 * Numbers [token, feature] in tiles of {@value #TILE} tokens; a tile is stored by features, the
 * last one without gaps. So a tile is an operand of matrix products as it lies, and loops run over
 * tokens.
 */
public final class TokenMatrix {
  /** Tokens of a tile, but for the last. */
  public static final int TILE = 128;

  private final int rows;
  private final int width;
  private final Vec values;

  /**
   * A matrix of zeros.
   *
   * @param kernel whose precision is used
   * @param rows tokens
   * @param width features
   */
  public TokenMatrix(Kernel kernel, int rows, int width) {
    this.rows = rows;
    this.width = width;
    values = kernel.vec(Math.multiplyExact(rows, width));
  }

  /** Number of tokens. */
  public int rows() {
    return rows;
  }

  /** Number of features. */
  public int width() {
    return width;
  }

  /** The numbers, tile by tile. */
  public Vec values() {
    return values;
  }

  /** Number of tiles. */
  public int tiles() {
    return (rows + TILE - 1) / TILE;
  }

  /** Tokens of a tile. */
  public int rows(int tile) {
    return Math.min(TILE, rows - tile * TILE);
  }

  /** Position of a tile's first number. */
  public int at(int tile) {
    return tile * TILE * width;
  }

  /** One number. */
  public double get(int row, int column) {
    return values.get(index(row, column));
  }

  /** Sets one number. */
  public void set(int row, int column, double value) {
    values.set(index(row, column), value);
  }

  private int index(int row, int column) {
    int tile = row / TILE;
    return at(tile) + column * rows(tile) + row % TILE;
  }

  /** A matrix of the same size, all zero. */
  public TokenMatrix zeros(Kernel kernel) {
    return new TokenMatrix(kernel, rows, width);
  }

  /** Adds another of the same size. */
  public void add(TokenMatrix other) {
    values.addScaled(0, 1, other.values, 0, values.length());
  }

  /** Takes over another's numbers. */
  public void assign(TokenMatrix other) {
    values.copy(0, other.values, 0, values.length());
  }

  /** Places of these tokens, in this order. */
  public PlaceOps.Rows places(int[] tokens) {
    int[] base = new int[tokens.length];
    int[] step = new int[tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      base[i] = index(tokens[i], 0);
      step[i] = rows(tokens[i] / TILE);
    }
    return new PlaceOps.Rows(base, step, 0);
  }
}

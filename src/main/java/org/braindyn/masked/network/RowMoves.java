package org.braindyn.masked.network;

import org.braindyn.kernel.Vec;
import org.braindyn.kernel.attention.PlaceOps;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/** Adds rows of matrices, tables and parameters to one another. */
final class RowMoves {
  private RowMoves() {}

  /** Rows {@code from .. from + n - 1} of a matrix. */
  static PlaceOps.Rows run(TokenMatrix matrix, int from, int n) {
    int[] rows = new int[n];
    for (int i = 0; i < n; i++) {
      rows[i] = from + i;
    }
    return matrix.places(rows);
  }

  /** These rows of a row-major table that begins at {@code at}. */
  static PlaceOps.Rows table(int at, int width, int[] rows) {
    int[] base = new int[rows.length];
    int[] step = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      base[i] = at + rows[i] * width;
      step[i] = 1;
    }
    return new PlaceOps.Rows(base, step, 0);
  }

  /** One row of parameters, repeated. */
  static PlaceOps.Rows same(int at, int n) {
    int[] base = new int[n];
    int[] step = new int[n];
    java.util.Arrays.fill(base, at);
    java.util.Arrays.fill(step, 1);
    return new PlaceOps.Rows(base, step, 0);
  }

  /** {@code to += from}, row by row. */
  static void add(
      Team team, Vec from, PlaceOps.Rows fromRows, Vec to, PlaceOps.Rows toRows, int width) {
    team.first().ops().places().addRows(from, fromRows, to, toRows, width);
  }
}

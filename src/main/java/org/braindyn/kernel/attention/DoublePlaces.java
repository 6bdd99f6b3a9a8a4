package org.braindyn.kernel.attention;

import org.braindyn.kernel.PlainArrays;
import org.braindyn.kernel.Vec;

/** Moves of rows in double; {@link FloatPlaces} is the same text in float. */
final class DoublePlaces implements PlaceOps {
  @Override
  public void gather(Vec far, Rows rows, int first, int n, int columns, double factor, Vec near) {
    double[] x = PlainArrays.doubles(far);
    double[] y = PlainArrays.doubles(near);
    int[] base = rows.base();
    int[] step = rows.step();
    double f = (double) factor;
    for (int c = 0; c < columns; c++) {
      int column = rows.column() + c;
      for (int i = 0; i < n; i++) {
        y[c * n + i] = f * x[base[first + i] + column * step[first + i]];
      }
    }
  }

  @Override
  public void scatterAdd(
      Vec near, int n, int columns, double factor, Vec far, Rows rows, int first) {
    double[] x = PlainArrays.doubles(near);
    double[] y = PlainArrays.doubles(far);
    int[] base = rows.base();
    int[] step = rows.step();
    double f = (double) factor;
    for (int c = 0; c < columns; c++) {
      int column = rows.column() + c;
      for (int i = 0; i < n; i++) {
        y[base[first + i] + column * step[first + i]] += f * x[c * n + i];
      }
    }
  }

  @Override
  public void addRows(Vec from, Rows fromRows, Vec to, Rows toRows, int columns) {
    double[] x = PlainArrays.doubles(from);
    double[] y = PlainArrays.doubles(to);
    int[] base = fromRows.base();
    int[] step = fromRows.step();
    int[] toBase = toRows.base();
    int[] toStep = toRows.step();
    for (int c = 0; c < columns; c++) {
      int column = fromRows.column() + c;
      int toColumn = toRows.column() + c;
      for (int i = 0; i < base.length; i++) {
        y[toBase[i] + toColumn * toStep[i]] += x[base[i] + column * step[i]];
      }
    }
  }
}

package org.braindyn.kernel.attention;

import org.braindyn.kernel.PlainArrays;
import org.braindyn.kernel.Vec;

/** Moves of rows in float; the build makes the class in double from this text. */
final class FloatPlaces implements PlaceOps {
  @Override
  public void gather(Vec far, Rows rows, int first, int n, int columns, double factor, Vec near) {
    float[] x = PlainArrays.floats(far);
    float[] y = PlainArrays.floats(near);
    int[] base = rows.base();
    int[] step = rows.step();
    float f = (float) factor;
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
    float[] x = PlainArrays.floats(near);
    float[] y = PlainArrays.floats(far);
    int[] base = rows.base();
    int[] step = rows.step();
    float f = (float) factor;
    for (int c = 0; c < columns; c++) {
      int column = rows.column() + c;
      for (int i = 0; i < n; i++) {
        y[base[first + i] + column * step[first + i]] += f * x[c * n + i];
      }
    }
  }

  @Override
  public void scatterAddRows(Vec near, int n, int columns, Vec far, Rows rows) {
    float[] x = PlainArrays.floats(near);
    float[] y = PlainArrays.floats(far);
    for (int i = 0; i < n; i++) {
      int base = rows.base()[i] + rows.column() * rows.step()[i];
      int step = rows.step()[i];
      for (int c = 0; c < columns; c++) {
        y[base + c * step] += x[i * columns + c];
      }
    }
  }

  @Override
  public void addRows(Vec from, Rows fromRows, Vec to, Rows toRows, int columns) {
    float[] x = PlainArrays.floats(from);
    float[] y = PlainArrays.floats(to);
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

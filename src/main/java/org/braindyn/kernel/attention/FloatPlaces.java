package org.braindyn.kernel.attention;

import org.braindyn.kernel.PlainArrays;
import org.braindyn.kernel.Vec;

/**
 * Moves of rows in float; the build makes the class in double from this text. Stretches of rows one
 * after another are copied as they lie; elsewhere stretches of one step at least share their
 * offset.
 */
final class FloatPlaces implements PlaceOps {
  /** Rows one after another from which copying pays. */
  private static final int RUN = 24;

  /** Rows of a block that stays in the first cache while it is turned. */
  private static final int BLOCK = 16;

  @Override
  public void gather(Vec far, Rows rows, int first, int n, int columns, double factor, Vec near) {
    float[] x = PlainArrays.floats(far);
    float[] y = PlainArrays.floats(near);
    int end = first + n;
    for (int from = first; from < end; ) {
      int to = run(rows, from, end);
      boolean copied = to - from >= RUN;
      to = copied ? to : sameStep(rows.step(), from, end);
      int offset = rows.column() * rows.step()[from];
      for (int c = 0; c < columns; c++) {
        int at = c * n + from - first;
        if (copied) {
          System.arraycopy(x, rows.base()[from] + offset, y, at, to - from);
        } else {
          pick(x, rows.base(), from, to, offset, y, at);
        }
        offset += rows.step()[from];
      }
      from = to;
    }
    if (factor != 1) {
      scale(y, (float) factor, n * columns);
    }
  }

  /** Behind the rows from here on that lie one after another with one step. */
  private static int run(Rows rows, int from, int end) {
    int[] base = rows.base();
    int[] step = rows.step();
    int to = from + 1;
    while (to < end && base[to] == base[to - 1] + 1 && step[to] == step[from]) {
      to++;
    }
    return to;
  }

  private static int sameStep(int[] step, int from, int end) {
    int to = from + 1;
    while (to < end && step[to] == step[from]) {
      to++;
    }
    return to;
  }

  private static void pick(float[] x, int[] base, int from, int to, int offset, float[] y, int at) {
    for (int i = from; i < to; i++) {
      y[at + i - from] = x[base[i] + offset];
    }
  }

  private static void scale(float[] y, float factor, int n) {
    for (int i = 0; i < n; i++) {
      y[i] *= factor;
    }
  }

  @Override
  public void scatterAdd(
      Vec near, int n, int columns, double factor, Vec far, Rows rows, int first) {
    float[] x = PlainArrays.floats(near);
    float[] y = PlainArrays.floats(far);
    float f = (float) factor;
    int[] base = rows.base();
    int end = first + n;
    for (int from = first; from < end; ) {
      int to = sameStep(rows.step(), from, end);
      int offset = rows.column() * rows.step()[from];
      for (int c = 0; c < columns; c++) {
        int at = c * n - first;
        for (int i = from; i < to; i++) {
          y[base[i] + offset] += f * x[at + i];
        }
        offset += rows.step()[from];
      }
      from = to;
    }
  }

  @Override
  public void scatterAddRows(Vec near, int n, int columns, Vec far, Rows rows) {
    float[] x = PlainArrays.floats(near);
    float[] y = PlainArrays.floats(far);
    int[] base = rows.base();
    for (int from = 0; from < n; ) {
      int to = sameStep(rows.step(), from, Math.min(n, from + BLOCK));
      int offset = rows.column() * rows.step()[from];
      for (int c = 0; c < columns; c++) {
        for (int i = from; i < to; i++) {
          y[base[i] + offset] += x[i * columns + c];
        }
        offset += rows.step()[from];
      }
      from = to;
    }
  }

  @Override
  public void addRows(Vec from, Rows fromRows, Vec to, Rows toRows, int columns) {
    float[] x = PlainArrays.floats(from);
    float[] y = PlainArrays.floats(to);
    int[] base = fromRows.base();
    int[] toBase = toRows.base();
    for (int begin = 0; begin < base.length; ) {
      int end = sameStep(fromRows.step(), begin, base.length);
      end = sameStep(toRows.step(), begin, end);
      int step = fromRows.step()[begin];
      int toStep = toRows.step()[begin];
      for (int c = 0; c < columns; c++) {
        int offset = (fromRows.column() + c) * step;
        int toOffset = (toRows.column() + c) * toStep;
        for (int i = begin; i < end; i++) {
          y[toBase[i] + toOffset] += x[base[i] + offset];
        }
      }
      begin = end;
    }
  }
}

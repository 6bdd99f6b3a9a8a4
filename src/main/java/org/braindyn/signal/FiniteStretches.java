package org.braindyn.signal;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Applies something to each stretch of finite values alone; NaN stays NaN. */
public final class FiniteStretches {
  private FiniteStretches() {}

  /** Maps stretches to stretches of the same length. */
  public static double[] map(double[] values, UnaryOperator<double[]> each) {
    double[] out = values.clone();
    int from = 0;
    while (from < values.length) {
      if (!Double.isFinite(values[from])) {
        out[from++] = Double.NaN;
        continue;
      }
      int to = from;
      while (to < values.length && Double.isFinite(values[to])) {
        to++;
      }
      double[] mapped = each.apply(Arrays.copyOfRange(values, from, to));
      System.arraycopy(mapped, 0, out, from, to - from);
      from = to;
    }
    return out;
  }
}

package org.braindyn.model.field;

import org.braindyn.data.Precision;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.ModelSettings;

/**
 * What a change of the message adds to the field beyond its linear part, {@code R(x) = F(x, L + d)
 * - F(x, L) - F_L(x, L) d}, as a short Chebyshev series per row. R is small, so a few evaluations
 * of the network do in place of one per stage of the solver. How many is found on two rows per
 * block.
 */
public final class FieldRemainder {
  /** Most rows at once. */
  public static final int BLOCK = 64;

  /** Error of the remainder allowed, of the change of the field. */
  static final double TOLERANCE = 1e-5;

  private static final int PROBES = 12;
  private static final int MOST = 10;
  private static final double UNLIKE = 4;

  private final FieldValues field;
  private final int hidden;
  private final double noise;
  private final Vec rows;
  private final Vec column;
  private final Vec values;
  private final double[][] sampled = new double[PROBES][BLOCK];
  private final double[][] terms = new double[PROBES][BLOCK];
  private double typical;
  private long evaluations;

  public FieldRemainder(Kernel kernel, ModelSettings s, FieldValues field) {
    this.field = field;
    hidden = s.hidden();
    noise = kernel.precision() == Precision.FLOAT ? 5e-7 : 1e-15;
    rows = kernel.vec(hidden * BLOCK);
    column = kernel.vec(BLOCK);
    values = kernel.vec(BLOCK);
  }

  /** Term m of the remainders by row. */
  public double[] term(int m) {
    return terms[m];
  }

  /**
   * Number of terms that a block needs; -1 if more than there can be.
   *
   * @param changes changes of the rows' messages, [hidden][n]
   * @param linear linear parts of the field's change, [term][row]
   * @param scales size of the field's change by row
   */
  public int terms(
      FieldSeries series,
      Vec message,
      int at,
      int stride,
      Vec changes,
      int n,
      double[][] linear,
      double[] scales) {
    int needed = 0;
    typical = 0;
    for (int probe = 0; probe < n; probe += Math.max(1, n / 2)) {
      if (scales[probe] > 0) {
        int k = probe(series, message, at, stride, changes, n, linear, probe, scales[probe]);
        if (k < 0) {
          return -1;
        }
        needed = Math.max(needed, k);
      }
    }
    return needed;
  }

  /**
   * Series of one row. In float the remainder of a small change drowns in rounding; it grows with
   * the square of the change, so that of a larger one is taken and scaled down.
   */
  private int probe(
      FieldSeries series,
      Vec message,
      int at,
      int stride,
      Vec changes,
      int n,
      double[][] linear,
      int row,
      double scale) {
    double zoom = Math.max(1, Math.sqrt(noise * series.size() / (TOLERANCE * scale)));
    field.rows(PROBES);
    for (int j = 0; j < hidden; j++) {
      column.fill(0, PROBES, message.get(at + j * stride) + zoom * changes.get(j * n + row));
      field.column(1 + j, column, 0);
    }
    for (int i = 0; i < PROBES; i++) {
      column.set(i, series.centre() + series.half() * Chebyshev.node(PROBES, i));
    }
    field.column(0, column, 0);
    field.values(values);
    evaluations += PROBES;
    for (int i = 0; i < PROBES; i++) {
      double t = Chebyshev.node(PROBES, i);
      double lin = 0;
      for (int m = 0; m < series.slopeTerms(); m++) {
        lin += linear[m][row] * Chebyshev.polynomial(m, t);
      }
      sampled[i][0] = values.get(i) - series.rateAt(t) - zoom * lin;
    }
    transform(PROBES, 1);
    double tail = 0;
    double allowed = TOLERANCE * scale * zoom * zoom;
    int k = PROBES;
    while (k > 0 && tail + Math.abs(terms[k - 1][0]) <= allowed) {
      tail += Math.abs(terms[--k][0]);
    }
    if (!(tail >= 0) || k > MOST) {
      return -1;
    }
    typical = Math.max(typical, k == 0 ? 0 : Math.abs(terms[k - 1][0]) / (scale * zoom * zoom));
    return k;
  }

  /**
   * Samples the remainders of all rows at k nodes; {@link #term} gives the series.
   *
   * @param good receives false for rows that are less smooth than the probes
   */
  public void sample(
      FieldSeries series,
      Vec message,
      int at,
      int stride,
      Vec changes,
      int n,
      double[][] linear,
      double[] scales,
      int k,
      boolean[] good) {
    field.rows(n);
    for (int j = 0; j < hidden; j++) {
      rows.fill(j * n, (j + 1) * n, message.get(at + j * stride));
    }
    rows.addScaled(0, 1, changes, 0, hidden * n);
    for (int j = 0; j < hidden; j++) {
      field.column(1 + j, rows, j * n);
    }
    for (int i = 0; i < k; i++) {
      double t = Chebyshev.node(k, i);
      column.fill(0, n, series.centre() + series.half() * t);
      field.column(0, column, 0);
      field.values(values);
      double plain = series.rateAt(t);
      double[] out = sampled[i];
      for (int r = 0; r < n; r++) {
        out[r] = values.get(r) - plain;
      }
      for (int m = 0; m < series.slopeTerms(); m++) {
        subtract(out, Chebyshev.polynomial(m, t), linear[m], n);
      }
    }
    evaluations += (long) k * n;
    transform(k, n);
    for (int r = 0; r < n && k > 0; r++) {
      double last = Math.abs(terms[k - 1][r]);
      good[r] &=
          last <= UNLIKE * typical * scales[r] + TOLERANCE * scales[r] + noise * series.size();
    }
  }

  private static void subtract(double[] from, double factor, double[] what, int n) {
    for (int r = 0; r < n; r++) {
      from[r] -= factor * what[r];
    }
  }

  private void transform(int k, int n) {
    for (int m = 0; m < k; m++) {
      java.util.Arrays.fill(terms[m], 0, n, 0);
      for (int i = 0; i < k; i++) {
        subtract(terms[m], -Chebyshev.weight(k, m, i), sampled[i], n);
      }
    }
  }

  /** Rows that the network was evaluated at so far. */
  public long evaluations() {
    return evaluations;
  }
}
